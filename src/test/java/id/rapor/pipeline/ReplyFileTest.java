package id.rapor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rapor.publish.EditionKind;
import id.rapor.publish.Release;
import id.rapor.score.TestRows;
import id.rapor.settings.Scoring;
import id.rapor.settings.Settings;
import id.rapor.settings.UserError;
import id.rapor.table.Agencies;
import id.rapor.table.Cases;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.Scorecards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What agencies say of a preview is carried into the league tables. */
class ReplyFileTest {
  @TempDir Path data;

  @Test
  void withoutTheFileNothingIsContested() {
    assertThat(answered()).containsOnly("null null");
  }

  @Test
  void aReplyStandsInEveryTableOfItsFigure() throws IOException {
    write(
        "agency_id,period,metric,text,contested",
        "ann,2025,,\"Two files, counted twice\",true",
        "bob,2025,on_time_rate,The roof came down,");
    assertThat(answered())
        .containsExactly(
            "* overall ann: true Two files, counted twice",
            "city overall ann: true Two files, counted twice",
            "* overall bob: null null",
            "* on_time_rate bob: false The roof came down");
  }

  @Test
  void everyFaultIsNamed() throws IOException {
    write(
        "agency_id,period,metric,text,contested",
        "ann,2025,overall,one,true",
        "ann,2025,,two,true",
        "ann,20x5,,three,true",
        "ann,2025,speed,four,true",
        "ann,2025,growth,five,perhaps",
        "zoe,2025,growth,six,maybe");
    assertThatThrownBy(this::answered)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("6 problems")
        .hasMessageContaining("record 2: a second reply to the same figure")
        .hasMessageContaining("record 3: period is 20x5")
        .hasMessageContaining("record 4: metric is speed")
        .hasMessageContaining("record 5: contested is perhaps")
        .hasMessageContaining("record 6: agency_id is zoe")
        .hasMessageContaining("record 6: contested is maybe");
  }

  @Test
  void aPreviewLiesApartFromWhatIsPublished() {
    Request request =
        new Request(
            Settings.DEFAULTS,
            "defaults",
            data,
            data,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Release(EditionKind.PREVIEW, Optional.empty()));
    assertThat(request.published()).isEqualTo(data.resolve("preview"));
    assertThat(EditionKind.asked("preview")).contains(EditionKind.PREVIEW);
    assertThat(EditionKind.asked("revised")).isEmpty();
  }

  private static Dataset<Row> agencies() {
    return TestRows.of(Agencies.TABLE)
        .row(Cases.AGENCY_ID, "ann")
        .row(Cases.AGENCY_ID, "bob")
        .dataset();
  }

  private List<String> answered() {
    TestRows league = TestRows.of(League.TABLE);
    row(league, "*", "overall", "ann");
    row(league, "city", "overall", "ann");
    row(league, "*", "overall", "bob");
    row(league, "*", "on_time_rate", "bob");
    Dataset<Row> answered =
        ReplyFile.answered(league.dataset(), agencies(), data, Scoring.DEFAULTS);
    assertThat(answered.columns()).isEqualTo(League.TABLE.schema().fieldNames());
    boolean silent = !Files.exists(data.resolve(ReplyFile.NAME));
    return answered.collectAsList().stream()
        .map(
            row ->
                (silent
                        ? ""
                        : row.getAs(Scorecards.PEER_GROUP.name())
                            + " "
                            + row.getAs(League.LEAGUE.name())
                            + " "
                            + row.getAs(Cases.AGENCY_ID.name())
                            + ": ")
                    + row.getAs(League.CONTESTED.name())
                    + " "
                    + row.getAs(League.REPLY.name()))
        .toList();
  }

  private static void row(TestRows league, String peers, String name, String agency) {
    league.row(
        Measurements.PERIOD, "2025",
        League.LEAGUE, name,
        Scorecards.PEER_GROUP, peers,
        Cases.AGENCY_ID, agency);
  }

  private void write(String... lines) throws IOException {
    Files.writeString(data.resolve(ReplyFile.NAME), String.join("\n", lines) + "\n");
  }
}
