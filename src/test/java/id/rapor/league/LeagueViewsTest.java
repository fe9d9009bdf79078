package id.rapor.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.rapor.score.TestRows;
import id.rapor.settings.Aggregation;
import id.rapor.settings.Aggregation.Mean;
import id.rapor.settings.Scoring;
import id.rapor.table.Cases;
import id.rapor.table.Funnels;
import id.rapor.table.Levers;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Scorecards;
import id.rapor.table.Sensitivities;
import id.rapor.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What stands beside the league: levers, sensitivities and funnels, by hand. */
class LeagueViewsTest {
  private static final Map<String, Double> HALVES = Map.of("process", 0.5, "customer", 0.5);

  private final TestRows cards = TestRows.of(Scorecards.TABLE);
  private final TestRows measured = TestRows.of(Measurements.TABLE);

  @Test
  void theLeverIsTheMetricWhoseStandardRaisesMost() {
    agency("ann", 70, 80, 0);
    agency("bob", 98, 50, 0);
    agency("cid", 89, 60, 0);
    List<Row> levers =
        rows(LeverRows.of(standings(), scoring(Mean.ARITHMETIC)), Levers.TABLE.name());
    assertThat(levers).hasSize(2);
    // (37.8 + 80) / 2 = 58.9 becomes (60 + 80) / 2 = 70, as cid has; 10 % of 200 cases.
    Row ann = levers.get(0);
    assertThat(cells(ann, "agency_id", "metric", "rank", "rank_then", "rank_gain", "cases"))
        .containsExactly("ann", "on_time_rate", 3L, 2L, 1L, 20L);
    assertThat(ann.<Double>getAs("score_then")).isCloseTo(70, within(1e-9));
    assertThat(ann.<Double>getAs("standard_value")).isEqualTo(80);
    // The survey's index is no percentage of a count; and who is first cannot rise.
    assertThat(cells(levers.get(1), "agency_id", "metric", "rank", "rank_gain", "cases"))
        .containsExactly("bob", "satisfaction_index", 1L, 0L, null);
  }

  @Test
  void aLeverIsThatOfTheMeanThatMakesTheScore() {
    // 20 and 90 points: the root of 1,800; with 60 and 90 the root of 5,400.
    card("ann", Math.sqrt(1800), null, null);
    values("ann", 62, 90, 0);
    Row lever =
        rows(LeverRows.of(standings(), scoring(Mean.GEOMETRIC)), Levers.TABLE.name()).get(0);
    assertThat(lever.<Double>getAs("score_then")).isCloseTo(Math.sqrt(5400), within(1e-9));
  }

  @Test
  void aCapLimitsTheLeverAndIsLeftOutOfOtherChoices() {
    // 40 and 60 points make 50, 60 and 60 would make 60.
    card("held", 45, 50.0, 45.0);
    values("held", 71, 60, 0);
    card("room", 50, 50.0, 54.0);
    values("room", 71, 60, 0);
    agency("top", 98, 100, 0);
    List<Row> levers =
        rows(LeverRows.of(standings(), scoring(Mean.ARITHMETIC)), Levers.TABLE.name());
    assertThat(levers).hasSize(1);
    assertThat(cells(levers.get(0), "agency_id", "score", "score_then"))
        .containsExactly("room", 50.0, 54.0);
    List<Row> choices = rows(FairChoices.of(standings(), HALVES), Sensitivities.TABLE.name());
    assertThat(choices.get(0).<String>getAs("sentence_en"))
        .isEqualTo(
            "Rank 3; 2-2 under other fair choices, which leave out the caps of confirmed"
                + " breaches.");
    assertThat(choices.get(0).<String>getAs("sentence_id"))
        .endsWith("wajarnya, tanpa pembatasan skor akibat pelanggaran terkonfirmasi.");
    assertThat(choices.get(0).<Double>getAs("robustness")).isEqualTo(1.0);
  }

  @Test
  void whoIsBetterInEverythingIsFirstWhateverIsChosen() {
    agency("ann", 82, 62, 0);
    agency("bob", 96, 95, 0);
    agency("cid", 90, 80, 0);
    List<Row> sure = rows(FairChoices.of(standings(), HALVES), Sensitivities.TABLE.name());
    assertThat(sure).extracting(row -> row.getAs("rank")).containsExactly(3L, 1L, 2L);
    for (Row row : sure) {
      assertThat(cells(row, "rank_5", "rank_95"))
          .containsExactly(row.getAs("rank"), row.<Long>getAs("rank"));
      assertThat(row.<Double>getAs("robustness")).isEqualTo(1.0);
      assertThat(row.<Double>getAs("sampling_share")).isNull();
    }
    assertThat(sure.get(0).<String>getAs("sentence_en"))
        .isEqualTo("Rank 3; 3-3 under other fair choices.");
    assertThat(sure.get(0).<String>getAs("sentence_id")).startsWith("Peringkat 3; 3-3 ");
  }

