package id.rapor.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** Who jumped a queue, as far as a period can know. */
class QueueTest {
  private static final YearMonth JANUARY = YearMonth.of(2025, 1);
  private static final YearMonth FEBRUARY = YearMonth.of(2025, 2);

  /** Three came before the one that is served first, and were closed a month later than it. */
  private static final List<Row> QUEUE =
      List.of(
          turn("first", "2025-02", 0, 10),
          turn("second", "2025-02", 1, 11),
          turn("third", "2025-02", 2, 12),
          turn("jumps", "2025-01", 3, 4),
          turn("in order", "2025-02", 5, 13));

  @Test
  void whatALaterMonthAddsChangesNoEarlierOne() {
    // In January nothing is known of those whom it overtook.
    assertThat(judged(JANUARY)).isEmpty();
    assertThat(judged(FEBRUARY)).containsExactly("2025-02 jumps true", "2025-02 in order false");
    assertThat(judged(JANUARY, FEBRUARY)).isEqualTo(judged(FEBRUARY));
  }

  @Test
  void everyMonthThatLooksBackHasItsOwnRows() {
    assertThat(judged(FEBRUARY, YearMonth.of(2025, 7), YearMonth.of(2025, 8)))
        .containsExactly(
            "2025-02 jumps true",
            "2025-02 in order false",
            // January is more than six months back: the three are still ahead of the last.
            "2025-07 in order false");
  }

  private static List<String> judged(YearMonth... months) {
    return Queue.judged(QUEUE, Queue.windows(List.of(months))).stream()
        .map(row -> row.get(0) + " " + row.get(4) + " " + row.get(5))
        .toList();
  }

  private static Row turn(String id, String closed, long came, long served) {
    return RowFactory.create(closed, "A", "permit", "standard", id, came, served, "queue");
  }
}
