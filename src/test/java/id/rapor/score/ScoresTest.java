package id.rapor.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.rapor.settings.Leagues;
import id.rapor.settings.Scoring;
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
import id.rapor.table.Standards;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The tables of scores from tables of measurements. */
class ScoresTest {
  private static final Scoring SCORING =
      new Scoring(Map.of("process", 0.5, "customer", 0.5), Optional.empty(), 0.6);

  private static final Dataset<Row> NONE = TestRows.of(Correlations.TABLE).dataset();

  @Test
  void makesPerspectivesOfWhatWasMeasured() {
    Dataset<Row> scores = Scores.perspectives(measurements(), metrics(98), NONE, SCORING);
    assertThat(scores.schema()).isEqualTo(PerspectiveScores.TABLE.schema());
    List<Row> rows = scores.collectAsList();
    assertThat(rows.stream().map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2)))
        .containsExactly(
            "2025-H1 few customer",
            "2025-H1 few process",
            "2025-H1 good customer",
            "2025-H1 good process",
            "2025-H2 good customer",
            "2025-H2 good process");
    Row few = rows.get(1);
    assertThat(few.<String>getAs(Measurements.STATUS.name())).isEqualTo("not_rated");
    assertThat(few.<Double>getAs(PerspectiveScores.SCORE.name())).isNull();
    assertThat(few.<String>getAs(PerspectiveScores.REASON.name()))
        .isEqualTo("too few: on_time_rate (n = 12, minimum 30)");
    Row good = rows.get(3);
    assertThat(good.<String>getAs(Measurements.STATUS.name())).isEqualTo("published");
    assertThat(good.<Double>getAs(PerspectiveScores.SCORE.name())).isCloseTo(80, within(1e-9));
    assertThat(good.<Double>getAs(PerspectiveScores.STANDARD_ERROR.name()))
        .isCloseTo(40 / 9.0, within(1e-9));
    assertThat(good.<Double>getAs(PerspectiveScores.COVERAGE.name())).isEqualTo(1);
    assertThat(good.<String>getAs(PerspectiveScores.REASON.name())).isNull();
  }

  @Test
  void makesScorecardsWithPeersAndGrade() {
    Dataset<Row> cards = Scores.scorecards(measurements(), metrics(98), NONE, peers(), SCORING);
    assertThat(cards.schema()).isEqualTo(Scorecards.TABLE.schema());
    List<Row> rows = cards.collectAsList();
    assertThat(rows).hasSize(3);
    Row few = rows.get(0);
    assertThat(few.<String>getAs(Scorecards.PEER_GROUP.name())).isEqualTo("other");
    assertThat(few.<String>getAs(Measurements.STATUS.name())).isEqualTo("not_rated");
    assertThat(few.<String>getAs(PerspectiveScores.REASON.name()))
        .isEqualTo("process (too few: on_time_rate (n = 12, minimum 30))");
    assertThat(few.<String>getAs(Scorecards.GRADE.name())).isNull();
    assertThat(few.<Double>getAs(Scorecards.CUSTOMER.name())).isCloseTo(60, within(1e-9));
    Row good = rows.get(1);
    assertThat(good.<String>getAs(Scorecards.PEER_GROUP.name())).isEqualTo("city");
    assertThat(good.<Double>getAs(PerspectiveScores.SCORE.name())).isCloseTo(90, within(1e-9));
    assertThat(good.<Double>getAs(Scorecards.PROCESS.name())).isCloseTo(80, within(1e-9));
    assertThat(good.<Double>getAs(Scorecards.FINANCE.name())).isNull();
    assertThat(good.<String>getAs(Scorecards.GRADE.name())).isEqualTo("A");
    assertThat(good.<Double>getAs(PerspectiveScores.STANDARD_ERROR.name()))
        .isCloseTo(Math.hypot(20 / 9.0, 1), within(1e-9));
  }

  @Test
  void onlyOnAnOverallScoreIsThereAnythingToGain() {
    List<Row> lines = CardRows.cards(measurements(), metrics(98), SCORING, "IDR").collectAsList();
    // Satisfaction at its target, on time at 80 points: 20 lack, and half of them count.
    assertThat(lines.stream().map(row -> row.get(0) + " " + row.get(1) + " " + row.get(4)))
        .containsExactly(
            "2025-H1 few satisfaction_index",
            "2025-H1 good satisfaction_index",
            "2025-H1 good on_time_rate",
            "2025-H2 good on_time_rate");
    assertThat(lines.get(0).<Double>getAs(ReportCards.GAIN.name())).isNull();
    assertThat(lines.get(2).<Double>getAs(ReportCards.GAIN.name())).isCloseTo(10, within(1e-9));
    assertThat(lines.get(3).<Double>getAs(ReportCards.GAIN.name())).as("one of two").isNull();
  }

  @Test
  void anchorsThatCannotBeUsedAreTheUsersToMend() {
    assertThatThrownBy(() -> Scores.perspectives(measurements(), metrics(80), NONE, SCORING))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot score: 1 problem")
        .hasMessageContaining("the anchors of metric on_time_rate are standard 80.0");
  }

  private static Dataset<Row> metrics(double onTimeTarget) {
    TestRows rows = TestRows.of(Metrics.TABLE);
    metric(rows, "on_time_rate", "process", "higher", 80.0, onTimeTarget, 1.0, "cases");
    metric(rows, "satisfaction_index", "customer", "higher", 75.0, 95.0, 1.0, "surveys");
    metric(rows, "volume", "process", "context", 1.0, 2.0, 1.0, "cases");
    metric(rows, "unweighted", "process", "higher", 1.0, 2.0, 0.0, "cases");
    metric(rows, "unanchored", "process", "higher", null, null, 1.0, "cases");
    metric(rows, "elsewhere", "growth", "higher", 1.0, 2.0, 1.0, "cases");
    return rows.dataset();
  }

  private static void metric(
      TestRows rows,
      String code,
      String perspective,
      String direction,
      Double standard,
      Double target,
      Double weight,
      String feed) {
    rows.row(
        Metrics.CODE, code,
        Metrics.PERSPECTIVE, perspective,
        Metrics.DIRECTION, direction,
        Metrics.STANDARD, standard,
        Metrics.TARGET, target,
        Metrics.WEIGHT, weight,
        Metrics.MINIMUM_N, 30L,
        Metrics.FEED, feed,
        Metrics.NAME_ID, code,
        Metrics.NAME_EN, code,
        Metrics.UNIT, "percent",
        Metrics.FORM, "share",
        Metrics.SOLUTIONS, new String[0],
        Metrics.FACTORS, new String[0]);
  }

  private static Dataset<Row> measurements() {
    TestRows rows = TestRows.of(Measurements.TABLE);
    measured(rows, "2025-H2", "good", "*", "on_time_rate", 89.0, "published");
    measured(rows, "2025-H1", "good", "*", "on_time_rate", 89.0, "published");
    measured(rows, "2025-H1", "good", "passport", "on_time_rate", 10.0, "published");
    measured(rows, "2025-H1", "good", "*", "satisfaction_index", 95.0, "published");
    measured(rows, "2025-H1", "few", "*", "on_time_rate", 89.0, "too_few");
    measured(rows, "2025-H1", "few", "*", "satisfaction_index", 75.0, "published");
    return rows.dataset();
  }

  private static void measured(
      TestRows rows,
      String period,
      String agency,
      String service,
      String metric,
      Double value,
      String status) {
    rows.row(
        Measurements.PERIOD, period,
        Cases.AGENCY_ID, agency,
        Cases.SERVICE_ID, service,
        Measurements.METRIC, metric,
        Measurements.N, status.equals("too_few") ? 12L : 100L,
        Measurements.VALUE, value,
        Measurements.STANDARD_ERROR, metric.equals("on_time_rate") ? 2.0 : 1.0,
        Measurements.ANCHOR_SCALE, 1.0,
        Measurements.STATUS, status);
  }

  private static PeerGroups peers() {
    return PeerGroups.of(agencies(), TestRows.of(JudgedCases.TABLE).dataset(), Leagues.DEFAULTS);
  }

  private static Dataset<Row> agencies() {
    return TestRows.of(Agencies.TABLE)
        .row(
            Cases.AGENCY_ID, "good",
            Agencies.BODY_TYPE, "regency",
            Standards.VALID_FROM, Date.valueOf("2020-01-01"))
        .row(
            Cases.AGENCY_ID, "good",
            Agencies.BODY_TYPE, "city",
            Standards.VALID_FROM, Date.valueOf("2024-01-01"))
        .row(Cases.AGENCY_ID, "few", Standards.VALID_FROM, Date.valueOf("2024-01-01"))
        .dataset();
  }
}
