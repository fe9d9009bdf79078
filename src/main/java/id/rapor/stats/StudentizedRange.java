package id.rapor.stats;

/**
 * The range of independent standard normal values: how far the greatest lies above the least.
 *
 * <p>P(range of p values &lt;= q) = p times the integral of phi(z) (Phi(z) - Phi(z - q))^(p - 1).
 * Source: Hartley 1942; Copenhaver and Holland 1988 for all pairs at once (Tukey, Kramer).
 */
public final class StudentizedRange {
  private static final double FURTHEST = 8.5;
  private static final int PANELS = 68;
  private static final double MOST = 100;

  private StudentizedRange() {}

  /**
   * P(range &lt;= {@code q}) of {@code values} values, in [0, 1]; 1 for fewer than two values.
   *
   * @param q at least 0
   */
  static double probability(double q, int values) {
    if (values < 2) {
      return 1;
    }
    double sum = 0;
    double width = 2 * FURTHEST / PANELS;
    for (int panel = 0; panel < PANELS; panel++) {
      double low = -FURTHEST + panel * width;
      for (int i = 0; i < Quadrature.POINTS; i++) {
        double z = Quadrature.node(i, low, low + width);
        double between = NormalTail.above(z - q) - NormalTail.above(z);
        sum +=
            Quadrature.weight(i, low, low + width)
                * Math.exp(-z * z / 2 + (values - 1) * Math.log(between));
      }
    }
    return Math.min(1, values * sum / Math.sqrt(2 * Math.PI));
  }

  /**
   * The q that a range of {@code values} values stays below with {@code probability}, to about
   * 1e-9; 0 for fewer than two values.
   *
   * @param probability in (0, 1)
   */
  public static double quantile(double probability, int values) {
    if (values < 2) {
      return 0;
    }
    double low = 0;
    double high = MOST;
    while (high - low > 1e-10) {
      double middle = (low + high) / 2;
      if (probability(middle, values) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
