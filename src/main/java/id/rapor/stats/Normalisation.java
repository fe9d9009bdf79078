package id.rapor.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Brings indicators of many units to one scale, more being better; where less is better give the
 * values times -1. NaN is missing and stays so; it counts in no smallest, largest, mean or rank.
 *
 * <p>Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008).
 */
public final class Normalisation {
  private Normalisation() {}

  /**
   * From {@code low} for the smallest value to {@code high} for the largest; values that are all
   * equal have no range and become NaN.
   */
  public static double[] minMax(double[] values, double low, double high) {
    double least = least(values);
    double range = greatest(values) - least;
    return each(values, value -> (value - least) / range * (high - low) + low);
  }

  /**
   * With that mean and sample standard deviation (divisor n - 1); NaN for fewer than two different
   * values.
   */
  public static double[] zScore(double[] values, double mean, double deviation) {
    double[] present = present(values);
    double middle = Arrays.stream(present).average().orElse(Double.NaN);
    double squares = Arrays.stream(present).map(each -> (each - middle) * (each - middle)).sum();
    double spread = Math.sqrt(squares / (present.length - 1));
    return each(values, value -> (value - middle) / spread * deviation + mean);
  }

  /** 1 + how many are smaller: ties share the lowest rank. */
  public static double[] rank(double[] values) {
    double[] sorted = present(values);
    Arrays.sort(sorted);
    return each(values, value -> 1 + below(value, sorted));
  }

  /** How many are smaller (Borda, 1781). */
  public static double[] borda(double[] values) {
    return each(rank(values), rank -> rank - 1);
  }

  /** The share of the others that are smaller, 0-1; NaN for a single value. */
  public static double[] percentileRank(double[] values) {
    double others = present(values).length - 1;
    return each(borda(values), smaller -> smaller / others);
  }

  /** 0 at {@code from} and 100 at {@code to}, beyond them too. */
  public static double[] scaled(double[] values, double from, double to) {
    return each(values, value -> (value - from) / (to - from) * 100);
  }

  /** 0 at {@code from} and {@code most} at {@code to}; what lies beyond is held at these. */
  public static double[] goalposts(double[] values, double from, double to, double most) {
    return each(values, value -> Math.min(1, Math.max(0, (value - from) / (to - from))) * most);
  }

  /** The way from the smallest value to {@code target}, 1 there and beyond. */
  public static double[] distanceToTarget(double[] values, double target) {
    double least = least(values);
    return each(values, value -> Math.min(1, (value - least) / (target - least)));
  }

  /** 1 at the largest value and 0 at the smallest: one less the distance to the largest. */
  public static double[] distanceToMaximum(double[] values) {
    return minMax(values, 0, 1);
  }

  /** As a part of the largest value. */
  public static double[] fractionOfMaximum(double[] values) {
    double most = greatest(values);
    return each(values, value -> value / most);
  }

  private static double[] each(double[] values, DoubleUnaryOperator change) {
    return Arrays.stream(values)
        .map(value -> Double.isNaN(value) ? value : change.applyAsDouble(value))
        .toArray();
  }

  static double[] present(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
  }

  private static double least(double[] values) {
    return Arrays.stream(present(values)).min().orElse(Double.NaN);
  }

  private static double greatest(double[] values) {
    return Arrays.stream(present(values)).max().orElse(Double.NaN);
  }

  private static int below(double value, double[] sorted) {
    int at = Arrays.binarySearch(sorted, value);
    while (at > 0 && sorted[at - 1] == value) {
      at--;
    }
    return at;
  }
}
