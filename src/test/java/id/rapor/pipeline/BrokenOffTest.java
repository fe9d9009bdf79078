package id.rapor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rapor.TestSpark;
import id.rapor.settings.Settings;
import id.rapor.settings.SettingsFile;
import id.rapor.table.JudgedCases;
import id.rapor.table.Metrics;
import id.rapor.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes a table be made anew although its own inputs are those of before. */
class BrokenOffTest {
  @TempDir private Path folder;

  /** One case, to be decided within five working days of Monday, 1 June 2026. */
  private Input nation() {
    return Input.in(folder, "nation")
        .refer("standards.csv", "service_id,time_limit,time_unit\nKTP,5,working_days\n")
        .put(
            "cases/a.csv",
            """
            case_id,agency_id,service_id,submitted_at,status
            C1,A1,KTP,2026-06-01T08:00:00+07:00,pending
            """);
  }

  @Test
  void whatARunWithOtherSettingsLeftBehindIsNotTakenForCurrent() throws IOException {
    Input input = nation();
    run(input, Settings.DEFAULTS, "usual", new Input.Silence());
    double usual = standard(input);
    Path file = folder.resolve("other.yaml");
    Files.writeString(file, "metrics:\n  on_time_rate: {standard: 50, target: 60}\n");
    Settings other = SettingsFile.read(file, Map.of());
    assertThatThrownBy(() -> run(input, other, "other", new BreaksOff()))
        .hasMessage(Metrics.TABLE.name());
    assertThat(standard(input)).isEqualTo(50).isNotEqualTo(usual);
    run(input, Settings.DEFAULTS, "usual", new Input.Silence());
    assertThat(standard(input)).isEqualTo(usual);
    assertThat(run(input, Settings.DEFAULTS, "usual", new Input.Silence()).made()).isZero();
  }

  @Test
  void aLaterTimeInAnyFeedJudgesTheCasesAnew() {
    Input input = nation();
    run(input, Settings.DEFAULTS, "usual", new Input.Silence());
    assertThat(onTime(input)).isNull();
    input.put(
        "surveys/s.csv",
        "response_id,agency_id,answered_at,requirements\nS1,A1,2026-06-20T08:00:00+07:00,4\n");
    run(input, Settings.DEFAULTS, "usual", new Input.Silence());
    assertThat(onTime(input)).isEqualTo(false);
  }

  private static Outcome run(Input input, Settings settings, String hash, Progress progress) {
    Request request =
        new Request(
            settings,
            hash,
            input.folder(),
            input.data(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Metrics.TABLE.name()));
    return Runner.run(TestSpark.session(), request, progress);
  }

  private static double standard(Input input) {
    Row row = only(input, Metrics.TABLE, Metrics.CODE.name(), "on_time_rate");
    return row.<Double>getAs(Metrics.STANDARD.name());
  }

  private static Object onTime(Input input) {
    return only(input, JudgedCases.TABLE, "case_id", "C1").getAs(JudgedCases.ON_TIME.name());
  }

  private static Row only(Input input, Table table, String column, String value) {
    return input
        .tables()
        .read(table)
        .where(org.apache.spark.sql.functions.col(column).equalTo(value))
        .collectAsList()
        .get(0);
  }

  /** Ends the run as soon as the metrics are written. */
  private static final class BreaksOff extends Input.Silence {
    @Override
    public void made(String stage, long rows, Duration took) {
      if (stage.equals(Metrics.TABLE.name())) {
        throw new IllegalStateException(stage);
      }
    }
  }
}
