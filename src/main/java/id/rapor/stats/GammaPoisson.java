package id.rapor.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * How counts against what was expected differ between units: a count is Poisson with mean expected
 * x ratio, and the ratio is drawn from a gamma distribution with shape alpha and rate beta.
 *
 * <p>Source: Clayton and Kaldor 1987.
 *
 * @param alpha above 0
 * @param beta above 0
 */
public record GammaPoisson(double alpha, double beta) {

  public GammaPoisson {
    if (!(alpha > 0 && beta > 0)) {
      throw new IllegalArgumentException(
          "Cannot shrink counts by Gamma(" + alpha + ", " + beta + "), expected numbers above 0.");
    }
  }

  /**
   * From the mean and the variance of the ratios weighted by what was expected; empty if the units
   * differ by no more than chance.
   *
   * <p>Source: Marshall 1991.
   */
  public static Optional<GammaPoisson> moments(double[] observed, double[] expected) {
    double all = Arrays.stream(expected).sum();
    double mean = Arrays.stream(observed).sum() / all;
    double spread =
        IntStream.range(0, observed.length)
                .mapToDouble(i -> expected[i] * Math.pow(observed[i] / expected[i] - mean, 2))
                .sum()
            / all;
    double real = spread - mean * observed.length / all;
    return real > 0
        ? Optional.of(new GammaPoisson(mean * mean / real, mean / real))
        : Optional.empty();
  }

  /** Under which the counts are likeliest. */
  public static GammaPoisson likeliest(double[] observed, double[] expected) {
    double mean = Arrays.stream(observed).sum() / Arrays.stream(expected).sum();
    double[] peak =
        LikelihoodPeak.from(
            1, 1 / mean, (a, b) -> new GammaPoisson(a, b).surface(observed, expected));
    return new GammaPoisson(peak[0], peak[1]);
  }

  /** The logarithm of the probability of just these counts. */
  public double logLikelihood(double[] observed, double[] expected) {
    return surface(observed, expected).value();
  }

  private LikelihoodPeak.Surface surface(double[] observed, double[] expected) {
    double[] sums = new double[6];
    for (int i = 0; i < observed.length; i++) {
      double x = observed[i];
      double all = expected[i] + beta;
      double rest = Math.log(beta / all);
      sums[0] +=
          LogGamma.value(x + alpha)
              - LogGamma.value(alpha)
              - LogGamma.value(x + 1)
              + alpha * rest
              + x * Math.log(expected[i] / all);
      sums[1] += Digamma.value(x + alpha) - Digamma.value(alpha) + rest;
      sums[2] += alpha / beta - (x + alpha) / all;
      sums[3] += Trigamma.value(x + alpha) - Trigamma.value(alpha);
      sums[4] += 1 / beta - 1 / all;
      sums[5] += (x + alpha) / (all * all) - alpha / (beta * beta);
    }
    return new LikelihoodPeak.Surface(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
  }

  /** The mean ratio of all units. */
  public double mean() {
    return alpha / beta;
  }

  /** The expected ratio of a unit with such a count. */
  public double posteriorMean(double observed, double expected) {
    return (observed + alpha) / (expected + beta);
  }

  /** The ratio below which that of such a unit lies with {@code probability}. */
  public double posteriorQuantile(double observed, double expected, double probability) {
    return posterior(observed, expected).inverseCumulativeProbability(probability);
  }

  /** How likely it is that the ratio of such a unit is above {@code ratio}. */
  public double above(double observed, double expected, double ratio) {
    return posterior(observed, expected).survivalProbability(ratio);
  }

  private GammaDistribution posterior(double observed, double expected) {
    return GammaDistribution.of(observed + alpha, 1 / (expected + beta));
  }
}
