package id.rapor.stats;

/** The middle of a sample, or of the difference between two, that outliers hardly move. */
public final class HodgesLehmann {
  private HodgesLehmann() {}

  /**
   * The median of all (x_i + x_j)/2, i &lt;= j, in the unit of the values; one value is its own.
   * Source: Hodges and Lehmann 1963.
   *
   * @throws IllegalArgumentException without a value
   */
  public static double centre(double... values) {
    int n = values.length;
    double[] means = new double[n * (n + 1) / 2];
    int place = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        means[place++] = (values[i] + values[j]) / 2;
      }
    }
    return Quantiles.median(means);
  }

  /**
   * By how much {@code values} lie above {@code others}: the median of all differences.
   *
   * @throws IllegalArgumentException if either has no value
   */
  public static double shift(double[] values, double[] others) {
    double[] differences = new double[values.length * others.length];
    int place = 0;
    for (double value : values) {
      for (double other : others) {
        differences[place++] = value - other;
      }
    }
    return Quantiles.median(differences);
  }
}
