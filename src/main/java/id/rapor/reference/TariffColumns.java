package id.rapor.reference;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Field;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * The columns of one tariff beside a case, and what it says of the case's fee. {@code expected} and
 * {@code margin} are where the answers are put.
 */
record TariffColumns(
    Field fee,
    Field perUnit,
    Field tolerance,
    Field tolerancePerUnit,
    Field expected,
    Field margin) {
  static final TariffColumns IN_FORCE = named("_tariff");
  static final TariffColumns PREVIOUS = named("_previous");
  static final TariffColumns NEXT = named("_next");

  private static final int CENTS = 2;

  /** Exact for money plus a quantity times a price, with room to add two of them. */
  private static final DataType EXACT = DataTypes.createDecimalType(28, 8);

  private static TariffColumns named(String name) {
    return new TariffColumns(
        Field.optional(name + "_fee", Field.MONEY, "fixed part"),
        Field.optional(name + "_per_unit", Field.QUANTITY, "part per unit"),
        Field.optional(name + "_tolerance", Field.MONEY, "fixed part of the tolerance"),
        Field.optional(name + "_tolerance_per_unit", Field.QUANTITY, "its part per unit"),
        Field.optional(name + "_expected", Field.MONEY, "what the case should cost"),
        Field.optional(name + "_margin", Field.MONEY, "how far paid may lie from it"));
  }

  /** The columns that the standards fill. */
  List<Field> given() {
    return List.of(fee, perUnit, tolerance, tolerancePerUnit);
  }

  /** The values for {@link #given}. */
  static Stream<Object> values(Tariff tariff) {
    return Stream.of(tariff.fee(), tariff.perUnit(), tariff.tolerance(), tariff.tolerancePerUnit())
        .map(ReferenceRows::value);
  }

  /**
   * The fee that this tariff asks, HALF_UP to the hundredth; 0 where {@code waived}; null without a
   * tariff, and where it is too large to be money.
   */
  Column fee(Column quantity, Column waived) {
    return when(known().and(waived), lit(BigDecimal.ZERO.setScale(CENTS)).cast(Field.MONEY))
        .otherwise(round(exact(quantity), CENTS).try_cast(Field.MONEY));
  }

  /**
   * How far from {@link #expected} a payment may lie, inclusive: the row's tolerance, else {@code
   * share} of the expected fee. It is cut so that paid (in hundredths) exceeds expected + margin
   * exactly when it exceeds the unrounded fee + tolerance: rounding both up would let a price per
   * unit above the limit pass.
   */
  Column margin(Column quantity, Column waived, double share) {
    Column ownTolerance =
        when(
            tolerance.col().isNotNull().or(tolerancePerUnit.col().isNotNull()),
            sum(tolerance, tolerancePerUnit, quantity));
    Column shared =
        expected
            .col()
            .multiply(lit(BigDecimal.valueOf(share)).cast(Field.QUANTITY))
            .try_cast(EXACT);
    Column fee = when(waived, expected.col().cast(EXACT)).otherwise(exact(quantity));
    Column most =
        when(ownTolerance.isNull(), expected.col().cast(EXACT).plus(shared))
            .otherwise(fee.plus(ownTolerance));
    Column cut = floor(most, lit(CENTS)).minus(expected.col()).try_cast(Field.MONEY);
    return when(cut.isNotNull(), greatest(cut, lit(BigDecimal.ZERO).cast(Field.MONEY)));
  }

  /** Whether {@code paid} lies within the margin; null where either is unknown. */
  Column allows(Column paid) {
    return abs(paid.minus(expected.col())).leq(margin.col());
  }

  private Column known() {
    return fee.col().isNotNull().or(perUnit.col().isNotNull());
  }

  private Column exact(Column quantity) {
    return when(known(), sum(fee, perUnit, quantity));
  }

  private static Column sum(Field fixed, Field each, Column quantity) {
    return coalesce(fixed.col(), lit(0))
        .plus(coalesce(each.col(), lit(0)).multiply(quantity))
        .try_cast(EXACT);
  }
}
