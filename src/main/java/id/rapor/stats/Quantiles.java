package id.rapor.stats;

import java.util.Arrays;

/** Quantiles of a sample; in its unit and within its range. */
public final class Quantiles {
  private Quantiles() {}

  /** Where between the sorted values a quantile lies: the types of Hyndman and Fan (1996). */
  public enum Type {
    /** Type 1: the first value that at least that share of the values does not exceed. */
    INVERSE,
    /** Type 6: linear, at place (n + 1) share from 1. */
    WEIBULL,
    /** Type 7: linear, at place (n - 1) share from 0. */
    LINEAR,
    /** Type 8: linear, at place (n + 1/3) share + 1/3 from 1, median-unbiased. */
    UNBIASED;

    private double place(int n, double share) {
      return switch (this) {
        case INVERSE -> Math.ceil(n * share) - 1;
        case WEIBULL -> (n + 1) * share - 1;
        case LINEAR -> (n - 1) * share;
        case UNBIASED -> (n + 1.0 / 3) * share - 2.0 / 3;
      };
    }
  }

  /** The quantile of {@link Type#LINEAR}, which is meant where no other is named. */
  public static double of(double[] sorted, double share) {
    return of(sorted, share, Type.LINEAR);
  }

  /**
   * The quantile of that type. One value is each of its quantiles.
   *
   * @param sorted ascending, at least one value, none NaN
   * @param share in [0, 1]
   * @throws IllegalArgumentException without a value, or for a share outside [0, 1]
   */
  public static double of(double[] sorted, double share, Type type) {
    if (sorted.length == 0 || !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "Cannot find a quantile: the share is "
              + share
              + " of "
              + sorted.length
              + " values, expected 0 to 1 of at least one; leave out what has no values.");
    }
    double place = Math.max(0, Math.min(sorted.length - 1, type.place(sorted.length, share)));
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /**
   * Least, lower hinge, median, upper hinge and greatest; a hinge is the median of a half, which
   * shares the middle one of an odd number of values with the other half (Tukey, 1977).
   *
   * @param sorted ascending, at least one value, none NaN
   */
  public static double[] fiveNumbers(double[] sorted) {
    int last = sorted.length - 1;
    int half = (sorted.length + 1) / 2;
    return new double[] {
      of(sorted, 0),
      median(Arrays.copyOfRange(sorted, 0, half)),
      of(sorted, 0.5),
      median(Arrays.copyOfRange(sorted, sorted.length - half, sorted.length)),
      sorted[last]
    };
  }

  /** The middle of {@code values}, in any order; not changed. Otherwise as {@link #of}. */
  public static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return of(sorted, 0.5);
  }
}
