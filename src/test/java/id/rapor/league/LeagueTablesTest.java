package id.rapor.league;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.score.TestRows;
import id.rapor.settings.Leagues;
import id.rapor.table.Cases;
import id.rapor.table.ControlCharts;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Scorecards;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The league tables from tables of scorecards. */
class LeagueTablesTest {

  @Test
  void ranksTheCountryAndEachPeerGroupAndTellsWhoMoved() {
    TestRows cards = TestRows.of(Scorecards.TABLE);
    card(cards, "2025-Q2", "ann", "city", 90.0, null);
    card(cards, "2025-Q2", "bob", "city", 70.0, null);
    card(cards, "2025-Q2", "cid", "regency", 80.0, null);
    card(cards, "2025-Q2", "dot", "regency", null, "growth (no data: supervision)");
    card(cards, "2025-Q1", "bob", "city", 90.0, null);
    card(cards, "2025-Q1", "ann", "city", 60.0, null);
    card(cards, "2025-Q1", "dot", "regency", 50.0, null);
    card(cards, "2025-03", "cid", "regency", 99.0, null);
    Dataset<Row> league =
        LeagueTables.of(
                new Standings(
                    cards.dataset(),
                    TestRows.of(PerspectiveScores.TABLE).dataset(),
                    TestRows.of(Measurements.TABLE).dataset(),
                    TestRows.of(Metrics.TABLE).dataset()),
                Leagues.DEFAULTS)
            .orderBy(League.TABLE.keyColumns());
    assertThat(league.columns()).isEqualTo(League.TABLE.schema().fieldNames());
    assertThat(league.collectAsList().stream().map(LeagueTablesTest::line))
        .containsExactly(
            "2025-03 overall * cid 1 1 [1 1] 99.0 not_told_apart +0 -0 p1.0 was null moved null",
            "2025-03 overall regency cid 1 1 [1 1] 99.0 not_told_apart +0 -0 p1.0 was null moved"
                + " null",
            "2025-Q1 overall * ann 2 2 [2 2] 60.0 not_told_apart +1 -1 p1.0 was null moved null",
            "2025-Q1 overall * bob 1 1 [1 1] 90.0 not_told_apart +2 -0 p1.0 was null moved null",
            "2025-Q1 overall * dot 3 3 [3 3] 50.0 not_told_apart +0 -2 p1.0 was null moved null",
            "2025-Q1 overall city ann 2 2 [2 2] 60.0 not_told_apart +0 -1 p1.0 was null moved null",
            "2025-Q1 overall city bob 1 1 [1 1] 90.0 not_told_apart +1 -0 p1.0 was null moved null",
            "2025-Q1 overall regency dot 1 1 [1 1] 50.0 not_told_apart +0 -0 p1.0 was null moved"
                + " null",
            "2025-Q2 overall * ann 1 1 [1 1] 90.0 not_told_apart +2 -0 p1.0 was 2 moved 1",
            "2025-Q2 overall * bob 3 3 [3 3] 70.0 not_told_apart +0 -2 p1.0 was 1 moved -2",
            "2025-Q2 overall * cid 2 2 [2 2] 80.0 not_told_apart +1 -1 p1.0 was null moved null",
            "2025-Q2 overall * dot null null [null null] null null +null -null pnull was null moved"
                + " null",
            "2025-Q2 overall city ann 1 1 [1 1] 90.0 not_told_apart +1 -0 p1.0 was 2 moved 1",
            "2025-Q2 overall city bob 2 2 [2 2] 70.0 not_told_apart +0 -1 p1.0 was 1 moved -1",
            "2025-Q2 overall regency cid 1 1 [1 1] 80.0 not_told_apart +0 -0 p1.0 was null moved"
                + " null",
            "2025-Q2 overall regency dot null null [null null] null null +null -null pnull was null"
                + " moved null");
    Row dot = league.collectAsList().get(11);
    assertThat(dot.<String>getAs(Measurements.STATUS.name())).isEqualTo("not_rated");
    assertThat(dot.<String>getAs(PerspectiveScores.REASON.name()))
        .isEqualTo("growth (no data: supervision)");
  }

  @Test
  void ranksAllOfAKindBesideThoseOfItsVolume() {
    TestRows cards = TestRows.of(Scorecards.TABLE);
    card(cards, "2025", "ann", "city:0-29", 90.0, null);
    card(cards, "2025", "bob", "city:30-299", 70.0, null);
    card(cards, "2025", "cid", "city", 80.0, null);
    Dataset<Row> league = LeagueTables.of(standings(cards), Leagues.DEFAULTS);
    assertThat(ranks(league, "city")).containsExactly("ann 1", "bob 3", "cid 2");
    assertThat(ranks(league, "city:0-29")).containsExactly("ann 1");
    assertThat(ranks(league, "*")).containsExactly("ann 1", "bob 3", "cid 2");
  }

