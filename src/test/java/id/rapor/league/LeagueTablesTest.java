package id.rapor.league;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.score.TestRows;
import id.rapor.table.Cases;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Scorecards;
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
    Dataset<Row> league = LeagueTables.overall(cards.dataset());
    assertThat(league.schema()).isEqualTo(League.TABLE.schema());
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
    String subject =
        Stream.of(Measurements.PERIOD, League.LEAGUE, Scorecards.PEER_GROUP, Cases.AGENCY_ID)
            .map(field -> row.<String>getAs(field.name()))
            .collect(Collectors.joining(" "));
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
    return subject + String.format(" %s %s [%s %s] %s %s +%s -%s p%s was %s moved %s", values);
  }
}
