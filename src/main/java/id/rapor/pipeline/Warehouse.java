package id.rapor.pipeline;

import id.rapor.settings.UserError;
import id.rapor.table.Field;
import id.rapor.table.Table;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
  /** The version of a table that was never made. */
  static final long NONE = -1;

  /** What the rows that a table has are called where others are put beside them. */
  static final String HELD = "held";

  /** What those others are called. */
  static final String NEW = "new";

  private static final String FORMAT = "delta";
  private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");

  /** Lets a table that was made before some column was thought of have it from now on. */
  private static final String MORE_COLUMNS = "mergeSchema";

  /** Which rows an overwrite takes out, as SQL. */
  private static final String REPLACED = "replaceWhere";

  /** Rows that go are marked, and the files that hold them are not written anew. */
  private static final String MARKS_ROWS = "delta.enableDeletionVectors";

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
    return version(table) != NONE;
  }

  /**
   * The number of the table's newest commit; {@link #NONE} if it was never made. A folder that a
   * killed run left without any commit is no table.
   */
  long version(Table table) {
    Path log = folder(table).resolve("_delta_log");
    if (!Files.isDirectory(log)) {
      return NONE;
    }
    try (Stream<Path> entries = Files.list(log)) {
      return entries
          .map(entry -> COMMIT.matcher(entry.getFileName().toString()))
          .filter(Matcher::matches)
          .mapToLong(commit -> Long.parseLong(commit.group(1)))
          .max()
          .orElse(NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The table as it stood at {@code version}; empty if it was not made then. */
  Optional<Dataset<Row>> find(Table table, long version) {
    if (version == NONE || version == version(table)) {
      return version == NONE ? Optional.empty() : find(table);
    }
    return Optional.of(
        spark.read().format(FORMAT).option("versionAsOf", version).load(path(table)));
  }

  /** Gives the table back the rows that it had at {@code version}. */
  void restore(Table table, long version) {
    if (version == version(table)) {
      return;
    }
    if (version == NONE) {
      Past.delete(folder(table));
    } else {
      DeltaTable.forPath(spark, path(table)).restoreToVersion(version);
    }
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
    return counted(table, rows, written -> written.option("overwriteSchema", "true"));
  }

  /**
   * Writes the rows of {@code values} of one column anew and leaves all others as they are; returns
   * how many rows it wrote.
   */
  public long replace(Table table, Dataset<Row> rows, Field column, Collection<String> values) {
    if (!exists(table)) {
      return replace(table, rows);
    }
    List<String> quoted =
        values.stream().map(value -> "'" + value.replace("'", "''") + "'").toList();
    return counted(
        table,
        rows,
        written -> written.option(MORE_COLUMNS, true).option(REPLACED, in(column, quoted)));
  }

  /**
   * Writes the rows of {@code values} of one column anew, unless transaction {@code once} has been
   * through before.
   */
  void replace(Table table, Dataset<Row> rows, Field column, Collection<Long> values, String once) {
    inTransaction(table, rows, once)
        .mode(SaveMode.Overwrite)
        .option(REPLACED, in(column, values.stream().map(String::valueOf).toList()))
        .save(path(table));
  }

  private static String in(Field column, List<String> values) {
    return column.name() + " IN (" + String.join(",", values) + ")";
  }

  /** Adds rows. */
  public void append(Table table, Dataset<Row> rows) {
    documented(table, rows)
        .write()
        .format(FORMAT)
        .mode(SaveMode.Append)
        .option(MORE_COLUMNS, true)
        .save(path(table));
  }

  /** Adds rows, unless transaction {@code once} has been through before. */
  void append(Table table, Dataset<Row> rows, String once) {
    inTransaction(table, rows, once)
        .mode(SaveMode.Append)
        .option(MORE_COLUMNS, true)
        .save(path(table));
  }

  /**
   * Puts each row in the place of the one that it replaces, or adds it, unless transaction {@code
   * once} has been through before.
   *
   * @param rows in the shape of {@link id.rapor.table.CheckedLines#accepted}, of one run that has
   *     written nothing else to the table
   */
  void upsert(Table table, Dataset<Row> rows, String once) {
    DataFrameWriter<Row> adding = inTransaction(table, rows, once).mode(SaveMode.Append);
    if (!exists(table)) {
      adding.option(MARKS_ROWS, true).save(path(table));
      return;
    }
    Replaced replaced = Replaced.by(rows);
    if (replaced.isEmpty()) {
      adding.option(MORE_COLUMNS, true).save(path(table));
    } else if (replaced.few()) {
      adding
          .mode(SaveMode.Overwrite)
          .option(MORE_COLUMNS, true)
          .option(REPLACED, replaced.sql())
          .save(path(table));
    } else {
      DeltaTable.forPath(new Transaction(once).session(spark), path(table))
          .as(HELD)
          .merge(replaced.beside(documented(table, rows)).as(NEW), Replaced.goes())
          .whenMatched()
          .delete()
          .whenNotMatched(Replaced.comes())
          .insertAll()
          .execute();
    }
  }

  /**
   * Sets columns of the rows called {@code held} that {@code rows}, called {@code new}, match; each
   * is matched by one of them at most.
   */
  void amend(Table table, Dataset<Row> rows, Column matching, Map<String, Column> values) {
    DeltaTable.forPath(spark, path(table))
        .as(HELD)
        .merge(rows.as(NEW), matching)
        .whenMatched()
        .update(values)
        .execute();
  }

  private static DataFrameWriter<Row> inTransaction(Table table, Dataset<Row> rows, String once) {
    return new Transaction(once).writer(documented(table, rows)).format(FORMAT);
  }

  /** Overwrites and counts in one pass. */
  private long counted(Table table, Dataset<Row> rows, UnaryOperator<DataFrameWriter<Row>> how) {
    Observation counted = new Observation();
    how.apply(
            documented(table, rows)
                .observe(counted, functions.count(functions.lit(1)).as("rows"))
                .write()
                .format(FORMAT)
                .mode(SaveMode.Overwrite))
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

  /** Where the table lies. */
  Path folder(Table table) {
    return root.resolve(table.name());
  }

  private String path(Table table) {
    return folder(table).toAbsolutePath().toString();
  }
}