  @Test
  void aMonthsMetricHasTheSignalOfItsControlChart() {
    TestRows league = TestRows.of(League.TABLE);
    for (String name : List.of("on_time_rate", "growth")) {
      for (String period : List.of("2025-03", "2025-Q1")) {
        league.row(
            Measurements.PERIOD,
            period,
            League.LEAGUE,
            name,
            Scorecards.PEER_GROUP,
            "*",
            Cases.AGENCY_ID,
            "ann");
      }
    }
    TestRows charts = TestRows.of(ControlCharts.TABLE);
    charts.row(
        Measurements.PERIOD, "2025-03",
        Cases.AGENCY_ID, "ann",
        Measurements.METRIC, "on_time_rate",
        ControlCharts.SIGNAL, "seven_below");
    Dataset<Row> signalled = LeagueTables.withSignals(league.dataset(), charts.dataset());
    assertThat(signalled.columns()).isEqualTo(League.TABLE.schema().fieldNames());
    assertThat(
            signalled.collectAsList().stream()
                .map(
                    row ->
                        row.getAs(League.LEAGUE.name())
                            + " "
                            + row.getAs(Measurements.PERIOD.name())
                            + " "
                            + row.getAs(League.SIGNAL.name())))
        .containsExactly(
            "on_time_rate 2025-03 seven_below",
            "on_time_rate 2025-Q1 null",
            "growth 2025-03 null",
            "growth 2025-Q1 null");
  }

  private static List<String> ranks(Dataset<Row> league, String peers) {
    return league
        .where(
            League.LEAGUE
                .col()
                .equalTo(League.OVERALL)
                .and(Scorecards.PEER_GROUP.col().equalTo(peers)))
        .collectAsList()
        .stream()
        .map(row -> row.getAs(Cases.AGENCY_ID.name()) + " " + row.getAs(League.RANK.name()))
        .sorted()
        .toList();
  }

  @Test
  void ranksPerspectivesMetricsInTheirDirectionAndServices() {
    TestRows cards = TestRows.of(Scorecards.TABLE);
    card(cards, "2025", "ann", "city", 90.0, null);
    card(cards, "2025", "bob", "city", 70.0, null);
    Dataset<Row> league = LeagueTables.of(standings(cards), Leagues.DEFAULTS);
    assertThat(national(league, ".*growth.*"))
        .containsExactly("2025 growth * ann 2 61.0", "2025 growth * bob 1 62.0");
    assertThat(national(league, ".*overdue_stock.*"))
        .as("lower is better, and a census without error ties when equal")
        .containsExactly("2025 overdue_stock * ann 1 5.0", "2025 overdue_stock * bob 1 5.0");
    assertThat(national(league, ".*on_time_rate.*"))
        .as("the adjusted value")
        .containsExactly("2025 on_time_rate * ann 2 80.0", "2025 on_time_rate * bob 1 81.0");
    assertThat(national(league, ".*service:.*"))
        .containsExactly("2025 service:KK * ann 1 70.0", "2025 service:KK * bob null null");
    assertThat(national(league, ".*cost_per_case.*")).as("context").isEmpty();
    Row bob =
        league
            .where(
                League.LEAGUE.col().equalTo("service:KK").and(Cases.AGENCY_ID.col().equalTo("bob")))
            .first();
    assertThat(bob.<String>getAs(PerspectiveScores.REASON.name()))
        .isEqualTo("too few (n = 3, minimum 30)");
  }

  @Test
  void makesOnlyTheTablesThatTheSettingsName() {
    TestRows cards = TestRows.of(Scorecards.TABLE);
    card(cards, "2025", "ann", "city", 90.0, null);
    card(cards, "2025", "bob", "city", 70.0, null);
    Leagues some = new Leagues(List.of("growth", "service:KK"), "overdue_stock", Map.of());
    assertThat(national(LeagueTables.of(standings(cards), some), ".*"))
        .containsExactly(
            "2025 growth * ann 2 61.0",
            "2025 growth * bob 1 62.0",
            "2025 overall * ann 1 90.0",
            "2025 overall * bob 2 70.0");
  }

