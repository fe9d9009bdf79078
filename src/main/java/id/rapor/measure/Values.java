package id.rapor.measure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Field;
import id.rapor.table.Measurements;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Makes values with standard errors and 95 % intervals of the sums of a period, by form. */
final class Values {
  private static final double Z = Intervals.Z;

  /** Chi square of one degree of freedom at 5 %, margin 0.05, p = 0.5 (Krejcie and Morgan). */
  private static final double CHI_SQUARE = 3.841;

  private static final double MARGIN = 0.05;

  /** Variance of rounding to whole numbers, so that equal counts are not taken for certainty. */
  private static final double ROUNDING = 1.0 / 12;

  private Values() {}

  private static final Field COUNT = real("_count", "n, empty instead of 0");
  private static final Field BELOW = real("_below", "the sum below the line");
  private static final Field ABOVE = real("_above", "the sum above the line");
  private static final Field RATE = real("_rate", "part over whole; empty without a whole");
  private static final Field LOOSE_BELOW = real("_loose_below", "of strata left as they are");
  private static final Field LOOSE_ABOVE = real("_loose_above", "of strata left as they are");
  private static final Field EXPECTED = real("_expected", "part at national rates");
  private static final Field TIGHT = real("_tight", "the sum below the line of adjusted strata");
  private static final Field STRETCH =
      real("_stretch", "national over expected rate of what is adjusted");

  /** Expected sums are rounded to twelve decimals; less than this is nothing. */
  private static final double NOTHING = 1e-9;

  private static final Column FACTOR = Rollup.FACTOR.col();

  /** {@code rows} of {@link Rollup#of} with the columns of {@link Measurements}. */
  static Dataset<Row> of(Dataset<Row> rows) {
    Column margin = Measurements.STANDARD_ERROR.col().multiply(Z);
    Map<String, Column> errors = new LinkedHashMap<>();
    errors.put(Measurements.VALUE.name(), value());
    errors.put(Measurements.STANDARD_ERROR.name(), error().multiply(FACTOR));
    errors.put(Measurements.NUMERATOR.name(), ABOVE.col());
    errors.put(Measurements.DENOMINATOR.name(), BELOW.col());
    errors.put(Measurements.ANCHOR_SCALE.name(), scale());
    errors.put(Measurements.ADJUSTED_VALUE.name(), adjusted());
    errors.put(Measurements.EXPECTED.name(), expected());
    errors.put(Measurements.UNADJUSTED_SHARE.name(), unadjusted());
    return reals(rows)
        .withColumns(errors)
        .withColumns(
            Map.of(
                Measurements.LOW.name(), low(margin),
                Measurements.HIGH.name(), high(margin),
                Measurements.ADJUSTED_ERROR.name(), adjustedError()));
  }

  /** The sums as real numbers, each a column of its own, so that no expression grows large. */
  private static Dataset<Row> reals(Dataset<Row> rows) {
    Map<String, Column> reals = new LinkedHashMap<>();
    reals.put(
        COUNT.name(), when(Measurements.N.col().gt(0), Measurements.N.col().cast(Field.REAL)));
    reals.put(BELOW.name(), States.WHOLE.col().divide(States.HUNDRED));
    reals.put(ABOVE.name(), States.PART.col().divide(States.HUNDRED));
    reals.put(RATE.name(), try_divide(States.PART.col(), States.WHOLE.col()));
    reals.put(LOOSE_BELOW.name(), Rollup.LOOSE_WHOLE.col().divide(States.HUNDRED));
    reals.put(LOOSE_ABOVE.name(), Rollup.LOOSE_PART.col().divide(States.HUNDRED));
    reals.put(EXPECTED.name(), Rollup.EXPECTED.col().cast(Field.REAL));
    return rows.withColumns(reals)
        .withColumn(TIGHT.name(), BELOW.col().minus(LOOSE_BELOW.col()))
        .withColumn(STRETCH.name(), stretch());
  }

  private static Column value() {
    Column needed =
        BELOW
            .col()
            .multiply(CHI_SQUARE / 4)
            .divide(
                greatest(lit(0.0), BELOW.col().minus(1))
                    .multiply(MARGIN * MARGIN)
                    .plus(CHI_SQUARE / 4));
    Column coverage = least(lit(100.0), try_divide(ABOVE.col(), needed).multiply(FACTOR));
    return when(is(Form.COVERAGE), coverage).otherwise(RATE.col().multiply(FACTOR));
  }

