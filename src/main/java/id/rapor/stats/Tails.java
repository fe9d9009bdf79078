package id.rapor.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * How rare a count at least as large is, exactly: p-values without unit, in [0, 1], 1 at a count of
 * 0. Computed by Apache Commons Statistics.
 */
public final class Tails {
  private Tails() {}

  /**
   * P(X &gt;= count) for X binomial (n, share): the exact upper-tail test of a share.
   *
   * <p>n = 0 gives 1; a share of 0 gives 0 for any count above 0, a share of 1 always 1. Source:
   * Clopper and Pearson 1934.
   *
   * @param share in [0, 1]
   * @throws IllegalArgumentException for a count outside [0, n], or a share that is NaN or outside
   *     [0, 1]
   */
  public static double binomial(long count, long n, double share) {
    if (count < 0 || count > n || !(share >= 0 && share <= 1)) {
      throw impossible("binomial", count, "n " + n + " and share " + share);
    }
    return count == 0
        ? 1
        : BinomialDistribution.of(Math.toIntExact(n), share)
            .survivalProbability(Math.toIntExact(count - 1));
  }

  /**
   * The two-sided exact sign test: how rare a split of {@code first} against {@code second} at
   * least as uneven is if both sides are equally likely. 1 at 0 against 0. Source: Dixon and Mood
   * 1946.
   */
  public static double sign(long first, long second) {
    return Math.min(1, 2 * binomial(Math.max(first, second), first + second, 0.5));
  }

  /**
   * P(X &gt;= count) for X Poisson with that mean: the exact upper-tail test of a count against
   * what was expected.
   *
   * <p>A mean of 0 gives 0 for any count above 0. Source: Garwood 1936.
   *
   * @throws IllegalArgumentException for a negative count, or a mean that is negative or NaN
   */
  public static double poisson(long count, double mean) {
    if (count < 0 || !(mean >= 0)) {
      throw impossible("Poisson", count, "mean " + mean);
    }
    if (count == 0 || mean == 0) {
      return count == 0 ? 1 : 0;
    }
    return PoissonDistribution.of(mean).survivalProbability(Math.toIntExact(count - 1));
  }

  /**
   * P(X &gt;= count) where {@code draws} are taken without replacement from a population of which
   * {@code marked} are marked: Fisher's exact upper tail.
   *
   * <p>No draws or nothing marked give 1 at a count of 0. Source: Fisher 1935.
   *
   * @throws IllegalArgumentException for a count outside [0, min(draws, marked)], or more drawn or
   *     marked than there are
   */
  public static double hypergeometric(long count, long population, long marked, long draws) {
    if (count < 0 || count > Math.min(draws, marked) || Math.max(draws, marked) > population) {
      throw impossible(
          "hypergeometric", count, draws + " draws from " + population + ", " + marked + " marked");
    }
    return count == 0
        ? 1
        : HypergeometricDistribution.of(
                Math.toIntExact(population), Math.toIntExact(marked), Math.toIntExact(draws))
            .survivalProbability(Math.toIntExact(count - 1));
  }

  /**
   * P(X &gt; value) for X chi-squared. 1 at {@code value} 0 or below.
   *
   * @param degrees of freedom, above 0
   */
  public static double chiSquared(double value, double degrees) {
    return ChiSquaredDistribution.of(degrees).survivalProbability(value);
  }

  /** The value below which a chi-squared X lies with that probability. */
  static double chiSquaredQuantile(double probability, double degrees) {
    return ChiSquaredDistribution.of(degrees).inverseCumulativeProbability(probability);
  }

  private static IllegalArgumentException impossible(String test, long count, String of) {
    return new IllegalArgumentException(
        "Cannot make the "
            + test
            + " test: the count is "
            + count
            + " with "
            + of
            + ", expected a count that can occur; check how they were counted.");
  }
}
