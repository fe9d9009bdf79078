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
    checkLengths(x, y);
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

  /**
   * Kendall's tau-b: concordant less discordant pairs, over the geometric mean of the pairs that x
   * does not tie and those that y does not tie; NaN where one row is constant.
   *
   * <p>Source: Kendall 1945.
   *
   * @throws IllegalArgumentException if the rows are not equally long
   */
  public static double kendall(double[] x, double[] y) {
    Pairs pairs = Pairs.of(x, y);
    return pairs.difference() / Math.sqrt((double) pairs.untiedX() * pairs.untiedY());
  }

  /**
   * Goodman and Kruskal's gamma: concordant less discordant pairs over their sum, ties left out;
   * NaN where every pair is tied.
   *
   * <p>Source: Goodman and Kruskal 1954.
   *
   * @throws IllegalArgumentException if the rows are not equally long
   */
  public static double gamma(double[] x, double[] y) {
    Pairs pairs = Pairs.of(x, y);
    return pairs.difference() / (double) (pairs.concordant + pairs.discordant);
  }

  /**
   * Kendall's tau-a: concordant less discordant pairs over all pairs; NaN for fewer than two.
   *
   * <p>Source: Kendall 1938.
   *
   * @throws IllegalArgumentException if the rows are not equally long
   */
  public static double tauA(double[] x, double[] y) {
    return Pairs.of(x, y).difference() / (x.length * (x.length - 1) / 2.0);
  }

  /** How the pairs of rows stand to each other; counted one by one, in time n squared. */
  record Pairs(long concordant, long discordant, long tiedX, long tiedY) {
    static Pairs of(double[] x, double[] y) {
      checkLengths(x, y);
      long[] counts = new long[4];
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < i; j++) {
          double inX = Math.signum(x[i] - x[j]);
          double inY = Math.signum(y[i] - y[j]);
          counts[0] += inX * inY > 0 ? 1 : 0;
          counts[1] += inX * inY < 0 ? 1 : 0;
          counts[2] += inX == 0 && inY != 0 ? 1 : 0;
          counts[3] += inY == 0 && inX != 0 ? 1 : 0;
        }
      }
      return new Pairs(counts[0], counts[1], counts[2], counts[3]);
    }

    double difference() {
      return concordant - discordant;
    }

    long untiedX() {
      return concordant + discordant + tiedY;
    }

    long untiedY() {
      return concordant + discordant + tiedX;
    }
  }

  private static void checkLengths(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "Cannot correlate "
              + x.length
              + " with "
              + y.length
              + " values, expected as many; leave out those that lack a partner.");
    }
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
