package id.rapor.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Percent of the services that an agency offers of which every row of the period has the part.
 * Where no service of the whole country ever has it, nothing is known of it, and there are no
 * figures.
 */
final class Offered {
  private Offered() {}

  /** Figures of {@code metric} in the shape of {@link Values}, for all services together. */
  static Dataset<Row> figures(Dataset<Row> states, Metric metric, Dataset<Row> months) {
    Dataset<Row> offered = states.where(Measurements.METRIC.col().equalTo(metric.code()));
    Dataset<Row> known =
        offered.where(States.PART.col().gt(0)).select(Measurements.METRIC.col()).distinct();
    Dataset<Row> services =
        offered
            .join(broadcast(known), Measurements.METRIC.name())
            .join(
                broadcast(
                    months.where(PeriodMonths.MERGING.col().equalTo(metric.merging().months()))),
                PeriodMonths.MONTH.name())
            .groupBy(
                Measurements.PERIOD.col(),
                Cases.AGENCY_ID.col(),
                Measurements.METRIC.col(),
                Cases.SERVICE_ID.col())
            .agg(States.WHOLE.is(sum(States.WHOLE.col())), States.PART.is(sum(States.PART.col())));
    Column all = count(lit(1));
    Column complete = count_if(States.WHOLE.col().equalTo(States.PART.col()));
    Column value = Measurements.NUMERATOR.col().divide(Measurements.N.col()).multiply(100);
    return services
        .groupBy(Measurements.PERIOD.col(), Cases.AGENCY_ID.col(), Measurements.METRIC.col())
        .agg(
            Measurements.N.is(all),
            Measurements.DENOMINATOR.is(all),
            Measurements.NUMERATOR.is(complete))
        .withColumn(Cases.SERVICE_ID.name(), lit(Measurements.ALL_SERVICES))
        .withColumn(Measurements.VALUE.name(), value.cast(Field.REAL))
        .withColumn(Measurements.STANDARD_ERROR.name(), lit(0.0))
        .withColumn(Measurements.LOW.name(), Measurements.VALUE.col())
        .withColumn(Measurements.HIGH.name(), Measurements.VALUE.col())
        .withColumn(Measurements.ANCHOR_SCALE.name(), lit(1.0));
  }
}
