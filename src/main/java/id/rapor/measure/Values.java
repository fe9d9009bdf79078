package id.rapor.measure;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Field;
import id.rapor.table.Measurements;
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

  /** {@code rows} of {@link Rollup#of} with the columns of {@link Measurements}. */
  static Dataset<Row> of(Dataset<Row> rows) {
    Column crude = value();
    return rows.withColumn(Measurements.VALUE.name(), crude)
        .withColumn(Measurements.STANDARD_ERROR.name(), error().multiply(factor()))
        .withColumn(Measurements.LOW.name(), low())
        .withColumn(Measurements.HIGH.name(), high())
        .withColumn(Measurements.NUMERATOR.name(), Measurements.NUMERATOR.is(part()))
        .withColumn(Measurements.DENOMINATOR.name(), Measurements.DENOMINATOR.is(whole()))
        .withColumn(Measurements.ANCHOR_SCALE.name(), scale())
        .withColumn(Measurements.ADJUSTED_VALUE.name(), adjusted())
        .withColumn(Measurements.EXPECTED.name(), expected())
        .withColumn(Measurements.UNADJUSTED_SHARE.name(), unadjusted());
  }

  private static Column value() {
    Column needed =
        whole()
            .multiply(CHI_SQUARE / 4)
            .divide(
                greatest(lit(0.0), whole().minus(1))
                    .multiply(MARGIN * MARGIN)
                    .plus(CHI_SQUARE / 4));
    return when(is(Form.COVERAGE), least(lit(100.0), ratio(part(), needed).multiply(factor())))
        .otherwise(ratio(part(), whole()).multiply(factor()));
  }

  private static Column error() {
    Column mean = part().divide(n());
    Column spread = partSquare().minus(mean.multiply(part())).divide(degrees());
    Column rate = ratio(part(), whole());
    Column rest =
        partSquare()
            .minus(rate.multiply(2).multiply(real(States.CROSS)))
            .plus(rate.multiply(rate).multiply(real(States.WHOLE_SQUARE)));
    Column delta =
        sqrt(positive(rest.divide(degrees())).plus(ROUNDING).multiply(n())).divide(exposure());
    return when(is(Form.SHARE), Intervals.shareError(part(), n()))
        .when(is(Form.MEAN), when(n().gt(1), sqrt(positive(spread).plus(ROUNDING).divide(n()))))
        .when(is(Form.RATIO), when(n().gt(1), delta))
        .when(is(Form.RATE), sqrt(greatest(part(), lit(1.0))).divide(exposure()))
        .otherwise(0.0);
  }

  private static Column low() {
    Column byar =
        part()
            .multiply(
                pow(
                    lit(1)
                        .minus(lit(1).divide(events().multiply(9)))
                        .minus(lit(Z / 3).divide(sqrt(events()))),
                    3));
    return when(is(Form.SHARE), Intervals.shareLow(part(), n()).multiply(factor()))
        .when(
            is(Form.RATE),
            ratio(when(part().gt(0), positive(byar)).otherwise(0.0), whole()).multiply(factor()))
        .when(is(Form.MEAN).or(is(Form.RATIO)), positive(value().minus(margin())))
        .otherwise(value());
  }

  private static Column high() {
    Column next = part().plus(1);
    Column byar =
        next.multiply(
            pow(
                lit(1).minus(lit(1).divide(next.multiply(9))).plus(lit(Z / 3).divide(sqrt(next))),
                3));
    return when(is(Form.SHARE), Intervals.shareHigh(part(), n()).multiply(factor()))
        .when(is(Form.RATE), ratio(byar, whole()).multiply(factor()))
        .when(is(Form.MEAN).or(is(Form.RATIO)), value().plus(margin()))
        .otherwise(value());
  }

  private static Column margin() {
    return error().multiply(factor()).multiply(Z);
  }

  private static Column scale() {
    Column scaled = real(States.SCALED);
    return when(Rollup.SCALES.col().equalTo(false), 1.0)
        .when(scaled.gt(0), real(States.SCALE).divide(scaled));
  }

  /**
   * Observed over expected times the national value, in the strata that have one; the others keep
   * their own. Where nothing is expected nothing was observed, which is the national value.
   */
  private static Column adjusted() {
    Column loosePart = real(Rollup.LOOSE_PART);
    Column looseWhole = real(Rollup.LOOSE_WHOLE);
    Column expected = real(Rollup.EXPECTED);
    Column relative = when(expected.gt(0), part().minus(loosePart).divide(expected)).otherwise(1.0);
    Column tight = relative.multiply(real(Rollup.NATIONAL)).multiply(whole().minus(looseWhole));
    Column adjusted = ratio(tight.plus(loosePart), whole()).multiply(factor());
    return when(
        isAdjusted(), when(is(Form.SHARE), least(lit(100.0), adjusted)).otherwise(adjusted));
  }

  private static Column expected() {
    return when(isAdjusted(), real(Rollup.EXPECTED).plus(real(Rollup.LOOSE_PART)));
  }

  private static Column unadjusted() {
    return when(isAdjusted(), ratio(real(Rollup.LOOSE_WHOLE), whole()));
  }

  /** Whether anything of it could be adjusted; with no stratum that can, the crude value stands. */
  private static Column isAdjusted() {
    return Rollup.NATIONAL.col().isNotNull();
  }

  private static Column is(Form form) {
    return Rollup.FORM.col().equalTo(form.code());
  }

  private static Column ratio(Column above, Column below) {
    return when(below.notEqual(0), above.divide(below));
  }

  private static Column positive(Column value) {
    return greatest(lit(0.0), value);
  }

  private static Column factor() {
    return Rollup.FACTOR.col();
  }

  /** Null instead of 0, by which nothing can be divided. */
  private static Column n() {
    return when(Measurements.N.col().gt(0), Measurements.N.col().cast(Field.REAL));
  }

  private static Column degrees() {
    return when(Measurements.N.col().gt(1), n().minus(1));
  }

  private static Column exposure() {
    return when(whole().gt(0), whole());
  }

  private static Column events() {
    return when(part().gt(0), part());
  }

  private static Column whole() {
    return real(States.WHOLE);
  }

  private static Column part() {
    return real(States.PART);
  }

  private static Column partSquare() {
    return real(States.PART_SQUARE);
  }

  private static Column real(Field field) {
    return field.col().cast(Field.REAL);
  }
}
