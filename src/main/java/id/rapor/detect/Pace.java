package id.rapor.detect;

import static org.apache.spark.sql.functions.avg;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How long cases took beside the agency's own like them, on the log scale. */
final class Pace {
  /** How much longer than its like a case took, as a logarithm. */
  static final Field LONGER =
      Field.required("log_longer", Field.REAL, "log minutes less the mean of its like");

  private static final Field USUAL =
      Field.required("log_usual", Field.REAL, "mean log minutes of its like");

  private Pace() {}

  /**
   * {@code some} of {@code all} cases with {@link Peers#LOG}, with {@link #LONGER}: beside the
   * agency's of the same service and class, closed in the same month.
   */
  static Dataset<Row> besideLike(Dataset<Row> some, Dataset<Row> all) {
    Column[] like = {
      Cases.AGENCY_ID.col(),
      Cases.SERVICE_ID.col(),
      Cases.SERVICE_CLASS.col(),
      Measurements.PERIOD.col()
    };
    String[] names = {
      Cases.AGENCY_ID.name(),
      Cases.SERVICE_ID.name(),
      Cases.SERVICE_CLASS.name(),
      Measurements.PERIOD.name()
    };
    Dataset<Row> usual = all.groupBy(like).agg(USUAL.is(avg(Peers.LOG.col())));
    return some.join(usual, names)
        .withColumn(LONGER.name(), Peers.LOG.col().minus(USUAL.col()))
        .drop(USUAL.name());
  }
}
