package id.rapor.pipeline;

import id.rapor.settings.UserError;
import id.rapor.table.Field;
import id.rapor.table.Table;
import io.delta.tables.DeltaTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** The only reader and writer of tables: one Delta table per folder below {@code warehouse/}. */
public final class Warehouse {
  private static final String FORMAT = "delta";

  private final SparkSession spark;
  private final Path root;

  public Warehouse(SparkSession spark, Path root) {
    this.spark = spark;
    this.root = root;
  }

  /** The table as it stands; empty if it was never made. */
  public Optional<Dataset<Row>> find(Table table) {
    return exists(table)
        ? Optional.of(spark.read().format(FORMAT).load(path(table)))
        : Optional.empty();
  }

  /** The table as it stands; without rows if it was never made. */
  public Dataset<Row> read(Table table) {
    return find(table).orElseGet(() -> rows(table, List.of()));
  }

  /**
   * The table for a reader who asked for it by name.
   *
   * @throws UserError if it was never made
   */
  public Dataset<Row> demand(Table table) {
    return find(table)
        .orElseThrow(
            () ->
                new UserError(
                    "Cannot read table "
                        + table.name()
                        + ": "
                        + root
                        + " does not hold it; make it with: rapor run"));
  }

  public boolean exists(Table table) {
    return Files.isDirectory(root.resolve(table.name()).resolve("_delta_log"));
  }

  /** Rows made on the driver, as a Dataset of {@code table}. */
  public Dataset<Row> rows(Table table, List<Row> rows) {
    return spark.createDataFrame(rows, table.schema());
  }

  /** How many rows it has; answered from the table's log, without a scan. */
  public long count(Table table) {
    return read(table).count();
  }

  /** Writes the whole table anew; returns how many rows it wrote. */
  public long replace(Table table, Dataset<Row> rows) {
    return counted(
        table, rows, written -> written.mode(SaveMode.Overwrite).option("overwriteSchema", "true"));
  }

  /**
   * Writes the rows of {@code values} of one column anew and leaves all others as they are; returns
   * how many rows it wrote.
   */
  public long replace(Table table, Dataset<Row> rows, Field column, Collection<String> values) {
    if (!exists(table)) {
      return replace(table, rows);
    }
    String listed =
        values.stream()
            .map(value -> "'" + value.replace("'", "''") + "'")
            .collect(Collectors.joining(","));
    return counted(
        table,
        rows,
        written ->
            written
                .mode(SaveMode.Overwrite)
                .option("replaceWhere", column.name() + " IN (" + listed + ")"));
  }

  /** Adds rows. */
  public void append(Table table, Dataset<Row> rows) {
    documented(table, rows).write().format(FORMAT).mode(SaveMode.Append).save(path(table));
  }

  /**
   * Puts each row in the place of the one with the same key, or adds it; keys in {@code rows} are
   * unique.
   */
  public void upsert(Table table, Dataset<Row> rows) {
    if (!exists(table)) {
      append(table, rows);
      return;
    }
    Column sameKey =
        table.key().stream()
            .map(key -> key.in("held").equalTo(key.in("new")))
            .reduce(Column::and)
            .orElseThrow();
    DeltaTable.forPath(spark, path(table))
        .as("held")
        .merge(documented(table, rows).as("new"), sameKey)
        .whenMatched()
        .updateAll()
        .whenNotMatched()
        .insertAll()
        .execute();
  }

  /** Writes and counts in one pass. */
  private long counted(Table table, Dataset<Row> rows, UnaryOperator<DataFrameWriter<Row>> how) {
    Observation counted = new Observation();
    how.apply(
            documented(table, rows)
                .observe(counted, functions.count(functions.lit(1)).as("rows"))
                .write()
                .format(FORMAT))
        .save(path(table));
    try {
      return (Long) counted.getAsJava().get("rows");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Dataset<Row> documented(Table table, Dataset<Row> rows) {
    return table.shape(rows).to(table.schema());
  }

  private String path(Table table) {
    return root.resolve(table.name()).toAbsolutePath().toString();
  }
}
