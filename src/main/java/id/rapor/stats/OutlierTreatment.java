package id.rapor.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Pulls in the outliers of an indicator before it is brought to a scale that its extremes set: the
 * furthest values are set to the next ones (Winsor), and where that does not do, the logarithm is
 * taken. Order is kept, save that pulled values tie. NaN is missing and stays so.
 *
 * <p>An indicator needs it if both its skewness is beyond +-2 and its excess kurtosis above 3.5.
 * Fewer than four values never do. Source: OECD and JRC, Handbook on Constructing Composite
 * Indicators (2008); Becker et al., COINr (2022).
 */
public final class OutlierTreatment {
  private static final double SKEWED = 2;
  private static final double PEAKED = 3.5;

  /** So much of the range is added, so that the logarithm has no 0. */
  private static final double MARGIN = 0.01;

  /** What follows where pulling in is not enough. */
  public enum Logarithm {
    NONE,
    /** ln(x - least) of the values as they were. */
    ORIGINAL,
    /** The same where the skew is positive, else its mirror image -ln(greatest - x). */
    MIRRORED,
    /** ln(x - least) of the values that were pulled in. */
    PULLED_IN
  }

  private OutlierTreatment() {}

  /**
   * {@code values} treated as far as needed.
   *
   * @param most how many may be pulled in; ties are pulled together, which may be a few more
   */
  public static double[] of(double[] values, int most, Logarithm logarithm) {
    double[] pulled = winsorised(values, most);
    if (passes(pulled) || logarithm == Logarithm.NONE) {
      return pulled;
    }
    return logarithm == Logarithm.PULLED_IN
        ? logarithm(pulled)
        : logarithm == Logarithm.ORIGINAL || skewness(values) > 0
            ? logarithm(values)
            : mirrored(values);
  }

  /** {@code values} with the furthest ones pulled in until they pass or {@code most} were. */
  public static double[] winsorised(double[] values, int most) {
    double[] pulled = values.clone();
    while (!passes(pulled) && changed(values, pulled) < most) {
      pullIn(pulled, skewness(pulled) >= 0 ? 1 : -1);
    }
    return pulled;
  }

  private static long changed(double[] before, double[] after) {
    long changed = 0;
    for (int i = 0; i < before.length; i++) {
      changed += before[i] != after[i] && !Double.isNaN(before[i]) ? 1 : 0;
    }
    return changed;
  }

  /** All that tie for the furthest on one side, to the next value. */
  private static void pullIn(double[] values, int side) {
    double furthest =
        side * Arrays.stream(Normalisation.present(values)).map(x -> side * x).max().orElseThrow();
    double next =
        side
            * Arrays.stream(Normalisation.present(values))
                .filter(x -> x != furthest)
                .map(x -> side * x)
                .max()
                .orElseThrow();
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] == furthest ? next : values[i];
    }
  }

  /** Whether nothing needs to be done. */
  public static boolean passes(double[] values) {
    return !(Math.abs(skewness(values)) > SKEWED && kurtosis(values) > PEAKED);
  }

  /** ln(x - least + 1 % of the range). */
  static double[] logarithm(double[] values) {
    double least = Arrays.stream(Normalisation.present(values)).min().orElse(Double.NaN);
    double range = Arrays.stream(Normalisation.present(values)).max().orElse(Double.NaN) - least;
    return each(values, x -> Math.log(x - least + MARGIN * range));
  }

  /** -ln(greatest - x + 1 % of the range). */
  static double[] mirrored(double[] values) {
    return each(logarithm(each(values, x -> -x)), x -> -x);
  }

  private static double[] each(double[] values, DoubleUnaryOperator change) {
    return Arrays.stream(values).map(change).toArray();
  }

  /**
   * Sample skewness G1 = sqrt(n) S3 / S2^1.5 x sqrt(n (n - 1)) / (n - 2), Sk the sum of (x -
   * mean)^k; NaN for fewer than three values and for equal ones.
   */
  public static double skewness(double[] values) {
    double n = Normalisation.present(values).length;
    double second = power(values, 2);
    return Math.sqrt(n)
        * power(values, 3)
        / Math.pow(second, 1.5)
        * Math.sqrt(n * (n - 1))
        / (n - 2);
  }

  /**
   * Sample excess kurtosis G2 = ((n + 1) (n S4 / S2^2 - 3) + 6) (n - 1) / ((n - 2) (n - 3)); not
   * finite for fewer than four values and for equal ones.
   */
  public static double kurtosis(double[] values) {
    double n = Normalisation.present(values).length;
    double second = power(values, 2);
    double plain = n * power(values, 4) / (second * second) - 3;
    return ((n + 1) * plain + 6) * (n - 1) / ((n - 2) * (n - 3));
  }

  private static double power(double[] values, int power) {
    double[] present = Normalisation.present(values);
    double mean = Arrays.stream(present).average().orElse(Double.NaN);
    return Arrays.stream(present).map(x -> Math.pow(x - mean, power)).sum();
  }
}