  private static Column error() {
    Column squares = States.PART_SQUARE.col().cast(Field.REAL);
    Column mean = try_divide(ABOVE.col(), COUNT.col());
    Column spread = squares.minus(mean.multiply(ABOVE.col()));
    Column rest =
        squares
            .minus(RATE.col().multiply(2).multiply(States.CROSS.col().cast(Field.REAL)))
            .plus(
                RATE.col()
                    .multiply(RATE.col())
                    .multiply(States.WHOLE_SQUARE.col().cast(Field.REAL)));
    return when(is(Form.SHARE), Intervals.shareError(ABOVE.col(), COUNT.col()))
        .when(is(Form.MEAN), sqrt(try_divide(variance(spread), COUNT.col())))
        .when(is(Form.RATIO), try_divide(sqrt(variance(rest).multiply(COUNT.col())), BELOW.col()))
        .when(is(Form.RATE), try_divide(sqrt(greatest(ABOVE.col(), lit(1.0))), BELOW.col()))
        .otherwise(0.0);
  }

  /** Of one row, from a sum of squared differences; none for a single row. */
  private static Column variance(Column squares) {
    Column degrees = COUNT.col().minus(1);
    return when(degrees.gt(0), greatest(lit(0.0), try_divide(squares, degrees)).plus(ROUNDING));
  }

  private static Column low(Column margin) {
    Column events = ABOVE.col();
    Column byar = byar(events, lit(-1.0));
    Column rate = when(events.gt(0), greatest(lit(0.0), byar)).otherwise(0.0);
    return when(is(Form.SHARE), Intervals.shareLow(events, COUNT.col()).multiply(FACTOR))
        .when(is(Form.RATE), try_divide(rate, BELOW.col()).multiply(FACTOR))
        .otherwise(
            when(margin.gt(0), greatest(lit(0.0), Measurements.VALUE.col().minus(margin)))
                .otherwise(Measurements.VALUE.col()));
  }

  private static Column high(Column margin) {
    Column byar = byar(ABOVE.col().plus(1), lit(1.0));
    return when(is(Form.SHARE), Intervals.shareHigh(ABOVE.col(), COUNT.col()).multiply(FACTOR))
        .when(is(Form.RATE), try_divide(byar, BELOW.col()).multiply(FACTOR))
        .otherwise(Measurements.VALUE.col().plus(margin));
  }

  /** Byar's approximation to the exact interval of a Poisson count (Breslow and Day, 1987). */
  private static Column byar(Column events, Column side) {
    Column third = try_divide(side.multiply(Z / 3), sqrt(events));
    return events.multiply(
        pow(lit(1).minus(try_divide(lit(1.0 / 9), events)).plus(third), lit(3.0)));
  }

  private static Column scale() {
    Column mean = try_divide(States.SCALE.col().divide(States.HUNDRED), States.SCALED.col());
    return when(Rollup.SCALES.col(), mean).otherwise(1.0);
  }

  /**
   * Observed over expected times the national value, in the strata that have one; the others keep
   * their own. Of a share of which more is better the misses are adjusted, so that a share and its
   * complement tell the same, and no mix of easy cases sets a bound below 100.
   */
  private static Column adjusted() {
    Column counted = ABOVE.col().minus(LOOSE_ABOVE.col());
    Column observed = when(Rollup.MISSES.col(), TIGHT.col().minus(counted)).otherwise(counted);
    Column stretched = observed.multiply(STRETCH.col());
    Column bounded = when(is(Form.SHARE), least(TIGHT.col(), stretched)).otherwise(stretched);
    Column tight = when(Rollup.MISSES.col(), TIGHT.col().minus(bounded)).otherwise(bounded);
    return when(
        isAdjusted(), try_divide(tight.plus(LOOSE_ABOVE.col()), BELOW.col()).multiply(FACTOR));
  }

  /** Where nothing is expected nothing was observed, which is the national value. */
  private static Column stretch() {
    Column part = EXPECTED.col();
    Column rate = Rollup.NATIONAL.col();
    Column expected = when(Rollup.MISSES.col(), TIGHT.col().minus(part)).otherwise(part);
    Column national = when(Rollup.MISSES.col(), lit(1).minus(rate)).otherwise(rate);
    return when(expected.gt(NOTHING), national.multiply(TIGHT.col()).divide(expected))
        .otherwise(1.0);
  }

  /** What is observed errs; what is expected is the nation's and does not. */
  private static Column adjustedError() {
    Column loose = coalesce(try_divide(LOOSE_BELOW.col(), BELOW.col()), lit(0.0));
    Column mean = loose.plus(lit(1).minus(loose).multiply(STRETCH.col()));
    return when(isAdjusted(), Measurements.STANDARD_ERROR.col().multiply(mean));
  }

  private static Column expected() {
    return when(isAdjusted(), EXPECTED.col().plus(LOOSE_ABOVE.col()));
  }

  private static Column unadjusted() {
    return when(isAdjusted(), try_divide(LOOSE_BELOW.col(), BELOW.col()));
  }

  /** Whether anything of it could be adjusted; with no stratum that can, the crude value stands. */
  private static Column isAdjusted() {
    return Rollup.NATIONAL.col().isNotNull();
  }

  private static Column is(Form form) {
    return Rollup.FORM.col().equalTo(form.code());
  }

  private static Field real(String name, String meaning) {
    return Field.optional(name, Field.REAL, meaning);
  }
}