  private static Standings standings(TestRows cards) {
    TestRows scores = TestRows.of(PerspectiveScores.TABLE);
    TestRows measured = TestRows.of(Measurements.TABLE);
    TestRows metrics = TestRows.of(Metrics.TABLE);
    growth(scores, "ann", 61.0);
    growth(scores, "bob", 62.0);
    metric(metrics, "on_time_rate", "higher", 1.0);
    metric(metrics, "overdue_stock", "lower", 1.0);
    metric(metrics, "cost_per_case", "context", 0.0);
    measured(measured, "ann", "*", "on_time_rate", 90.0, 80.0, 1.0, "published");
    measured(measured, "bob", "*", "on_time_rate", 85.0, 81.0, 1.0, "published");
    measured(measured, "ann", "*", "overdue_stock", 5.0, null, 0.0, "published");
    measured(measured, "bob", "*", "overdue_stock", 5.0, null, 0.0, "published");
    measured(measured, "ann", "*", "cost_per_case", 5.0, null, 0.0, "published");
    measured(measured, "ann", "KK", "on_time_rate", 70.0, null, 1.0, "published");
    measured(measured, "bob", "KK", "on_time_rate", null, null, null, "too_few");
    return new Standings(cards.dataset(), scores.dataset(), measured.dataset(), metrics.dataset());
  }

  private static void growth(TestRows rows, String agency, double score) {
    rows.row(
        Measurements.PERIOD,
        "2025",
        Cases.AGENCY_ID,
        agency,
        Metrics.PERSPECTIVE,
        "growth",
        PerspectiveScores.SCORE,
        score,
        PerspectiveScores.STANDARD_ERROR,
        1.0,
        Measurements.STATUS,
        "published");
  }

  private static void metric(TestRows rows, String code, String direction, double weight) {
    rows.row(
        Metrics.CODE, code,
        Metrics.DIRECTION, direction,
        Metrics.WEIGHT, weight,
        Metrics.STANDARD, weight > 0 ? 80.0 : null,
        Metrics.MINIMUM_N, 30L);
  }

  private static void measured(
      TestRows rows,
      String agency,
      String service,
      String metric,
      Double value,
      Double adjusted,
      Double error,
      String status) {
    rows.row(
        Measurements.PERIOD, "2025",
        Cases.AGENCY_ID, agency,
        Cases.SERVICE_ID, service,
        Measurements.METRIC, metric,
        Metrics.DIRECTION, metric.equals("overdue_stock") ? "lower" : "higher",
        Measurements.N, 3L,
        Measurements.VALUE, value,
        Measurements.ADJUSTED_VALUE, adjusted,
        Measurements.STANDARD_ERROR, error,
        Measurements.STATUS, status);
  }

  /** Key, rank and score of the whole country's rows that match, in order. */
  private static List<String> national(Dataset<Row> league, String pattern) {
    return league
        .where(Scorecards.PEER_GROUP.col().equalTo("*"))
        .orderBy(League.TABLE.keyColumns())
        .collectAsList()
        .stream()
        .map(
            row ->
                subject(row)
                    + " "
                    + row.getAs(League.RANK.name())
                    + " "
                    + row.getAs(PerspectiveScores.SCORE.name()))
        .filter(line -> line.matches(pattern))
        .toList();
  }

  private static void card(
      TestRows rows, String period, String agency, String peers, Double score, String reason) {
    rows.row(
        Measurements.PERIOD, period,
        Cases.AGENCY_ID, agency,
        Scorecards.PEER_GROUP, peers,
        PerspectiveScores.SCORE, score,
        PerspectiveScores.STANDARD_ERROR, score == null ? null : 0.5,
        Measurements.STATUS, score == null ? "not_rated" : "published",
        PerspectiveScores.REASON, reason);
  }

  private static String line(Row row) {
    return subject(row) + values(row);
  }

  private static String subject(Row row) {
    return Stream.of(Measurements.PERIOD, League.LEAGUE, Scorecards.PEER_GROUP, Cases.AGENCY_ID)
        .map(field -> row.<String>getAs(field.name()))
        .collect(Collectors.joining(" "));
  }

  private static String values(Row row) {
    Object[] values =
        Stream.of(
                League.RANK,
                League.RANK_LABEL,
                League.RANK_LOW,
                League.RANK_HIGH,
                PerspectiveScores.SCORE,
                League.BADGE,
                League.BETTER_THAN,
                League.WORSE_THAN,
                League.P_TOP,
                League.PREVIOUS_RANK,
                League.MOVEMENT)
            .map(field -> row.<Object>getAs(field.name()))
            .toArray();
    return String.format(" %s %s [%s %s] %s %s +%s -%s p%s was %s moved %s", values);
  }
}
