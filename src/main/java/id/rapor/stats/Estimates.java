package id.rapor.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Checks and sorts estimates and their standard errors before anything is said of ranks. */
final class Estimates {
  private Estimates() {}

  static void check(double[] estimates, double[] standardErrors) {
    if (estimates.length != standardErrors.length) {
      throw new IllegalArgumentException(
          "Cannot rank: there are "
              + estimates.length
              + " estimates and "
              + standardErrors.length
              + " standard errors, expected one for each; leave out units that lack one.");
    }
    for (int i = 0; i < estimates.length; i++) {
      double error = standardErrors[i];
      if (!Double.isFinite(estimates[i]) || !Double.isFinite(error) || error < 0) {
        throw new IllegalArgumentException(
            "Cannot rank: unit "
                + i
                + " is "
                + estimates[i]
                + " with standard error "
                + error
                + ", expected numbers and an error of at least 0; leave out units without a value.");
      }
    }
  }

  /** The numbers 0 to {@code count} - 1 in the order of {@code comparator}. */
  static int[] order(int count, Comparator<Integer> comparator) {
    return IntStream.range(0, count)
        .boxed()
        .sorted(comparator)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** {@code values} in that order. */
  static double[] pick(double[] values, int[] order) {
    return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
  }
}
