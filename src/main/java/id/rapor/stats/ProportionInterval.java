package id.rapor.stats;

/**
 * How sure a share is: its Wilson interval and its Agresti-Coull standard error.
 *
 * @param low lower end, in [0, 1]
 * @param high upper end, in [0, 1], at least {@code low}
 * @param standardError of the share, always above 0
 */
public record ProportionInterval(double low, double high, double standardError) {

  public ProportionInterval {
    if (!(low >= 0 && low <= high && high <= 1 && standardError > 0)) {
      throw new IllegalArgumentException(
          "Cannot make an interval from " + low + " to " + high + " with error " + standardError);
    }
  }

  /**
   * Wilson interval of {@code count} out of {@code n}, and the Agresti-Coull standard error.
   *
   * <p>With z the two-sided normal quantile, m = n + z&sup2; and p~ = (count + z&sup2;/2) / m: the
   * interval is p~ &plusmn; z/m sqrt(count (n - count)/n + z&sup2;/4), the standard error sqrt(p~
   * (1 - p~) / m). The error is that of the shrunken share p~, so that 0 of n and n of n have one
   * too. Both are shares without unit, in [0, 1].
   *
   * <p>At n = 0 nothing is known: [0, 1] with error 1/(2z). At n = 1 the interval leaves out less
   * than half of the range. {@code count} and {@code n} need not be whole (weighted counts).
   *
   * <p>Source: Wilson 1927; Agresti and Coull 1998.
   *
   * @param confidence for example 0.95; in (0, 1)
   * @throws IllegalArgumentException for NaN, n below 0, count outside [0, n] or confidence outside
   *     (0, 1)
   */
  public static ProportionInterval wilson(double count, double n, double confidence) {
    if (!(n >= 0 && n < Double.POSITIVE_INFINITY && count >= 0 && count <= n)) {
      throw new IllegalArgumentException(
          "Cannot find the interval of a share: the count is "
              + count
              + " of "
              + n
              + ", expected 0 <= count <= n; check where they come from.");
    }
    double z = twoSidedQuantile(confidence);
    double m = n + z * z;
    double centre = (count + z * z / 2) / m;
    double spread = n == 0 ? 0 : count * (n - count) / n;
    double half = z / m * Math.sqrt(spread + z * z / 4);
    double low = count == 0 ? 0 : Math.max(0, centre - half);
    double high = count == n ? 1 : Math.min(1, centre + half);
    return new ProportionInterval(low, high, Math.sqrt(centre * (1 - centre) / m));
  }

  private static double twoSidedQuantile(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "Cannot find the interval of a share: the confidence is "
              + confidence
              + ", expected a number between 0 and 1, for example 0.95.");
    }
    return NormalTail.quantile((1 - confidence) / 2);
  }
}
