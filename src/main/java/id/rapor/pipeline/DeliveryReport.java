package id.rapor.pipeline;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import id.rapor.table.Cases;
import id.rapor.table.Deliveries;
import id.rapor.table.Drifts;
import id.rapor.table.ExpectedDeliveries;
import id.rapor.table.Measurements;
import id.rapor.table.Provenance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What was to be delivered and what came, and how it differed from before, as lines to read. */
public final class DeliveryReport {
  /** So many missing or late deliveries are listed; {@code export} has all. */
  private static final int LISTED = 500;

  private static final String MISSING = ExpectedDeliveries.MISSING;
  private static final String LATE = ExpectedDeliveries.LATE;

  private DeliveryReport() {}

  /** What a run says of the deliveries: how many there are of each status, and the worst. */
  static Outcome.Calendar of(Job job, int listed) {
    Dataset<Row> expected = job.warehouse().read(ExpectedDeliveries.TABLE);
    Map<String, Long> counts = new HashMap<>();
    expected
        .groupBy(ExpectedDeliveries.STATUS.col())
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    boolean quiet = !counts.containsKey(MISSING) && !counts.containsKey(LATE);
    return new Outcome.Calendar(
        counts.getOrDefault(ExpectedDeliveries.ON_TIME, 0L),
        counts.getOrDefault(LATE, 0L),
        counts.getOrDefault(MISSING, 0L),
        counts.getOrDefault(ExpectedDeliveries.NOT_DUE, 0L),
        quiet ? List.of() : troubles(expected, listed));
  }

  /** How the files of {@code deliveries} differ from those before them. */
  static List<String> drifts(Job job, Collection<Long> deliveries) {
    if (deliveries.isEmpty()) {
      return List.of();
    }
    return told(
        job.warehouse()
            .read(Drifts.TABLE)
            .where(Provenance.DELIVERY.col().isin(deliveries.toArray())));
  }

  /**
   * The calendar: a line for each period and feed, then one for each delivery that is missing or
   * late, the latest due first.
   *
   * @throws id.rapor.settings.UserError if nothing was run yet
   */
  public static List<String> lines(SparkSession spark, Path warehouse) {
    Dataset<Row> expected = new Warehouse(spark, warehouse).demand(ExpectedDeliveries.TABLE);
    List<String> lines = new ArrayList<>(summaries(expected));
    if (lines.isEmpty()) {
      return List.of("Nothing was to be delivered: the reference has no deliveries.csv.");
    }
    List<String> troubles = troubles(expected, LISTED);
    if (!troubles.isEmpty()) {
      lines.add("");
      lines.addAll(troubles);
    }
    return lines;
  }

  /**
   * One line for each drift, the newest first, new codes after all others.
   *
   * @throws id.rapor.settings.UserError if nothing was run yet
   */
  public static List<String> drifts(SparkSession spark, Path warehouse) {
    List<String> drifts = told(new Warehouse(spark, warehouse).demand(Drifts.TABLE));
    return drifts.isEmpty() ? List.of("No file differs from those before it.") : drifts;
  }

  private static List<String> summaries(Dataset<Row> expected) {
    return expected
        .groupBy(Measurements.PERIOD.col(), Deliveries.FEED.col(), Deliveries.DUE_ON.col())
        .agg(
            having(ExpectedDeliveries.ON_TIME),
            having(LATE),
            having(MISSING),
            having(ExpectedDeliveries.NOT_DUE))
        .orderBy(Measurements.PERIOD.col(), Deliveries.FEED.col(), Deliveries.DUE_ON.col())
        .collectAsList()
        .stream()
        .map(
            row ->
                String.format(
                    Locale.ROOT,
                    "%-8s %-10s due %s: %,d on time, %,d late, %,d missing, %,d not due yet",
                    row.getString(0),
                    row.getString(1),
                    row.getDate(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6)))
        .toList();
  }

  private static Column having(String status) {
    return org.apache
        .spark
        .sql
        .functions
        .count_if(ExpectedDeliveries.STATUS.col().equalTo(status))
        .as(status);
  }

  private static List<String> troubles(Dataset<Row> expected, int most) {
    return ExpectedDeliveries.troubles(expected).limit(most).collectAsList().stream()
        .map(DeliveryReport::trouble)
        .toList();
  }

  private static String trouble(Row row) {
    String came =
        row.getAs(ExpectedDeliveries.DELIVERED_ON.name()) == null
            ? ""
            : ", came " + row.getAs(ExpectedDeliveries.DELIVERED_ON.name());
    return String.format(
        Locale.ROOT,
        "%-8s %s of %s from %s, due %s%s",
        row.<String>getAs(ExpectedDeliveries.STATUS.name()),
        row.<String>getAs(Deliveries.FEED.name()),
        row.<String>getAs(Measurements.PERIOD.name()),
        row.<String>getAs(Cases.AGENCY_ID.name()),
        Objects.toString(row.getAs(Deliveries.DUE_ON.name())),
        came);
  }

  private static List<String> told(Dataset<Row> drifts) {
    return drifts
        .orderBy(
            Drifts.KIND.col().equalTo(Drifts.NEW_CODE),
            Provenance.DELIVERY.col().desc(),
            Drifts.KIND.col(),
            Drifts.COLUMN.col())
        .limit(LISTED)
        .select(Provenance.FILE.col(), Drifts.SENTENCE_EN.col())
        .collectAsList()
        .stream()
        .map(row -> row.getString(0) + ": " + row.getString(1))
        .toList();
  }
}
