package id.rapor.stats;

import java.util.function.DoubleUnaryOperator;

/** Integrates smooth functions over an interval by Gauss-Legendre panels. */
final class Quadrature {
  /** Points per panel: a polynomial of degree 19 is integrated exactly. */
  static final int POINTS = 10;

  private static final double[] NODES = new double[POINTS];
  private static final double[] WEIGHTS = new double[POINTS];

  /** Halving a panel this often reaches the spacing of doubles. */
  private static final int DEEPEST = 48;

  static {
    for (int i = 0; i < POINTS; i++) {
      findNode(i);
    }
  }

  private Quadrature() {}

  /** The i-th of {@link #POINTS} nodes of the panel from {@code low} to {@code high}. */
  static double node(int i, double low, double high) {
    return (low + high) / 2 + NODES[i] * (high - low) / 2;
  }

  /** The weight of the i-th node of the panel from {@code low} to {@code high}. */
  static double weight(int i, double low, double high) {
    return WEIGHTS[i] * (high - low) / 2;
  }

  /**
   * The integral of {@code f} from {@code low} to {@code high}, halving panels until a panel and
   * its two halves agree within {@code tolerance}; 0 where {@code high} is not above {@code low}.
   */
  static double adaptive(DoubleUnaryOperator f, double low, double high, double tolerance) {
    if (!(high > low)) {
      return 0;
    }
    return halve(f, low, high, panel(f, low, high), tolerance, 0);
  }

  private static double halve(
      DoubleUnaryOperator f, double low, double high, double whole, double tolerance, int depth) {
    double middle = (low + high) / 2;
    double left = panel(f, low, middle);
    double right = panel(f, middle, high);
    if (Math.abs(whole - left - right) <= tolerance || depth == DEEPEST) {
      return left + right;
    }
    return halve(f, low, middle, left, tolerance, depth + 1)
        + halve(f, middle, high, right, tolerance, depth + 1);
  }

  private static double panel(DoubleUnaryOperator f, double low, double high) {
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      sum += weight(i, low, high) * f.applyAsDouble(node(i, low, high));
    }
    return sum;
  }

  /** Newton's method on the Legendre polynomial (Abramowitz and Stegun 1964, 25.4.29). */
  private static void findNode(int i) {
    double x = Math.cos(Math.PI * (i + 0.75) / (POINTS + 0.5));
    double slope = 1;
    for (int round = 0; round < 100; round++) {
      double before = 1;
      double value = x;
      for (int k = 2; k <= POINTS; k++) {
        double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
        before = value;
        value = next;
      }
      slope = POINTS * (x * value - before) / (x * x - 1);
      x -= value / slope;
    }
    NODES[i] = x;
    WEIGHTS[i] = 2 / ((1 - x * x) * slope * slope);
  }
}
