package id.rapor.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import id.rapor.settings.Period;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import java.sql.Date;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Rolls months up to periods and services up to all services; sums only, so that any split gives
 * the same.
 */
final class Spans {
  /** What the figures of all metrics are of. */
  static final List<Field> KEY = List.of(Measurements.PERIOD, Cases.AGENCY_ID, Cases.SERVICE_ID);

  private Spans() {}

  /**
   * The months that each period takes, by how they merge: {@link PeriodMonths}, small.
   *
   * @param now the month of as-of, with which the stock and the window of a period that has not
   *     ended end
   */
  static Dataset<Row> months(SparkSession spark, List<Period> periods, YearMonth now) {
    List<Row> rows = new ArrayList<>();
    for (Period period : periods) {
      for (Merging merging : List.of(Merging.FLOW, Merging.STOCK, Merging.YEAR)) {
        rows.addAll(rows(period, merging, months(period, merging, now)));
      }
    }
    return spark.createDataFrame(rows, PeriodMonths.TABLE.schema());
  }

  /** The months of {@code period} that {@code merging} takes. */
  static List<YearMonth> months(Period period, Merging merging, YearMonth now) {
    YearMonth last = period.last().isAfter(now) ? now : period.last();
    return switch (merging) {
      case STOCK -> List.of(last);
      case YEAR -> yearUpTo(last);
      default -> period.months();
    };
  }

  private static List<YearMonth> yearUpTo(YearMonth last) {
    return Stream.iterate(last, month -> month.minusMonths(1)).limit(12).toList();
  }

  private static List<Row> rows(Period period, Merging merging, List<YearMonth> months) {
    Date first = Date.valueOf(period.first().atDay(1));
    Date end = Date.valueOf(period.end());
    return months.stream()
        .map(
            month -> RowFactory.create(period.code(), merging.code(), month.toString(), first, end))
        .toList();
  }

  /** Whether any period takes {@code month}; spares what no period asks for the way through. */
  static Column taken(Field month, Dataset<Row> months) {
    Object[] codes =
        months.select(PeriodMonths.MONTH.col()).distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .toArray();
    return month.col().isin(codes);
  }

  /** {@code rows} once for each period that holds the month in column {@code month}. */
  static Dataset<Row> inPeriods(Dataset<Row> rows, Field month, Dataset<Row> months) {
    return rows.withColumn(PeriodMonths.MONTH.name(), month.col())
        .join(broadcast(months), new String[] {PeriodMonths.MONTH.name()});
  }

  /** {@code rows} once for their service, where they have one, and once for all services. */
  static Dataset<Row> inServices(Dataset<Row> rows) {
    return Unrolled.values(
        rows, Cases.SERVICE_ID, Cases.SERVICE_ID.col(), lit(Measurements.ALL_SERVICES));
  }

  /** Monthly counts summed over each period and over all services, by {@code keys}. */
  static Dataset<Row> sums(
      Dataset<Row> monthly, Dataset<Row> months, List<Field> keys, List<Field> counts) {
    Column[] sums = counts.stream().map(count -> count.is(sum(count.col()))).toArray(Column[]::new);
    Column[] groups =
        Stream.concat(KEY.stream(), keys.stream()).map(Field::col).toArray(Column[]::new);
    return inPeriods(inServices(monthly), PeriodMonths.MONTH, months)
        .groupBy(groups)
        .agg(sums[0], java.util.Arrays.copyOfRange(sums, 1, sums.length));
  }
}
