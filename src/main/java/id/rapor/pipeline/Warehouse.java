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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import scala.jdk.javaapi.CollectionConverters;

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

  /** A transaction of one application on a table is done once, however often it is asked for. */
  private static final String APPLICATION = "txnAppId";

  /** Lets a table that was made before some column was thought of have it from now on. */
  private static final String MORE_COLUMNS = "mergeSchema";

  private static final String TRANSACTION = "txnVersion";
  private static final String FOR_MERGES = "spark.databricks.delta.write.";

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

  /**
   * Writes the rows of {@code values} of one column anew, unless transaction {@code once} has been
   * through before.
   */
  void replace(Table table, Dataset<Row> rows, Field column, Collection<Long> values, String once) {
    String listed = values.stream().map(String::valueOf).collect(Collectors.joining(","));
    documented(table, rows)
        .write()
        .format(FORMAT)
        .mode(SaveMode.Overwrite)
        .option("replaceWhere", column.name() + " IN (" + listed + ")")
        .option(APPLICATION, once)
        .option(TRANSACTION, 1)
        .save(path(table));
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
    documented(table, rows)
        .write()
        .format(FORMAT)
        .mode(SaveMode.Append)
        .option(MORE_COLUMNS, true)
        .option(APPLICATION, once)
        .option(TRANSACTION, 1)
        .save(path(table));
  }

  /**
   * Puts each row in the place of the one with the same key, or adds it, unless transaction {@code
   * once} has been through before; keys in {@code rows} are unique.
   */
  void upsert(Table table, Dataset<Row> rows, String once) {
    if (!exists(table)) {
      append(table, rows, once);
      return;
    }
    Column sameKey =
        table.key().stream()
            .map(key -> key.in(HELD).equalTo(key.in(NEW)))
            .reduce(Column::and)
            .orElseThrow();
    DeltaTable.forPath(session(once), path(table))
        .as(HELD)
        .merge(documented(table, rows).as(NEW), sameKey)
        .whenMatched()
        .updateAll()
        .whenNotMatched()
        .insertAll()
        .execute();
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

  /**
   * A merge takes its transaction from the session alone: one of its own, as several tables are
   * written side by side.
   */
  private SparkSession session(String once) {
    SparkSession own = spark.newSession();
    CollectionConverters.asJava(spark.conf().getAll())
        .forEach(
            (key, value) -> {
              if (own.conf().isModifiable(key)) {
                own.conf().set(key, value);
              }
            });
    own.conf().set(FOR_MERGES + APPLICATION, once);
    own.conf().set(FOR_MERGES + TRANSACTION, 1);
    return own;
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

  /** Where the table lies. */
  Path folder(Table table) {
    return root.resolve(table.name());
  }

  private String path(Table table) {
    return folder(table).toAbsolutePath().toString();
  }
}
