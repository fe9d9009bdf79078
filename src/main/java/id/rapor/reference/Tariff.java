package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import id.rapor.table.Standards;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a service costs, and how far a payment may lie from it: each a fixed part and a part per
 * unit of fee_quantity, in the country's currency.
 */
public record Tariff(
    Optional<BigDecimal> fee,
    Optional<BigDecimal> perUnit,
    Optional<BigDecimal> tolerance,
    Optional<BigDecimal> tolerancePerUnit) {
  /** No tariff is known. */
  public static final Tariff UNKNOWN =
      new Tariff(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final int MONEY_SCALE = 2;
  private static final int QUANTITY_SCALE = 4;

  public Tariff {
    requireNonNull(fee);
    requireNonNull(perUnit);
    requireNonNull(tolerance);
    requireNonNull(tolerancePerUnit);
  }

  static Tariff of(CsvLine line) {
    return new Tariff(
        line.amount(Standards.OFFICIAL_FEE, MONEY_SCALE),
        line.amount(Standards.FEE_PER_UNIT, QUANTITY_SCALE),
        line.amount(Standards.FEE_TOLERANCE, MONEY_SCALE),
        line.amount(Standards.TOLERANCE_PER_UNIT, QUANTITY_SCALE));
  }

  /** Whether it says what anything costs. */
  boolean isKnown() {
    return fee.isPresent() || perUnit.isPresent();
  }
}
