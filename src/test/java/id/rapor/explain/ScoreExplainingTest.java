package id.rapor.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rapor.TestSpark;
import id.rapor.pipeline.Request;
import id.rapor.pipeline.Warehouse;
import id.rapor.score.CardRows;
import id.rapor.score.PeerGroups;
import id.rapor.score.Scores;
import id.rapor.score.TestRows;
import id.rapor.settings.Aggregation;
import id.rapor.settings.Aggregation.Mean;
import id.rapor.settings.Breach;
import id.rapor.settings.Leagues;
import id.rapor.settings.Scoring;
import id.rapor.settings.Settings;
import id.rapor.settings.UserError;
import id.rapor.table.Agencies;
import id.rapor.table.Cases;
import id.rapor.table.Correlations;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.ReportCards;
import id.rapor.table.Scorecards;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A score taken apart, from tables made by hand. */
class ScoreExplainingTest {
  private static final Breach BREACH =
      new Breach("capped", LocalDate.parse("2025-02-10"), Optional.empty(), 55, "Ombudsman 7/2025");
  private static final Scoring SCORING =
      new Scoring(
          Map.of("customer", 0.75, "growth", 0.25),
          Optional.empty(),
          0.6,
          60,
          Aggregation.DEFAULTS,
          List.of(BREACH),
          List.of());

  @TempDir private static Path data;

  @BeforeAll
  static void makeTables() {
    Warehouse tables = new Warehouse(TestSpark.session(), data.resolve("warehouse"));
    Dataset<Row> none = TestRows.of(Correlations.TABLE).dataset();
    PeerGroups peers =
        PeerGroups.of(
            TestRows.of(Agencies.TABLE).dataset(),
            TestRows.of(JudgedCases.TABLE).dataset(),
            Leagues.DEFAULTS);
    tables.replace(Metrics.TABLE, metrics());
    tables.replace(Measurements.TABLE, measurements());
    tables.replace(
        PerspectiveScores.TABLE, Scores.perspectives(measurements(), metrics(), none, SCORING));
    tables.replace(
        Scorecards.TABLE, Scores.scorecards(measurements(), metrics(), none, peers, SCORING));
    tables.replace(ReportCards.TABLE, CardRows.cards(measurements(), metrics(), SCORING, "IDR"));
  }

  @Test
  void tellsTheScoreItsPartsAndWhatIsMissing() {
    List<String> lines = lines("good", Optional.empty());
    // Customer: 89 scores 80, 96 scores 100, a third metric is missing: 90. Growth: 60 scores 60.
    assertThat(lines)
        .contains("  score         82.50", "  grade         B")
        .contains("  customer      75.0%  90.00  87.69  92.31       67%  published")
        .contains("  on_time_rate  400  89.00  80.00   98.00   80.00   1.11   50.0%")
        .contains("    answers: too few", "    supervision: no data")
        .contains("  Their weighted arithmetic mean is the published score.")
        .contains("  rapor explain --agency good --period 2025-Q1 --metric METRIC")
        .contains(
            "What it does well / Yang baik", "What to mend first / Yang perlu diperbaiki dulu")
        .doesNotContain("cap");
    assertThat(lines.get(lines.indexOf("What it does well / Yang baik") + 1))
        .startsWith("  1. Trust: 96%, 16 better than the standard of 80%.");
  }

  @Test
  void onePerspectiveAlone() {
    List<String> lines = lines("good", Optional.of("growth"));
    assertThat(lines).contains("Perspective growth").doesNotContain("Perspective customer");
    assertThat(lines).noneMatch(line -> line.startsWith("What it does well"));
  }

  @Test
  void aCapAndItsReasonAreTold() {
    assertThat(lines("capped", Optional.empty()))
        .contains("  score         55.00", "  grade         D")
        .contains("  cap           from 82.5, for a confirmed breach: Ombudsman 7/2025")
        .anyMatch(line -> line.endsWith("the overall score would not rise: it is capped."))
        .as("both ends of the interval are cut")
        .anyMatch(line -> line.startsWith("  interval      55.00 to 55.00 (95 %)"));
  }

