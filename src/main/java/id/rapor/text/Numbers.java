package id.rapor.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text: grouped and rounded for people, or exact for machines. */
public final class Numbers {
  /** What stands for a number that is not one. */
  private static final String NONE = "\u2013";

  /** Every decimal of so many digits survives the way into a normal double and back. */
  private static final int SAFE_DIGITS = 15;

  /** So many digits always tell two doubles apart. */
  private static final int MOST_DIGITS = 17;

  private Numbers() {}

  /** A whole number with its thousands grouped: {@code 1.350.000}. */
  public static String whole(long value, Language language) {
    return grouped(BigDecimal.valueOf(value), language);
  }

  /**
   * A number with exactly {@code decimals} decimals, halves rounded away from zero as the decimal
   * digits stand: 2.345 becomes {@code 2,35}. What rounds to zero has no sign; NaN and the
   * infinities become a dash.
   */
  public static String decimal(double value, int decimals, Language language) {
    return Double.isFinite(value) ? grouped(rounded(value, decimals), language) : NONE;
  }

  /** Like {@link #decimal}, with at most {@code decimals} decimals: {@code 0,5}, {@code 100}. */
  public static String trimmed(double value, int decimals, Language language) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    BigDecimal stripped = rounded(value, decimals).stripTrailingZeros();
    return grouped(stripped.setScale(Math.max(0, stripped.scale())), language);
  }

  /** A share (0-1) as a percentage: 0.451 with one decimal becomes {@code 45,1%}. */
  public static String percent(double share, int decimals, Language language) {
    return Double.isFinite(share)
        ? grouped(
                BigDecimal.valueOf(share)
                    .movePointRight(2)
                    .setScale(decimals, RoundingMode.HALF_UP),
                language)
            + "%"
        : NONE;
  }

  /**
   * {@code value} to {@code decimals} decimals, halves away from zero: the rounding of every
   * published number.
   *
   * @throws NumberFormatException if it is not finite
   */
  public static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }

  /**
   * The shortest plain decimal, without an exponent and with at least one decimal, that reads back
   * as the same double: {@code 0.1}, {@code 5.0}, {@code 0.000001}. Not a number and the infinities
   * read {@code NaN}, {@code Infinity}, {@code -Infinity}; minus zero is {@code 0.0}.
   *
   * <p>Not {@code Double.toString}: before JDK 19 that writes 2.0E-3 as {@code 0.0020} and 2E23
   * with a digit too many (JDK-4511638), so that its text would depend on the runtime.
   */
  public static String shortest(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal digits = exact;
    int fewest = Math.abs(value) < Double.MIN_NORMAL ? 1 : SAFE_DIGITS;
    for (int precision = fewest; precision <= MOST_DIGITS; precision++) {
      digits = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
      if (digits.doubleValue() == value) {
        break;
      }
    }
    BigDecimal stripped = digits.stripTrailingZeros();
    return stripped.setScale(Math.max(1, stripped.scale())).toPlainString();
  }

  /** {@code value} as it is, with its thousands grouped in {@code language}'s way. */
  static String grouped(BigDecimal value, Language language) {
    String plain = value.abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    StringBuilder text = new StringBuilder(value.signum() < 0 ? "-" : "");
    for (int at = 0; at < whole.length(); at++) {
      if (at > 0 && (whole.length() - at) % 3 == 0) {
        text.append(language.grouping());
      }
      text.append(whole.charAt(at));
    }
    return point < 0
        ? text.toString()
        : text.append(language.point()).append(plain, point + 1, plain.length()).toString();
  }
}
