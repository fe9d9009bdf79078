package id.rapor.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much more units differ than chance alone lets them, so that only those are told apart that
 * stand out among units which all differ a little.
 *
 * <p>phi = sum z&sup2; / n; tau&sup2; = (n phi - (n - 1)) / (sum w - sum w&sup2; / sum w) with w =
 * 1/s&sup2;, 0 where n phi is below n - 1. Few odd units must not hide themselves by it: z are
 * pulled in to their 10 % and 90 % quantiles first, or the units in both end tenths left out.
 *
 * <p>Without units phi is NaN and tau&sup2; 0; one unit has tau&sup2; 0. Source: Spiegelhalter 2005
 * (QSHC 14:347); DerSimonian and Laird 1986.
 *
 * @param phi mean squared z, without unit: 1 = chance alone
 * @param tau2 variance between units, in the squared unit of s
 */
public record Dispersion(double phi, double tau2) {
  private static final double TRIM = 0.1;

  /** From all units, with z pulled in to their type-7 10 % and 90 % quantiles. */
  public static Dispersion winsorised(double[] z, double[] s) {
    if (z.length == 0) {
      return new Dispersion(Double.NaN, 0);
    }
    double[] sorted = z.clone();
    Arrays.sort(sorted);
    double low = Quantiles.of(sorted, TRIM);
    double high = Quantiles.of(sorted, 1 - TRIM);
    return of(Arrays.stream(z).map(each -> Math.min(high, Math.max(low, each))).toArray(), s);
  }

  /** From the units whose z is in neither end tenth; ties count by their average rank. */
  public static Dispersion truncated(double[] z, double[] s) {
    int[] kept =
        IntStream.range(0, z.length)
            .filter(
                i -> {
                  double tenth = Math.floor(rank(z, i) / TRIM / (z.length + 1));
                  return tenth > 0 && tenth < 1 / TRIM - 1;
                })
            .toArray();
    return of(
        Arrays.stream(kept).mapToDouble(i -> z[i]).toArray(),
        Arrays.stream(kept).mapToDouble(i -> s[i]).toArray());
  }

  private static double rank(double[] z, int of) {
    long below = Arrays.stream(z).filter(each -> each < z[of]).count();
    long equal = Arrays.stream(z).filter(each -> each == z[of]).count();
    return below + (equal + 1) / 2.0;
  }

  private static Dispersion of(double[] z, double[] s) {
    double squares = Arrays.stream(z).map(each -> each * each).sum();
    double[] w = Arrays.stream(s).map(each -> 1 / (each * each)).toArray();
    double sum = Arrays.stream(w).sum();
    double spare = sum - Arrays.stream(w).map(each -> each * each).sum() / sum;
    double more = squares - (z.length - 1);
    return new Dispersion(squares / z.length, z.length > 1 && more > 0 ? more / spare : 0);
  }

  /** The z of a unit that lies {@code off} its target, with an own standard error of {@code s}. */
  public double z(double off, double s) {
    return off / Math.sqrt(s * s + tau2);
  }
}
