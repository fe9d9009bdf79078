package id.rapor.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * All shares of judged cases in one scan and one shuffle: cases are counted by agency, service and
 * every cohort month that any metric asks for; the counts, which are few, are then taken apart.
 */
final class CaseShares {
  private static final Field HITS = Measurements.NUMERATOR;

  private CaseShares() {}

  static Dataset<Row> figures(Dataset<Row> judged, List<Metric> shares, Dataset<Row> months) {
    List<Column> keys = new ArrayList<>(List.of(Cases.AGENCY_ID.col(), Cases.SERVICE_ID.col()));
    shares.stream().map(Metric::cohort).distinct().map(Field::col).forEach(keys::add);
    Column[] counts = shares.stream().flatMap(CaseShares::counts).toArray(Column[]::new);
    Dataset<Row> counted =
        judged
            .groupBy(keys.toArray(Column[]::new))
            .agg(counts[0], java.util.Arrays.copyOfRange(counts, 1, counts.length));
    Column rows = inline(array(shares.stream().map(CaseShares::row).toArray(Column[]::new)));
    Dataset<Row> monthly =
        counted
            .select(Cases.AGENCY_ID.col(), Cases.SERVICE_ID.col(), rows)
            .where(PeriodMonths.MONTH.col().isNotNull().and(Measurements.N.col().gt(0)));
    return values(
        Spans.sums(monthly, months, List.of(Measurements.METRIC), List.of(Measurements.N, HITS)));
  }

  private static Stream<Column> counts(Metric metric) {
    Column whole = coalesce(metric.whole(), lit(false));
    return Stream.of(
        count_if(whole).as(whole(metric)),
        count_if(whole.and(coalesce(metric.part(), lit(false)))).as(part(metric)));
  }

  private static Column row(Metric metric) {
    return struct(
        Measurements.METRIC.is(lit(metric.code())),
        PeriodMonths.MONTH.is(metric.cohort().col()),
        Measurements.N.is(functions.col(whole(metric))),
        HITS.is(functions.col(part(metric))));
  }

  private static String whole(Metric metric) {
    return metric.code() + "_whole";
  }

  private static String part(Metric metric) {
    return metric.code() + "_part";
  }

  private static Dataset<Row> values(Dataset<Row> sums) {
    Column n = Measurements.N.col().cast(Field.REAL);
    Column hits = HITS.col();
    return sums.withColumn(Measurements.DENOMINATOR.name(), Measurements.DENOMINATOR.is(n))
        .withColumn(Measurements.VALUE.name(), percent(hits.divide(n)))
        .withColumn(Measurements.STANDARD_ERROR.name(), percent(Intervals.shareError(hits, n)))
        .withColumn(Measurements.LOW.name(), percent(Intervals.shareLow(hits, n)))
        .withColumn(Measurements.HIGH.name(), percent(Intervals.shareHigh(hits, n)))
        .withColumn(Measurements.ANCHOR_SCALE.name(), lit(1.0));
  }

  private static Column percent(Column share) {
    return share.multiply(100);
  }
}
