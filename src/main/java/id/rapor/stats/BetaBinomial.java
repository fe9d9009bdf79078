package id.rapor.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How shares of many units differ: x of n hits, binomial with a share that is itself drawn from
 * Beta(alpha, beta). A unit's share, seen so, is drawn towards the mean of all the more, the fewer
 * its cases are.
 *
 * @param alpha above 0
 * @param beta above 0
 */
public record BetaBinomial(double alpha, double beta) {

  public BetaBinomial {
    if (!(alpha > 0 && beta > 0)) {
      throw new IllegalArgumentException(
          "Cannot shrink shares by Beta(" + alpha + ", " + beta + "), expected numbers above 0.");
    }
  }

  /**
   * From the mean and the variance between units weighted by their cases; empty if the units differ
   * by no more than chance.
   *
   * <p>Source: Kleinman 1973.
   */
  public static Optional<BetaBinomial> moments(double[] hits, double[] cases) {
    double all = Arrays.stream(cases).sum();
    double mean = Arrays.stream(hits).sum() / all;
    double chance = mean * (1 - mean);
    double squares =
        IntStream.range(0, hits.length)
            .mapToDouble(i -> cases[i] * Math.pow(hits[i] / cases[i] - mean, 2))
            .sum();
    double degrees = hits.length - 1;
    double spare = Arrays.stream(cases).map(n -> n * (1 - n / all)).sum() - degrees;
    double correlation = (squares - chance * degrees) / (chance * spare);
    if (!(correlation > 0 && correlation < 1)) {
      return Optional.empty();
    }
    double both = (1 - correlation) / correlation;
    return Optional.of(new BetaBinomial(mean * both, (1 - mean) * both));
  }

  /**
   * Under which the shares are likeliest, sought from their moments.
   *
   * @throws IllegalArgumentException if the units differ by no more than chance
   */
  public static BetaBinomial likeliest(double[] hits, double[] cases) {
    BetaBinomial start =
        moments(hits, cases)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Cannot seek how shares differ, expected some that differ by more than"
                            + " chance."));
    double[] peak =
        LikelihoodPeak.from(
            start.alpha, start.beta, (a, b) -> new BetaBinomial(a, b).surface(hits, cases));
    return new BetaBinomial(peak[0], peak[1]);
  }

  /** The logarithm of the probability of just these hits. */
  public double logLikelihood(double[] hits, double[] cases) {
    return surface(hits, cases).value();
  }

  private LikelihoodPeak.Surface surface(double[] hits, double[] cases) {
    double[] sums = new double[6];
    double both = alpha + beta;
    for (int i = 0; i < hits.length; i++) {
      double x = hits[i];
      double rest = cases[i] - x;
      sums[0] +=
          rising(alpha, x) + rising(beta, rest) - rising(both, cases[i]) + choices(cases[i], x);
      double slope = Digamma.value(both) - Digamma.value(cases[i] + both);
      double bend = Trigamma.value(both) - Trigamma.value(cases[i] + both);
      sums[1] += Digamma.value(x + alpha) - Digamma.value(alpha) + slope;
      sums[2] += Digamma.value(rest + beta) - Digamma.value(beta) + slope;
      sums[3] += Trigamma.value(x + alpha) - Trigamma.value(alpha) + bend;
      sums[4] += bend;
      sums[5] += Trigamma.value(rest + beta) - Trigamma.value(beta) + bend;
    }
    return new LikelihoodPeak.Surface(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
  }

  private static double rising(double from, double by) {
    return LogGamma.value(from + by) - LogGamma.value(from);
  }

  private static double choices(double n, double x) {
    return LogGamma.value(n + 1) - LogGamma.value(x + 1) - LogGamma.value(n - x + 1);
  }

  /** The mean share of all units. */
  public double mean() {
    return alpha / (alpha + beta);
  }

  /** How alike two cases of one unit are, 0-1: 1 / (alpha + beta + 1). */
  public double correlation() {
    return 1 / (alpha + beta + 1);
  }

  /** The expected share of a unit with {@code hits} of {@code cases}. */
  public double posteriorMean(double hits, double cases) {
    return (hits + alpha) / (cases + alpha + beta);
  }

  /** The share below which that of such a unit lies with {@code probability}. */
  public double posteriorQuantile(double hits, double cases, double probability) {
    return BetaDistribution.of(hits + alpha, cases - hits + beta)
        .inverseCumulativeProbability(probability);
  }
}
