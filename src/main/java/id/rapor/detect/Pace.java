package id.rapor.detect;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How long cases took, on the log scale. */
final class Pace {
  /** Natural logarithm of the working minutes, at least one. */
  static final Field LOG = Field.required("log_minutes", Field.REAL, "log of the working minutes");

  /** How much longer than its like a case took, as a logarithm. */
  static final Field LONGER =
      Field.required("log_longer", Field.REAL, "log minutes less the mean of its like");

  private static final Field USUAL =
      Field.required("log_usual", Field.REAL, "mean log minutes of its like");

  private Pace() {}

  /** The decided of {@code cases}, with {@link #LOG}. */
  static Dataset<Row> timed(Dataset<Row> cases) {
    return cases
        .where(JudgedCases.DECIDED.col().and(JudgedCases.WORKING_MINUTES.col().isNotNull()))
        .withColumn(LOG.name(), log(greatest(JudgedCases.WORKING_MINUTES.col(), lit(1L))));
  }

  /**
   * {@code some} of {@code all} timed cases, with {@link #LONGER}: beside the agency's of the same
   * service and class, closed in the same month.
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
    Dataset<Row> usual = all.groupBy(like).agg(USUAL.is(avg(LOG.col())));
    return some.join(usual, names)
        .withColumn(LONGER.name(), LOG.col().minus(USUAL.col()))
        .drop(USUAL.name());
  }
}
