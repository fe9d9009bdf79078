package id.rapor.measure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.sum;

import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Percentages of what an agency reports once a month: officers as they stand in the period's last
 * month with data, money summed over its months. Both are counts of all there is, so their sampling
 * error is 0 by declaration.
 */
final class AgencyFigures {
  private static final Field WHOLE = Measurements.DENOMINATOR;
  private static final Field PART = Measurements.NUMERATOR;

  private AgencyFigures() {}

  static Dataset<Row> figures(Dataset<Row> reported, Metric metric, Dataset<Row> months) {
    Dataset<Row> usable =
        reported
            .where(coalesce(Feed.RETRACTED.col(), lit(false)).equalTo(false))
            .where(metric.whole().gt(0).and(metric.part().isNotNull()))
            .select(
                Cases.AGENCY_ID.col(),
                metric.cohort().col().as(REPORTED.name()),
                WHOLE.is(metric.whole()),
                PART.is(metric.part()));
    Dataset<Row> within = Spans.inPeriods(usable, REPORTED, months);
    Column[] totals = metric.form() == Metric.Form.STOCK ? last() : sums();
    Dataset<Row> figures =
        within
            .groupBy(Measurements.PERIOD.col(), Cases.AGENCY_ID.col())
            .agg(totals[0], totals[1], totals[2]);
    Column value = PART.col().divide(WHOLE.col()).multiply(100);
    return figures
        .withColumn(Cases.SERVICE_ID.name(), lit(Measurements.ALL_SERVICES))
        .withColumn(Measurements.METRIC.name(), lit(metric.code()))
        .withColumn(Measurements.VALUE.name(), value)
        .withColumn(Measurements.STANDARD_ERROR.name(), lit(0.0))
        .withColumn(Measurements.LOW.name(), value)
        .withColumn(Measurements.HIGH.name(), value)
        .withColumn(Measurements.ANCHOR_SCALE.name(), lit(1.0));
  }

  private static final Field REPORTED =
      Field.required("reported_month", Field.TEXT, "the month reported on");

  private static Column[] last() {
    return new Column[] {
      Measurements.N.is(max_by(WHOLE.col(), REPORTED.col())),
      WHOLE.is(max_by(WHOLE.col(), REPORTED.col())),
      PART.is(max_by(PART.col(), REPORTED.col()))
    };
  }

  private static Column[] sums() {
    return new Column[] {
      Measurements.N.is(count(lit(1))),
      WHOLE.is(sum(WHOLE.col().cast(Field.MONEY))),
      PART.is(sum(PART.col().cast(Field.MONEY)))
    };
  }
}
