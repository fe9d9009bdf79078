package id.rapor.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounds as published: by the decimal digits that people see. */
public final class Rounding {
  private Rounding() {}

  /**
   * {@code value} to two decimals, halves away from zero: 84.995 becomes 85.00, as it would by
   * hand, although the double lies a hair below.
   *
   * @throws IllegalArgumentException for NaN and the infinities
   */
  public static BigDecimal toHundredths(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "Cannot round " + value + ": expected a number; check where it comes from.");
    }
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
  }
}
