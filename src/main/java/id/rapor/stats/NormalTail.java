package id.rapor.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The upper tail of the standard normal distribution, accurate far out. */
public final class NormalTail {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private NormalTail() {}

  /**
   * P(Z &gt; z) = erfc(z / sqrt 2) / 2, without unit, in [0, 1].
   *
   * <p>The relative error stays near 1e-15 for every z at which the result is a normal double (to
   * about z = 37.5); beyond it the tail fades into 0. 1 at -infinity, 0 at +infinity, NaN at NaN.
   *
   * <p>Source: Abramowitz and Stegun 1964, 26.2 and 7.1.2; computed by Apache Commons Statistics.
   */
  public static double above(double z) {
    return Double.isNaN(z) ? Double.NaN : STANDARD.survivalProbability(z);
  }

  /**
   * 2 P(Z &gt; |z|): the two-sided p-value of a z-score, in [0, 1]; NaN at NaN. Accurate as {@link
   * #above}.
   */
  public static double twoSided(double z) {
    return 2 * above(Math.abs(z));
  }

  /**
   * The z whose upper tail is {@code probability}: the inverse of {@link #above}.
   *
   * @param probability in [0, 1]; 0 gives +infinity, 1 gives -infinity
   * @throws IllegalArgumentException if {@code probability} is NaN or outside [0, 1]
   */
  public static double quantile(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "Cannot find a normal quantile: the probability is "
              + probability
              + ", expected 0 to 1; check where it comes from.");
    }
    return STANDARD.inverseSurvivalProbability(probability);
  }
}