  @Test
  void otherSettingsThanThoseOfTheRunAreNoticed() {
    Scoring geometric =
        new Scoring(
            SCORING.perspectives(),
            Optional.empty(),
            0.6,
            60,
            new Aggregation(Mean.GEOMETRIC, Mean.ARITHMETIC),
            List.of(),
            List.of());
    assertThat(lines("good", Optional.of("customer"), geometric))
        .anyMatch(line -> line.contains("geometric mean is 89.44, not what is published"));
  }

  @Test
  void whatThereIsNotIsNamed() {
    assertThatThrownBy(() -> lines("god", Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot explain the score of agency god: there is none; did you mean \"good\"?; there"
                + " are capped, good.");
    assertThatThrownBy(() -> lines("good", Optional.of("process")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("perspective process: there is none; there are customer, growth.");
  }

  private static List<String> lines(String agency, Optional<String> perspective) {
    return lines(agency, perspective, SCORING);
  }

  private static List<String> lines(String agency, Optional<String> perspective, Scoring scoring) {
    Settings all = Settings.DEFAULTS;
    Settings settings =
        new Settings(
            all.title(),
            all.subtitle(),
            all.language(),
            all.currency(),
            all.zone(),
            all.reference(),
            all.sources(),
            all.periods(),
            scoring,
            all.detectors(),
            all.fees(),
            all.identity(),
            all.notes());
    Request request =
        new Request(
            settings,
            "test",
            data,
            data,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return ScoreExplaining.lines(
        TestSpark.session(), request, new ScoreAsked(agency, "2025-Q1", perspective));
  }

  private static Dataset<Row> measurements() {
    TestRows rows = TestRows.of(Measurements.TABLE);
    for (String agency : List.of("good", "capped")) {
      measured(rows, agency, "on_time_rate", 400, 89.0, 0.5, "published");
      measured(rows, agency, "trust", 400, 96.0, 0.5, "published");
      measured(rows, agency, "answers", 3, null, null, "too_few");
      measured(rows, agency, "trained_share", 50, 60.0, 0.0, "published");
      measured(rows, agency, "filled", 50, 60.0, 0.0, "published");
    }
    return rows.dataset();
  }

  private static void measured(
      TestRows rows,
      String agency,
      String metric,
      long n,
      Double value,
      Double error,
      String status) {
    rows.row(
        Measurements.PERIOD, "2025-Q1",
        Cases.AGENCY_ID, agency,
        Cases.SERVICE_ID, "*",
        Measurements.METRIC, metric,
        Measurements.N, n,
        Measurements.VALUE, value,
        Measurements.STANDARD_ERROR, error,
        Measurements.ANCHOR_SCALE, 1.0,
        Measurements.STATUS, status);
  }

  private static Dataset<Row> metrics() {
    TestRows rows = TestRows.of(Metrics.TABLE);
    metric(rows, "on_time_rate", "On time", "customer", 80, 98, "cases");
    metric(rows, "trust", "Trust", "customer", 80, 96, "cases");
    metric(rows, "answers", "Answers", "customer", 80, 98, "surveys");
    metric(rows, "trained_share", "Trained", "growth", 60, 95, "staffing");
    metric(rows, "filled", "Filled", "growth", 60, 95, "staffing");
    metric(rows, "supervision", "Supervision", "growth", 60, 95, "staffing");
    return rows.dataset();
  }

  private static void metric(
      TestRows rows,
      String code,
      String name,
      String perspective,
      double standard,
      double target,
      String feed) {
    rows.row(
        Metrics.CODE,
        code,
        Metrics.NAME_ID,
        name,
        Metrics.NAME_EN,
        name,
        Metrics.PERSPECTIVE,
        perspective,
        Metrics.DIRECTION,
        "higher",
        Metrics.UNIT,
        "percent",
        Metrics.STANDARD,
        standard,
        Metrics.TARGET,
        target,
        Metrics.WEIGHT,
        1.0,
        Metrics.MINIMUM_N,
        30L,
        Metrics.FEED,
        feed,
        Metrics.FORM,
        "share",
        Metrics.SOLUTIONS,
        new String[] {"S1"},
        Metrics.FACTORS,
        new String[] {"system"});
  }
}
