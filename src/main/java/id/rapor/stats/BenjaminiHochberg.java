package id.rapor.stats;

import java.util.stream.IntStream;

/** Adjusts p-values of many tests so that the share of false alarms among the flagged is held. */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * q-values: the smallest false-discovery rate at which each test would be flagged.
   *
   * <p>With the p-values sorted upwards, q(i) = min over j &gt;= i of p(j) m / j, at most 1.
   * Without unit, in [p, 1]; equal p-values get equal q-values, and a smaller p never a larger q.
   * Where {@code tests} exceeds the number of p-values given, the others are taken as 1: right when
   * only the smallest were kept, and never too bold.
   *
   * <p>No p-values give none; a single one with one test is its own q-value; NaN (no test could be
   * made) stays NaN and counts in neither rank nor m.
   *
   * <p>Source: Benjamini and Hochberg 1995.
   *
   * @param p p-values in any order; not changed
   * @param tests how many tests the family holds, at least the p-values that are not NaN
   * @return the q-values in the order of {@code p}
   * @throws IllegalArgumentException if a p-value is outside [0, 1], or {@code tests} is too small
   */
  public static double[] qValues(double[] p, long tests) {
    int[] upwards =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted((a, b) -> Double.compare(p[a], p[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    check(p, upwards, tests);
    double[] q = new double[p.length];
    java.util.Arrays.fill(q, Double.NaN);
    double least = 1;
    for (int rank = upwards.length; rank >= 1; rank--) {
      int i = upwards[rank - 1];
      least = Math.min(least, p[i] * tests / rank);
      q[i] = least;
    }
    return q;
  }

  private static void check(double[] p, int[] upwards, long tests) {
    if (tests < upwards.length) {
      throw new IllegalArgumentException(
          "Cannot adjust p-values: the family has "
              + tests
              + " tests, expected at least the "
              + upwards.length
              + " given; count every test that was made.");
    }
    for (int i : upwards) {
      if (p[i] < 0 || p[i] > 1) {
        throw new IllegalArgumentException(
            "Cannot adjust p-values: one is " + p[i] + ", expected 0 to 1; check its test.");
      }
    }
  }
}
