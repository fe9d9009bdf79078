package id.rapor.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of one month's cases, agency by agency: the unit of work of one thread.
 *
 * @param from first case, counted over all agencies of the month
 * @param to first case that is no longer in it
 */
record Slice(int month, long from, long to) {

  /** Small enough to keep many in memory; never changed by the number of threads. */
  private static final int SIZE = 8192;

  /** All of them, in the order in which their lines stand in the files. */
  static List<Slice> all(Nation nation) {
    List<Slice> slices = new ArrayList<>();
    for (int month = 0; month < nation.span.months(); month++) {
      long count = 0;
      for (long[] counts : nation.counts) {
        count += counts[month];
      }
      for (long from = 0; from < count; from += SIZE) {
        slices.add(new Slice(month, from, Math.min(count, from + SIZE)));
      }
    }
    return slices;
  }
}
