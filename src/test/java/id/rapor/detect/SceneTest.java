package id.rapor.detect;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.score.TestRows;
import id.rapor.settings.Detection;
import id.rapor.table.Agencies;
import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** To which month a case counts. */
class SceneTest {
  private static final YearMonth JUNE = YearMonth.of(2026, 6);

  @Test
  void openCasesCountToTheCountrysMonthAlsoWhereTheNextHasBegun() {
    TestRows judged =
        TestRows.of(JudgedCases.TABLE)
            .row(Cases.CASE_ID, "open in the west", JudgedCases.ZONE, "Asia/Jakarta")
            .row(Cases.CASE_ID, "open in the east", JudgedCases.ZONE, "Asia/Jayapura")
            .row(Cases.CASE_ID, "closed before", JudgedCases.CLOSED_MONTH, "2026-05");
    Scene scene =
        new Scene(
            table -> judged.dataset(),
            TestRows.of(Agencies.TABLE).dataset(),
            new TreeSet<>(List.of(JUNE)),
            new Detection(Optional.empty()),
            // Half past midnight on 1 July in Jayapura, an hour and a half before it in Jakarta.
            Instant.parse("2026-06-30T15:30:00Z"),
            ZoneId.of("Asia/Jakarta"));
    assertThat(names(scene.cases().collectAsList()))
        .containsExactlyInAnyOrder("open in the west", "open in the east");
    assertThat(scene.recentCases().where(Measurements.PERIOD.col().equalTo("2026-05")).count())
        .isOne();
  }

  private static List<String> names(List<Row> rows) {
    return rows.stream().map(row -> row.<String>getAs(Cases.CASE_ID.name())).toList();
  }
}
