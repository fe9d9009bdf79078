package id.rapor.stats;

import java.util.Arrays;

/**
 * Fences beyond which a value of a skewed sample is an outlier, both exclusive and in its unit.
 *
 * <p>With hinges H1, H3 (Tukey's fourths), IQR = H3 - H1 and medcouple MC: [H1 - 1.5 e^(-4 MC) IQR,
 * H3 + 1.5 e^(3 MC) IQR] for MC &gt;= 0, with exponents -3 and 4 for MC below 0. Of clean
 * log-normal durations 1.3 to 1.7 % lie outside.
 *
 * <p>One value is both its fences. Source: Hubert and Vandervieren 2008.
 */
public record AdjustedBoxplot(double low, double high) {
  private static final double REACH = 1.5;

  /**
   * The fences of {@code values}, in any order.
   *
   * @throws IllegalArgumentException without a value
   */
  public static AdjustedBoxplot of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] five = Quantiles.fiveNumbers(sorted);
    double first = five[1];
    double third = five[3];
    double skew = Medcouple.of(sorted);
    double reach = REACH * (third - first);
    return new AdjustedBoxplot(
        first - reach * Math.exp((skew >= 0 ? -4 : -3) * skew),
        third + reach * Math.exp((skew >= 0 ? 3 : 4) * skew));
  }
}
