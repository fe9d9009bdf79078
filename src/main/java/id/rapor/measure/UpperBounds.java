package id.rapor.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Marks figures that are at most what they say, as the row that they rest on lacks what an exact
 * one needs: {@link Metric#bound} of the latest month.
 */
final class UpperBounds {
  /** What {@code detail} says of such a figure. */
  static final String WORD = "upper bound";

  private static final Field BOUND =
      Field.optional("_bound", Field.TRUTH, "whether the figure is an upper bound");

  private UpperBounds() {}

  /** {@code figures} with the word in {@code detail} where it holds. */
  static Dataset<Row> mark(
      Dataset<Row> figures, List<Metric> metrics, Facts facts, Dataset<Row> months) {
    Dataset<Row> marked = figures;
    for (Metric metric : metrics) {
      if (metric.bound().isPresent()) {
        marked = marked(marked, bounds(metric, facts, months));
      }
    }
    return marked;
  }

  private static Dataset<Row> marked(Dataset<Row> figures, Dataset<Row> bounds) {
    String[] key = {Measurements.PERIOD.name(), Cases.AGENCY_ID.name(), Measurements.METRIC.name()};
    return figures
        .join(broadcast(bounds), key, "left")
        .withColumn(Measurements.DETAIL.name(), coalesce(Measurements.DETAIL.col(), BOUND.col()))
        .drop(BOUND.name());
  }

  private static Dataset<Row> bounds(Metric metric, Facts facts, Dataset<Row> months) {
    Term term = metric.terms().get(0);
    Dataset<Row> rows =
        facts
            .of(term.base())
            .where(term.among())
            .select(
                Cases.AGENCY_ID.col(),
                PeriodMonths.MONTH.is(term.month().col()),
                BOUND.is(metric.bound().orElseThrow()));
    return Spans.inPeriods(rows, PeriodMonths.MONTH, months)
        .groupBy(Measurements.PERIOD.col(), Cases.AGENCY_ID.col())
        .agg(max_by(BOUND.col(), PeriodMonths.MONTH.col()).as(BOUND.name()))
        .where(BOUND.col())
        .select(
            Measurements.PERIOD.col(),
            Cases.AGENCY_ID.col(),
            Measurements.METRIC.is(lit(metric.code())),
            lit(WORD).as(BOUND.name()));
  }
}
