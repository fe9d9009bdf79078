package id.rapor.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * How estimates of many units differ: each is normal about its own mean with its standard error,
 * and the means are normal about {@code mu} with variance {@code tau2}.
 *
 * @param mu mean of the units, each weighing 1 / (tau2 + squared error)
 * @param error standard error of mu
 * @param tau2 variance between units, in the squared unit of the estimates, at least 0
 */
public record NormalNormal(double mu, double error, double tau2) {
  private static final int STEPS = 200;

  /** How tau2 is found. */
  public enum Method {
    /** By moments, in one step (DerSimonian and Laird, 1986). */
    DERSIMONIAN_LAIRD,
    /** So that the weighted squares are what is expected of them (Paule and Mandel, 1982). */
    PAULE_MANDEL,
    /** Restricted maximum likelihood (Patterson and Thompson, 1971). */
    RESTRICTED_LIKELIHOOD
  }

  /**
   * The spread of {@code estimates}; fewer than two have tau2 = 0.
   *
   * @param errors above 0
   */
  public static NormalNormal of(double[] estimates, double[] errors, Method method) {
    double tau2 =
        switch (method) {
          case DERSIMONIAN_LAIRD -> moments(estimates, errors);
          case PAULE_MANDEL ->
              root(tau -> squares(estimates, errors, tau) - (estimates.length - 1), errors);
          case RESTRICTED_LIKELIHOOD -> root(tau -> slope(estimates, errors, tau), errors);
        };
    double[] weights = weights(errors, tau2);
    return new NormalNormal(
        mean(estimates, weights), 1 / Math.sqrt(Arrays.stream(weights).sum()), tau2);
  }

  /** Cochran's Q: weighted squared distances from the mean. */
  public static double q(double[] estimates, double[] errors) {
    return squares(estimates, errors, 0);
  }

  private static double moments(double[] estimates, double[] errors) {
    double[] weights = weights(errors, 0);
    double sum = Arrays.stream(weights).sum();
    double spare = sum - Arrays.stream(weights).map(w -> w * w).sum() / sum;
    double more = q(estimates, errors) - (estimates.length - 1);
    return more > 0 && spare > 0 ? more / spare : 0;
  }

  private static double squares(double[] estimates, double[] errors, double tau2) {
    double[] weights = weights(errors, tau2);
    double mean = mean(estimates, weights);
    return IntStream.range(0, estimates.length)
        .mapToDouble(i -> weights[i] * (estimates[i] - mean) * (estimates[i] - mean))
        .sum();
  }

  /** Of the restricted likelihood by tau2, twice. */
  private static double slope(double[] estimates, double[] errors, double tau2) {
    double[] weights = weights(errors, tau2);
    double mean = mean(estimates, weights);
    double sum = Arrays.stream(weights).sum();
    double second = Arrays.stream(weights).map(w -> w * w).sum();
    double squares =
        IntStream.range(0, estimates.length)
            .mapToDouble(i -> Math.pow(weights[i] * (estimates[i] - mean), 2))
            .sum();
    return squares - sum + second / sum;
  }

  /** Where a falling curve comes to 0, by halving; 0 where it is never above. */
  private static double root(DoubleUnaryOperator curve, double[] errors) {
    if (!(curve.applyAsDouble(0) > 0)) {
      return 0;
    }
    double low = 0;
    double high = Arrays.stream(errors).map(error -> error * error).max().orElse(1);
    while (curve.applyAsDouble(high) > 0) {
      high *= 2;
    }
    for (int i = 0; i < STEPS; i++) {
      double middle = (low + high) / 2;
      if (curve.applyAsDouble(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double[] weights(double[] errors, double tau2) {
    return Arrays.stream(errors).map(error -> 1 / (error * error + tau2)).toArray();
  }

  private static double mean(double[] estimates, double[] weights) {
    return PowerMean.of(estimates, weights, PowerMean.ARITHMETIC);
  }

  /** The share of the variance of such an estimate that is real, 0-1. */
  public double reliability(double error) {
    return tau2 / (tau2 + error * error);
  }

  /** The expected mean of a unit with such an estimate. */
  public double posteriorMean(double estimate, double error) {
    return reliability(error) * estimate + (1 - reliability(error)) * mu;
  }

  /** Its standard deviation, with mu and tau2 taken as known. */
  public double posteriorDeviation(double error) {
    return Math.sqrt(reliability(error)) * error;
  }

  /**
   * The expected rank of each unit, 1 for the highest (Laird and Louis, 1989); NaN where tau2 is 0,
   * as nothing tells them apart then.
   */
  public double[] expectedRanks(double[] estimates, double[] errors) {
    return IntStream.range(0, estimates.length)
        .mapToDouble(
            i ->
                IntStream.range(0, estimates.length)
                    .filter(j -> j != i)
                    .mapToDouble(j -> NormalTail.above(ahead(i, j, estimates, errors)))
                    .sum())
        .map(above -> 1 + above)
        .toArray();
  }

  private double ahead(int i, int j, double[] estimates, double[] errors) {
    double spread = Math.hypot(posteriorDeviation(errors[i]), posteriorDeviation(errors[j]));
    return (posteriorMean(estimates[i], errors[i]) - posteriorMean(estimates[j], errors[j]))
        / spread;
  }
}
