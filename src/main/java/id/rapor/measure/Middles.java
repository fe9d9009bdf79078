package id.rapor.measure;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Medians of numbers that rows hold: exact, from the rows of the whole period, as months do not
 * tell them. The interval runs between the order statistics n/2 -+ z sqrt(n)/2, which no
 * distribution enters (Woodruff, 1952); the standard error is its width over 2 z.
 */
final class Middles {
  private static final Field SORTED =
      Field.required("_sorted", DataTypes.createArrayType(Field.REAL), "all values, in order");

  private Middles() {}

  static Dataset<Row> figures(Facts facts, Metric metric, Dataset<Row> months) {
    Term term = metric.terms().get(0);
    Column value = States.PART.col().divide(States.HUNDRED).multiply(metric.factor());
    Dataset<Row> rows = States.counted(facts.of(term.base()), metric, term);
    Column n = Measurements.N.col().cast(Field.REAL);
    Column half = sqrt(n).multiply(Intervals.Z / 2);
    Column middle = at(floor(n.plus(1).divide(2))).plus(at(ceil(n.plus(1).divide(2)))).divide(2);
    return Spans.inPeriods(Spans.inServices(rows), PeriodMonths.MONTH, months)
        .groupBy(Measurements.PERIOD.col(), Cases.AGENCY_ID.col(), Cases.SERVICE_ID.col())
        .agg(Measurements.N.is(count(lit(1))), array_sort(collect_list(value)).as(SORTED.name()))
        .withColumn(Measurements.VALUE.name(), middle)
        .withColumn(Measurements.LOW.name(), at(greatest(lit(1.0), floor(n.divide(2).minus(half)))))
        .withColumn(Measurements.HIGH.name(), at(least(n, ceil(n.divide(2).plus(half).plus(1)))))
        .withColumn(
            Measurements.STANDARD_ERROR.name(),
            Measurements.HIGH.col().minus(Measurements.LOW.col()).divide(2 * Intervals.Z))
        .withColumn(Measurements.METRIC.name(), lit(metric.code()))
        .withColumn(Measurements.ANCHOR_SCALE.name(), lit(1.0));
  }

  private static Column at(Column place) {
    return element_at(SORTED.col(), place.cast("int"));
  }
}
