package id.rapor.pipeline;

import id.rapor.settings.Period;
import id.rapor.settings.UserError;
import id.rapor.table.Measurements;
import id.rapor.table.Table;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Small tables, read once and held on the driver, so that many editions are made of them without
 * asking Spark again. Several threads may take and read.
 */
final class Shelf {
  /** What fits a driver of 4 GiB beside everything else. */
  private static final int MOST_ROWS = 4_000_000;

  private final SparkSession spark;
  private final Map<Table, List<Row>> held = new ConcurrentHashMap<>();
  private final Map<Table, Map<String, List<Row>>> byPeriod = new ConcurrentHashMap<>();

  Shelf(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Reads {@code rows} of {@code table}.
   *
   * @throws UserError if they are too many to hold
   */
  void take(Table table, Dataset<Row> rows) {
    List<Row> all = table.shape(rows).limit(MOST_ROWS + 1).collectAsList();
    if (all.size() > MOST_ROWS) {
      throw new UserError(
          "Cannot publish: table "
              + table.name()
              + " has more than "
              + MOST_ROWS
              + " rows, expected at most that many; publish fewer periods at once with --period.");
    }
    held.put(table, all);
    if (table.fields().contains(Measurements.PERIOD)) {
      byPeriod.put(
          table,
          all.stream()
              .collect(Collectors.groupingBy(row -> row.getAs(Measurements.PERIOD.name()))));
    }
  }

  /** All rows of {@code table}. */
  Dataset<Row> all(Table table) {
    return spark.createDataFrame(held.get(table), table.schema());
  }

  /** Its rows of {@code period}. */
  Dataset<Row> of(Table table, Period period) {
    return spark.createDataFrame(
        byPeriod.get(table).getOrDefault(period.code(), List.of()), table.schema());
  }
}
