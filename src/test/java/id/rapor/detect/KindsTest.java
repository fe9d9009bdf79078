package id.rapor.detect;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.score.TestRows;
import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
import java.time.Instant;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** What a closing tells of the time of day. */
class KindsTest {
  @Test
  void aDayAloneMayHaveBeenAnyMomentOfIt() {
    TestRows judged =
        TestRows.of(JudgedCases.TABLE)
            .row(closed("2025-03-04T17:00:00Z", "Asia/Jakarta"))
            .row(closed("2025-03-04T17:00:01Z", "Asia/Jakarta"))
            .row(closed("2025-03-04T17:00:00Z", "Asia/Makassar"));
    // 2025-03-04T17:00:00Z is midnight in Jakarta, one o'clock in Makassar.
    long midnight = Instant.parse("2025-03-04T17:00:00Z").getEpochSecond();
    assertThat(
            judged
                .dataset()
                .select(Kinds.hasHour(Cases.CLOSED_AT), Kinds.latest(Cases.CLOSED_AT))
                .collectAsList())
        .containsExactly(
            RowFactory.create(false, midnight + 24 * 3600 - 1),
            RowFactory.create(true, midnight + 1),
            RowFactory.create(true, midnight));
  }

  private static Object[] closed(String moment, String zone) {
    return new Object[] {Cases.CLOSED_AT, Instant.parse(moment), JudgedCases.ZONE, zone};
  }
}
