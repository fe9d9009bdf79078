package id.rapor.detect;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import org.apache.commons.statistics.distribution.TDistribution;
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

  static final Field LONGER_SUM =
      Field.optional("log_longer_sum", Field.REAL, "sum of log minutes beyond like cases");

  static final Field LONGER_SQUARES =
      Field.optional("log_longer_squares", Field.REAL, "sum of their squares");

  private static final Field USUAL =
      Field.required("log_usual", Field.REAL, "mean log minutes of its like");

  private static final double KEPT = 1e-9;

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

  /**
   * The chance that {@code n} cases are as much faster than their like by luck alone: the lower
   * tail of Student's t with n - 1 degrees of freedom, in [0, 1]; 1 for a single case.
   *
   * @param sum of {@link #LONGER}
   * @param squares sum of its squares
   */
  static double chanceOfFaster(long n, double sum, double squares) {
    if (n < 2) {
      return 1;
    }
    double mean = kept(sum) / n;
    double variance = (kept(squares) - kept(sum) * mean) / (n - 1);
    if (variance < KEPT) {
      return mean < 0 ? 0 : 1;
    }
    return TDistribution.of(n - 1.0).cumulativeProbability(mean / Math.sqrt(variance / n));
  }

  /** The digits of a sum that do not depend on the order of its terms. */
  private static double kept(double sum) {
    return Math.rint(sum / KEPT) * KEPT;
  }
}
