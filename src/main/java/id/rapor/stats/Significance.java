package id.rapor.stats;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How sure it is that two rows of numbers go together: intervals, and two-sided p-values in 0-1.
 */
public final class Significance {
  private Significance() {}

  /**
   * Interval of Pearson's coefficient {@code r} of {@code n} pairs, by Fisher's z: tanh(atanh r +-
   * z / sqrt(n - 3)). A coefficient of 1 or -1 is its own interval; three pairs or fewer give -1 to
   * 1 and NaN.
   *
   * <p>Source: Fisher 1921.
   *
   * @return low and high
   */
  public static double[] pearson(double r, int n, double confidence) {
    double z = 0.5 * Math.log((1 + r) / (1 - r));
    double half = NormalTail.quantile((1 - confidence) / 2) / Math.sqrt(n - 3.0);
    return Math.abs(r) >= 1 - 1e-15
        ? new double[] {Math.signum(r), Math.signum(r)}
        : new double[] {Math.tanh(z - half), Math.tanh(z + half)};
  }

  /**
   * Of Spearman's coefficient {@code rho} of {@code n} pairs: t = rho sqrt((n - 2) / (1 - rho^2))
   * with n - 2 degrees of freedom; 0 for 1 and -1. NaN for fewer than three pairs.
   */
  public static double spearman(double rho, int n) {
    if (n < 3 || Math.abs(rho) >= 1) {
      return n < 3 ? Double.NaN : 0;
    }
    double t = Math.abs(rho) * Math.sqrt((n - 2) / (1 - rho * rho));
    return 2 * TDistribution.of(n - 2).survivalProbability(t);
  }

  /**
   * Of Kendall's tau-b: concordant less discordant pairs against the normal curve, with the
   * variance that ties leave and no correction for continuity. NaN where one row is constant.
   *
   * <p>Source: Kendall 1970, chapter 4.
   *
   * @throws IllegalArgumentException if the rows are not equally long
   */
  public static double kendall(double[] x, double[] y) {
    double n = x.length;
    double[] tiesX = ties(x);
    double[] tiesY = ties(y);
    double plain = n * (n - 1) * (2 * n + 5) - spread(tiesX) - spread(tiesY);
    double variance =
        plain / 18
            + pairs(tiesX) * pairs(tiesY) / (2 * n * (n - 1))
            + triples(tiesX) * triples(tiesY) / (9 * n * (n - 1) * (n - 2));
    double z = Correlation.Pairs.of(x, y).difference() / Math.sqrt(variance);
    return NormalTail.twoSided(z);
  }

  /** How many share each value. */
  private static double[] ties(double[] values) {
    return Arrays.stream(values)
        .boxed()
        .collect(Collectors.groupingBy(value -> value, Collectors.counting()))
        .values()
        .stream()
        .mapToDouble(Long::doubleValue)
        .toArray();
  }

  private static double spread(double[] ties) {
    return Arrays.stream(ties).map(t -> t * (t - 1) * (2 * t + 5)).sum();
  }

  private static double pairs(double[] ties) {
    return Arrays.stream(ties).map(t -> t * (t - 1)).sum();
  }

  private static double triples(double[] ties) {
    return Arrays.stream(ties).map(t -> t * (t - 1) * (t - 2)).sum();
  }
}
