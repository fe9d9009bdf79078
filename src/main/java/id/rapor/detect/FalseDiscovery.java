package id.rapor.detect;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.rank;

import id.rapor.table.Field;
import id.rapor.table.Findings;
import id.rapor.table.Measurements;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Benjamini and Hochberg's (1995) false discovery rate over one detector and period, for subjects
 * too many to collect.
 *
 * <p>q of a subject = min over those with p at least its own of p m / rank, with m all subjects
 * tested. Only small p need be at hand: a subject with p above the level can never be found.
 */
final class FalseDiscovery {
  private static final Field RAW = Field.required("raw_q", Field.REAL, "p m / rank");
  private static final Field LAST =
      Field.required("last_place", Field.WHOLE, "how many have a p at most this");

  private FalseDiscovery() {}

  /** {@code found} with how many were {@code tested} in its period; neither is shuffled. */
  static Dataset<Row> counted(Dataset<Row> found, Dataset<Row> tested) {
    Dataset<Row> tests =
        tested.groupBy(Measurements.PERIOD.col()).agg(Findings.TESTS.is(count(lit(1))));
    return found.join(broadcast(tests), Measurements.PERIOD.name());
  }

  /**
   * {@code candidates} with {@link Findings#Q_VALUE}; all with a p up to the level must be there.
   */
  static Dataset<Row> withQ(Dataset<Row> candidates) {
    WindowSpec period = Window.partitionBy(Measurements.PERIOD.col());
    WindowSpec rising = period.orderBy(Findings.P_VALUE.col());
    WindowSpec tied = Window.partitionBy(Measurements.PERIOD.col(), Findings.P_VALUE.col());
    WindowSpec falling =
        period
            .orderBy(Findings.P_VALUE.col().desc())
            .rangeBetween(Window.unboundedPreceding(), Window.currentRow());
    Column last = rank().over(rising).plus(count(lit(1)).over(tied)).minus(1);
    Column raw = Findings.P_VALUE.col().multiply(Findings.TESTS.col()).divide(LAST.col());
    return candidates
        .withColumn(LAST.name(), last)
        .withColumn(RAW.name(), raw)
        .withColumn(Findings.Q_VALUE.name(), least(lit(1.0), min(RAW.col()).over(falling)))
        .drop(RAW.name(), LAST.name());
  }
}
