package id.rapor.stats;

import java.util.Arrays;

/** How far two rows of numbers go together, from -1 to 1. */
public final class Correlation {
  private Correlation() {}

  /**
   * Pearson's coefficient; NaN for fewer than two pairs and where one row is constant.
   *
   * <p>Source: Pearson 1895.
   *
   * @throws IllegalArgumentException if the rows are not equally long
   */
  public static double pearson(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "Cannot correlate "
              + x.length
              + " with "
              + y.length
              + " values, expected as many; leave out those that lack a partner.");
    }
    double meanX = Arrays.stream(x).average().orElse(Double.NaN);
    double meanY = Arrays.stream(y).average().orElse(Double.NaN);
    double both = 0;
    double squaresX = 0;
    double squaresY = 0;
    for (int i = 0; i < x.length; i++) {
      both += (x[i] - meanX) * (y[i] - meanY);
      squaresX += (x[i] - meanX) * (x[i] - meanX);
      squaresY += (y[i] - meanY) * (y[i] - meanY);
    }
    return both / Math.sqrt(squaresX * squaresY);
  }

  /**
   * Spearman's coefficient: Pearson's of the ranks, where ties share their average rank; NaN as
   * there.
   *
   * <p>Source: Spearman 1904.
   */
  public static double spearman(double[] x, double[] y) {
    return pearson(averageRanks(x), averageRanks(y));
  }

  /** Ranks from 1 upwards, ties at their average. */
  private static double[] averageRanks(double[] values) {
    int[] order = Estimates.order(values.length, (a, b) -> Double.compare(values[a], values[b]));
    double[] ranks = new double[values.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int k = from; k < to; k++) {
        ranks[order[k]] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
