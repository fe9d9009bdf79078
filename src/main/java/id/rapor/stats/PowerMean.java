package id.rapor.stats;

/**
 * Weighted means of what is present: (sum(w x^p) / sum(w))^(1/p), over the parts that are not NaN.
 * The lower the power, the more a low part pulls the mean down. In the unit of the parts and within
 * their range; one part is its own mean.
 *
 * <p>Source: Hardy, Littlewood and Polya, Inequalities (1934).
 */
public final class PowerMean {
  /** A point lost here is made good by a point won there. */
  public static final double ARITHMETIC = 1;

  /** The limit at power 0: exp(sum(w ln x) / sum(w)). */
  public static final double GEOMETRIC = 0;

  public static final double HARMONIC = -1;

  private PowerMean() {}

  /**
   * The mean of {@code parts}; NaN without any.
   *
   * @param parts above 0 unless the mean is arithmetic
   * @param weights above 0, one for each part
   */
  public static double of(double[] parts, double[] weights, double power) {
    double[] all = new double[2];
    double[] sum = new double[2];
    for (int i = 0; i < parts.length; i++) {
      if (!Double.isNaN(parts[i])) {
        add(all, weights[i]);
        add(sum, weights[i] * lifted(parts[i], power));
      }
    }
    return lowered((sum[0] + sum[1]) / (all[0] + all[1]), power);
  }

  /** A sum and what rounding took from it (Neumaier, 1974): ties hang on no order of the parts. */
  private static void add(double[] sum, double term) {
    double next = sum[0] + term;
    double lost = Math.abs(sum[0]) >= Math.abs(term) ? sum[0] - next + term : term - next + sum[0];
    sum[0] = next;
    sum[1] += lost;
  }

  /** The mean of {@code parts}, or NaN if a share of less than {@code least} of them is present. */
  public static double of(double[] parts, double[] weights, double power, double least) {
    double present = Normalisation.present(parts).length;
    return present / parts.length < least ? Double.NaN : of(parts, weights, power);
  }

  private static double lifted(double part, double power) {
    return power == ARITHMETIC ? part : power == GEOMETRIC ? Math.log(part) : Math.pow(part, power);
  }

  private static double lowered(double mean, double power) {
    return power == ARITHMETIC
        ? mean
        : power == GEOMETRIC ? Math.exp(mean) : Math.pow(mean, 1 / power);
  }
}
