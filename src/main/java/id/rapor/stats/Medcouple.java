package id.rapor.stats;

import java.util.Arrays;

/** How skewed a sample is, however far its extremes lie. */
final class Medcouple {
  /** Above so many values the mean with the mirrored sample is left out, as is usual. */
  private static final int REFLECTED = 100;

  private Medcouple() {}

  /**
   * Median over x_i &lt;= m &lt;= x_j of ((x_j - m) - (m - x_i)) / (x_j - x_i), m the median; pairs
   * that both equal m count -1, 0 or 1 by their places. Without unit, in [-1, 1]: 0 symmetric,
   * above 0 a long right tail. Fewer than 3 values give 0.
   *
   * <p>All pairs are formed: n&sup2;/4 of them, meant for some thousand values (agencies, not
   * cases).
   *
   * <p>Source: Brys, Hubert and Struyf 2004; up to 100 values the mean of MC(x) and -MC(-x).
   */
  static double of(double[] values) {
    double[] mirrored = Arrays.stream(values).map(each -> -each).toArray();
    return values.length > REFLECTED ? plain(values) : (plain(values) - plain(mirrored)) / 2;
  }

  private static double plain(double[] values) {
    if (values.length < 3) {
      return 0;
    }
    double median = Quantiles.median(values);
    double[] sorted = Arrays.stream(values).map(each -> each - median).sorted().toArray();
    double[] low = Arrays.stream(sorted).filter(each -> each <= 0).toArray();
    double[] high = Arrays.stream(sorted).filter(each -> each >= 0).toArray();
    double[] kernel = new double[low.length * high.length];
    for (int i = 0; i < low.length; i++) {
      for (int j = 0; j < high.length; j++) {
        // Among pairs that both equal the median as many count 1 as -1.
        kernel[i * high.length + j] =
            low[i] == high[j]
                ? Integer.signum(low.length - 1 - i - j)
                : (high[j] + low[i]) / (high[j] - low[i]);
      }
    }
    return Quantiles.median(kernel);
  }
}
