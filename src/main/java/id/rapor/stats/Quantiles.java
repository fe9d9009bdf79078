package id.rapor.stats;

import java.util.Arrays;

/** Quantiles of a sample; in its unit and within its range. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * The type-7 quantile of Hyndman and Fan (1996): linear between order statistics, at place (n -
   * 1) share from 0. One value is each of its quantiles.
   *
   * @param sorted ascending, at least one value, none NaN
   * @param share in [0, 1]
   * @throws IllegalArgumentException without a value, or for a share outside [0, 1]
   */
  public static double of(double[] sorted, double share) {
    if (sorted.length == 0 || !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "Cannot find a quantile: the share is "
              + share
              + " of "
              + sorted.length
              + " values, expected 0 to 1 of at least one; leave out what has no values.");
    }
    double place = (sorted.length - 1) * share;
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** The middle of {@code values}, in any order; not changed. Otherwise as {@link #of}. */
  public static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return of(sorted, 0.5);
  }
}