  @Test
  void onlySamplingErrorMovesThoseThatDifferByLittleInEverything() {
    agency("ann", 89, 79, 3);
    agency("bob", 90, 80, 3);
    agency("cid", 91, 81, 3);
    List<Row> unsure = rows(FairChoices.of(standings(), HALVES), Sensitivities.TABLE.name());
    for (Row row : unsure) {
      assertThat(cells(row, "rank_5", "rank_95", "draws")).containsExactly(1L, 3L, 200L);
      assertThat(row.<Double>getAs("sampling_total"))
          .isGreaterThan(3 * row.<Double>getAs("weights_total"));
      assertThat(row.<Double>getAs("robustness")).isBetween(-1.0, 0.9);
    }
    assertThat(rows(FairChoices.of(standings(), HALVES), Sensitivities.TABLE.name()))
        .as("the same draws again")
        .isEqualTo(unsure);
  }

  @Test
  void aFunnelTellsWhoDiffersFromChance() {
    for (int i = 10; i < 30; i++) {
      onTime("a" + i, 178 + i % 5, 200, 1);
    }
    onTime("odd", 120, 200, 1);
    onTime("census", 50, 100, 0);
    List<Row> funnel = rows(FunnelViews.of(measured.dataset(), metrics()), Funnels.TABLE.name());
    assertThat(funnel).hasSize(21);
    for (Row row : funnel) {
      boolean odd = row.getAs("agency_id").equals("odd");
      // 20 agencies with 180 on average and one with 120, of 200 each.
      assertThat(row.<Double>getAs("target"))
          .isCloseTo(100 * (20 * 180 + 120) / (21 * 200.0), within(1e-9));
      assertThat(row.<String>getAs("reading")).isEqualTo(odd ? "different" : "no_evidence");
      assertThat(row.<Double>getAs("q_value")).isGreaterThanOrEqualTo(row.getAs("p_value"));
      assertThat(row.<Double>getAs("low_998")).isLessThan(row.getAs("low_95"));
      assertThat(row.<Double>getAs("high_998")).isGreaterThan(row.getAs("high_95"));
    }
  }

  private static Scoring scoring(Mean across) {
    Scoring usual = Scoring.DEFAULTS;
    return new Scoring(
        HALVES,
        usual.metrics(),
        usual.leastCoverage(),
        usual.leastDataQuality(),
        new Aggregation(Mean.ARITHMETIC, across),
        usual.breaches(),
        usual.custom());
  }

  private Standings standings() {
    return new Standings(
        cards.dataset(),
        TestRows.of(PerspectiveScores.TABLE).dataset(),
        measured.dataset(),
        metrics());
  }

  private static Dataset<Row> metrics() {
    TestRows metrics = TestRows.of(Metrics.TABLE);
    metric(metrics, "on_time_rate", 80.0, 98.0, "cases");
    metric(metrics, "satisfaction_index", 60.0, 100.0, "surveys");
    return metrics.dataset();
  }

  private static void metric(
      TestRows rows, String code, double standard, double target, String feed) {
    rows.row(
        Metrics.CODE, code,
        Metrics.DIRECTION, "higher",
        Metrics.WEIGHT, 1.0,
        Metrics.STANDARD, standard,
        Metrics.TARGET, target,
        Metrics.FEED, feed);
  }

  /** An agency with both metrics, of 200 cases, and the score that they give. */
  private void agency(String agency, double onTime, double satisfaction, double error) {
    card(agency, (60 + (onTime - 80) * 40 / 18 + satisfaction) / 2, null, null);
    values(agency, onTime, satisfaction, error);
  }

  private void card(String agency, double score, Double uncapped, Double cap) {
    cards.row(
        Measurements.PERIOD, "2025",
        Cases.AGENCY_ID, agency,
        PerspectiveScores.SCORE, score,
        Scorecards.UNCAPPED_SCORE, uncapped,
        Scorecards.CAP, cap,
        Measurements.STATUS, "published");
  }

  private void values(String agency, double onTime, double satisfaction, double error) {
    onTime(agency, 2 * onTime, 200, error);
    measurement(agency, "satisfaction_index", "customer", "points", satisfaction, error, null);
  }

  private void onTime(String agency, double hits, double all, double error) {
    measurement(agency, "on_time_rate", "process", "percent", 100 * hits / all, error, all);
  }

  private void measurement(
      String agency,
      String metric,
      String perspective,
      String unit,
      double value,
      double error,
      Double all) {
    measured.row(
        Measurements.PERIOD, "2025",
        Cases.AGENCY_ID, agency,
        Cases.SERVICE_ID, "*",
        Measurements.METRIC, metric,
        Metrics.PERSPECTIVE, perspective,
        Metrics.UNIT, unit,
        Measurements.N, all == null ? 50L : all.longValue(),
        Measurements.NUMERATOR, all == null ? null : value / 100 * all,
        Measurements.DENOMINATOR, all,
        Measurements.VALUE, value,
        Measurements.STANDARD_ERROR, error,
        Measurements.ANCHOR_SCALE, 1.0,
        Measurements.STATUS, "published");
  }

  private static List<Row> rows(Dataset<Row> rows, String table) {
    assertThat(rows.columns())
        .as(table)
        .isEqualTo(Tables.named(table).orElseThrow().schema().fieldNames());
    return rows.orderBy(Cases.AGENCY_ID.col()).collectAsList();
  }

  private static List<Object> cells(Row row, String... columns) {
    return Arrays.stream(columns)
        .map(column -> row.<Object>getAs(column))
        .collect(Collectors.toList());
  }
}
