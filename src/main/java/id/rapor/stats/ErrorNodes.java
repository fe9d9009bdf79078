package id.rapor.stats;

import java.util.Arrays;

/**
 * A few standard errors that stand for many, so that a sum over thousands of units becomes a sum
 * over some dozens of nodes.
 *
 * <p>What is summed is smooth in the logarithm of a unit's standard error, so each unit spreads its
 * weight over the eight nearest nodes of an even grid by Lagrange's polynomial. Where there are no
 * more distinct standard errors than grid nodes, these are the nodes, and nothing is lost. Units
 * with standard error 0 are not held here.
 */
final class ErrorNodes {
  private static final int STENCIL = 8;

  /** Distance of grid nodes on the log scale at which no critical value is off by 1e-7. */
  static final double FINE = 0.08;

  /** The same for 1e-5. */
  static final double COARSE = 0.24;

  /** The nodes, ascending. */
  final double[] errors;

  /** The first node to which each unit adds weight, and how many in a row it adds to. */
  private final int[] first;

  private final int spread;

  /** As many weights per unit, which add up to 1. */
  private final double[] shares;

  private ErrorNodes(double[] errors, int[] first, int spread, double[] shares) {
    this.errors = errors;
    this.first = first;
    this.spread = spread;
    this.shares = shares;
  }

  /** Exact nodes: one per distinct standard error of the ascending {@code sorted}. */
  static ErrorNodes exact(double[] sorted) {
    double[] distinct = Arrays.stream(sorted).filter(error -> error > 0).distinct().toArray();
    int[] first = new int[sorted.length];
    double[] shares = new double[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      first[i] = sorted[i] > 0 ? Arrays.binarySearch(distinct, sorted[i]) : 0;
      shares[i] = sorted[i] > 0 ? 1 : 0;
    }
    return new ErrorNodes(distinct, first, 1, shares);
  }

  /** The cheaper of the exact nodes and a grid, for the ascending {@code sorted}. */
  static ErrorNodes cheapest(double[] sorted, double step) {
    ErrorNodes exact = exact(sorted);
    int distinct = exact.errors.length;
    if (distinct <= STENCIL) {
      return exact;
    }
    double least = Math.log(exact.errors[0]);
    int steps = (int) Math.ceil((Math.log(exact.errors[distinct - 1]) - least) / step);
    return steps + STENCIL >= distinct ? exact : grid(sorted, least, step, steps + STENCIL);
  }

  private static ErrorNodes grid(double[] sorted, double least, double step, int count) {
    int before = STENCIL / 2 - 1;
    double[] errors = new double[count];
    for (int k = 0; k < count; k++) {
      errors[k] = Math.exp(least + (k - before) * step);
    }
    int[] first = new int[sorted.length];
    double[] shares = new double[sorted.length * STENCIL];
    for (int i = 0; i < sorted.length; i++) {
      if (sorted[i] > 0) {
        double position = (Math.log(sorted[i]) - least) / step;
        first[i] = Math.max(0, Math.min(count - STENCIL, (int) position));
        lagrange(position + before - first[i], shares, i * STENCIL);
      }
    }
    return new ErrorNodes(errors, first, STENCIL, shares);
  }

  /** Weights of the nodes 0 to 7 for a value at {@code position}, written from {@code start} on. */
  private static void lagrange(double position, double[] shares, int start) {
    for (int k = 0; k < STENCIL; k++) {
      double share = 1;
      for (int other = 0; other < STENCIL; other++) {
        share *= other == k ? 1 : (position - other) / (k - other);
      }
      shares[start + k] = share;
    }
  }

  /** Adds unit {@code i} to the weights of the nodes. */
  void add(int i, double[] weights) {
    for (int k = 0; k < spread; k++) {
      weights[first[i] + k] += shares[i * spread + k];
    }
  }
}
