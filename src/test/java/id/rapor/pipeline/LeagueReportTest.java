package id.rapor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.settings.Leagues;
import id.rapor.settings.Problems;
import id.rapor.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which leagues there are under which settings. */
class LeagueReportTest {

  @Test
  void byDefaultEveryPerspectiveScoredMetricAndServiceIsRanked() {
    List<String> lines = LeagueReport.lines(Settings.DEFAULTS);
    assertThat(lines).anyMatch(line -> line.startsWith("overall "));
    assertThat(lines).anyMatch(line -> line.startsWith("growth "));
    assertThat(lines).anyMatch(line -> line.matches("overdue_stock .*lowest first"));
    assertThat(lines).anyMatch(line -> line.matches("service:<service_id> .*on_time_rate.*"));
    assertThat(lines).as("shown, not scored").noneMatch(line -> line.startsWith("cost_per_case"));
  }

  @Test
  void onlyWhatIsNamedIsRanked() {
    Leagues some = new Leagues(List.of("growth", "service:KK"), "on_time_rate", Map.of());
    assertThat(LeagueReport.lines(with(some)).stream().map(line -> line.split(" ")[0]))
        .containsExactly("overall", "growth", "service:KK", "Each");
  }

  @Test
  void tablesAndMetricsThatThereAreNotAreTold() {
    Problems problems = new Problems();
    Checks.codes(
        with(new Leagues(List.of("speed"), "cost_per_case", Map.of("KK", "tempo"))), problems);
    assertThat(problems.all())
        .hasSize(3)
        .anyMatch(problem -> problem.startsWith("leagues: there is no table speed"))
        .anyMatch(problem -> problem.contains("cannot be ranked by cost_per_case"))
        .anyMatch(problem -> problem.contains("cannot be ranked by tempo"));
  }

  private static Settings with(Leagues leagues) {
    Settings usual = Settings.DEFAULTS;
    return new Settings(
        usual.title(),
        usual.subtitle(),
        usual.language(),
        usual.currency(),
        usual.zone(),
        usual.reference(),
        usual.sources(),
        usual.periods(),
        usual.scoring(),
        leagues,
        usual.detectors(),
        usual.fees(),
        usual.regulations(),
        usual.identity(),
        usual.notes());
  }
}
