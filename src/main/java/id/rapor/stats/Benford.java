package id.rapor.stats;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the leading digits of amounts lie beside log10(1 + 1/d), as free amounts over several orders
 * of magnitude have them. Fees set by a tariff have not: check them against the tariff instead.
 *
 * <p>Amounts of 0, below 0 or NaN do not count. Without any, MAD, chi-squared and arc are NaN and p
 * is NaN. MAD grows as n falls; below {@value #LEAST} amounts or {@value #LEAST_ORDERS} orders of
 * magnitude nothing should be concluded ({@link #applies}). Chi-squared finds trifles at large n.
 *
 * <p>Source: Benford 1938; Nigrini 2012.
 *
 * @param n amounts counted
 * @param counts of digits 1-9 or 10-99, in their order
 * @param mad mean |share - expected share| over digits, without unit; see {@link #isConforming}
 * @param chiSquared of the counts, with one degree of freedom fewer than digits
 * @param p of chi-squared
 * @param arc squared length of the mean of the amounts on the circle of their mantissas, in [0, 1]
 * @param orders of magnitude between the least and the largest amount
 */
public record Benford(
    long n, List<Long> counts, double mad, double chiSquared, double p, double arc, double orders) {
  /** Fewer amounts than that tell nothing (Nigrini 2012). */
  public static final int LEAST = 500;

  /** Nor do amounts that span fewer orders of magnitude. */
  public static final int LEAST_ORDERS = 2;

  private static final double FIRST_DIGIT_LIMIT = 0.015;
  private static final double TWO_DIGITS_LIMIT = 0.0022;

  /** By the first digit. */
  public static Benford firstDigit(double... amounts) {
    return of(amounts, 1);
  }

  /** By the first two digits. */
  public static Benford firstTwoDigits(double... amounts) {
    return of(amounts, 2);
  }

  private static Benford of(double[] amounts, int digits) {
    int first = digits == 1 ? 1 : 10;
    double[] counted = Arrays.stream(amounts).filter(each -> each > 0).toArray();
    long[] counts = new long[9 * first];
    Arrays.stream(counted).forEach(each -> counts[leading(each, digits) - first]++);
    double n = counted.length;
    double[] shares = IntStream.range(first, 10 * first).mapToDouble(Benford::share).toArray();
    double mad = 0;
    double chi = 0;
    for (int i = 0; i < counts.length; i++) {
      mad += Math.abs(counts[i] / n - shares[i]) / counts.length;
      chi += (counts[i] - n * shares[i]) * (counts[i] - n * shares[i]) / (n * shares[i]);
    }
    double p = n == 0 ? Double.NaN : Tails.chiSquared(chi, counts.length - 1.0);
    return new Benford(
        counted.length,
        Arrays.stream(counts).boxed().toList(),
        mad,
        chi,
        p,
        arc(counted),
        orders(counted));
  }

  /** How often a number begins with those digits. */
  static double share(int digits) {
    return Math.log10(1 + 1.0 / digits);
  }

  /** Whether there are enough amounts, over enough orders of magnitude, to conclude anything. */
  public boolean applies() {
    return n >= LEAST && orders >= LEAST_ORDERS;
  }

  /** Whether MAD is at most 0.015 for one digit, 0.0022 for two: Nigrini's marginal conformity. */
  public boolean isConforming() {
    return mad <= (counts.size() == 9 ? FIRST_DIGIT_LIMIT : TWO_DIGITS_LIMIT);
  }

  private static int leading(double amount, int digits) {
    // In decimals as written: 0.3 begins with a 3, whatever its binary form.
    String unscaled = BigDecimal.valueOf(amount).unscaledValue().toString();
    String padded = unscaled.length() < digits ? unscaled + "0" : unscaled;
    return Integer.parseInt(padded.substring(0, digits));
  }

  private static double arc(double[] amounts) {
    double[] angles = Arrays.stream(amounts).map(each -> 2 * Math.PI * Math.log10(each)).toArray();
    double x = Arrays.stream(angles).map(Math::cos).average().orElse(Double.NaN);
    double y = Arrays.stream(angles).map(Math::sin).average().orElse(Double.NaN);
    return x * x + y * y;
  }

  private static double orders(double[] amounts) {
    return amounts.length == 0
        ? 0
        : Math.log10(Arrays.stream(amounts).max().orElse(1))
            - Math.log10(Arrays.stream(amounts).min().orElse(1));
  }
}
