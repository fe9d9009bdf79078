package id.rapor.stats;

import java.util.Arrays;

/**
 * How far values lie from their middle, in terms of a spread that outliers do not move.
 *
 * <p>z = 0.6745 (x - median) / MAD, MAD the median of |x - median|; where MAD is 0, z = (x -
 * median) / (1.253314 mean |x - median|); where that is 0 too, all are 0. Without unit. Beyond 3.5
 * a value is usually called an outlier. Durations and fees must be put on the log scale first: on
 * their own scale up to 8 % of clean ones lie beyond 3.5.
 *
 * <p>Source: Iglewicz and Hoaglin 1993.
 *
 * @param median of the values, in their unit
 * @param spread what z divides by: MAD / 0.6745, or its stand-in; at least 0
 */
public record RobustScores(double median, double spread) {
  private static final double NORMAL_MAD = 0.6745;
  private static final double NORMAL_MEAN = 1.253314;

  /**
   * Middle and spread of {@code values}; one value has a spread of 0.
   *
   * @throws IllegalArgumentException without a value
   */
  public static RobustScores of(double... values) {
    double median = Quantiles.median(values);
    double[] off = Arrays.stream(values).map(each -> Math.abs(each - median)).toArray();
    double mad = Quantiles.median(off);
    double spread =
        mad > 0 ? mad / NORMAL_MAD : NORMAL_MEAN * Arrays.stream(off).average().orElse(0);
    return new RobustScores(median, spread);
  }

  /** The z of {@code value}; NaN at NaN. */
  public double z(double value) {
    return z(value, 0);
  }

  /** The z of {@code value} that is less sure than the others, by {@code error} in their unit. */
  public double z(double value, double error) {
    return value == median ? 0 : (value - median) / Math.hypot(spread, error);
  }
}
