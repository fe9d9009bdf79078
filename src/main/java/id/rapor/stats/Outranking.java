package id.rapor.stats;

import java.util.Arrays;

/**
 * Ranks units by pairs, so that no indicator makes good for another: one unit outranks a second to
 * the share of the weight in which it is better, ties counting half.
 *
 * <p>Source: Copeland 1951; OECD and JRC, Handbook on Constructing Composite Indicators (2008).
 */
public final class Outranking {
  private Outranking() {}

  /**
   * How far each unit outranks each other, 0-1: o(i, j) + o(j, i) = 1, and 0 for itself.
   *
   * @param units the values of each unit, more being better, none missing
   * @param weights of the indicators, above 0
   */
  public static double[][] matrix(double[][] units, double[] weights) {
    double all = Arrays.stream(weights).sum();
    double[][] matrix = new double[units.length][units.length];
    for (int i = 0; i < units.length; i++) {
      for (int j = i + 1; j < units.length; j++) {
        double won = 0;
        for (int k = 0; k < weights.length; k++) {
          double side = Math.signum(units[i][k] - units[j][k]);
          won += weights[k] / all * (1 + side) / 2;
        }
        matrix[i][j] = won;
        matrix[j][i] = 1 - won;
      }
    }
    return matrix;
  }

  /** Of each unit, how many it outranks by more than half less how many outrank it so. */
  public static int[] copeland(double[][] matrix) {
    int[] scores = new int[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        scores[i] += i == j ? 0 : (int) Math.signum(matrix[i][j] - 0.5);
      }
    }
    return scores;
  }
}
