package id.rapor.pipeline;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_extract_all;
import static org.apache.spark.sql.functions.replace;

import id.rapor.table.Erasures;
import id.rapor.table.Feed;
import id.rapor.table.Feeds;
import id.rapor.table.Field;
import id.rapor.table.Provenance;
import id.rapor.table.Quarantine;
import id.rapor.table.Table;
import id.rapor.table.Tables;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Where the keyed hashes of persons stand: in the identifier columns of every table and in the
 * lines that quarantine keeps. Hashes to look for travel as rows, so that no plan or log shows one.
 */
final class Traces {
  private static final String KEYED_HASH = "[0-9a-f]{64}";

  private final SparkSession spark;
  private final Warehouse warehouse;

  Traces(SparkSession spark, Warehouse warehouse) {
    this.spark = spark;
    this.warehouse = warehouse;
  }

  /** The columns of {@code table} that may hold a keyed hash. */
  static List<Field> columns(Table table) {
    return table.equals(Quarantine.TABLE)
        ? List.of(Quarantine.RAW)
        : table.fields().stream().filter(Field::isIdentifier).toList();
  }

  /** The tables that there are and that may hold a keyed hash. */
  List<Table> tables() {
    return Tables.ALL.stream()
        .filter(table -> !columns(table).isEmpty())
        .filter(warehouse::exists)
        .toList();
  }

  /** Those of {@code hashes} that any file of the tables holds, older versions included. */
  Set<String> held(List<String> hashes) {
    Dataset<Row> wanted = rows(hashes);
    Set<String> found = new HashSet<>();
    for (Table table : tables()) {
      for (Field column : columns(table)) {
        everWritten(table, column)
            .join(broadcast(wanted), Erasures.HASH.name())
            .distinct()
            .collectAsList()
            .forEach(row -> found.add(row.getString(0)));
      }
    }
    return found;
  }

  /** Empties {@code column} where it holds one of {@code hashes}; returns in how many rows. */
  long empty(Table table, Field column, List<String> hashes) {
    return table.equals(Quarantine.TABLE)
        ? emptyLines(rows(hashes))
        : emptyCells(table, column, rows(hashes));
  }

  private Dataset<Row> everWritten(Table table, Field column) {
    String[] files =
        new Past(spark, warehouse.folder(table))
            .files().stream().map(Path::toString).toArray(String[]::new);
    Dataset<Row> all =
        spark
            .read()
            .schema(new StructType().add(column.name(), column.type()))
            .option("ignoreCorruptFiles", true)
            .parquet(files);
    return all.select(
        table.equals(Quarantine.TABLE) ? hashesIn(column) : Erasures.HASH.is(column.col()));
  }

  private static Column hashesIn(Field text) {
    return explode(array_distinct(regexp_extract_all(text.col(), lit(KEYED_HASH), lit(0))))
        .as(Erasures.HASH.name());
  }

  private long emptyCells(Table table, Field column, Dataset<Row> wanted) {
    Dataset<Row> held = warehouse.read(table);
    long rows =
        held.join(broadcast(wanted), column.col().equalTo(Erasures.HASH.col()), "left_semi")
            .count();
    if (rows > 0) {
      Map<String, Column> values = new HashMap<>();
      values.put(column.name(), column.missing());
      feed(table).ifPresent(feed -> values.put(Provenance.ROW_HASH.name(), rowHash(feed, column)));
      warehouse.amend(
          table,
          wanted,
          column.in(Warehouse.HELD).equalTo(Erasures.HASH.in(Warehouse.NEW)),
          values);
    }
    return rows;
  }

  private static Optional<Feed> feed(Table table) {
    return Feeds.ALL.stream().filter(feed -> feed.table().equals(table)).findFirst();
  }

  /** What the row's hash is when it is read again, with {@code emptied} left empty. */
  private static Column rowHash(Feed feed, Field emptied) {
    return Provenance.rowHash(
        feed.columns().stream()
            .map(field -> field.equals(emptied) ? field.missing() : field.in(Warehouse.HELD))
            .toList());
  }

  private long emptyLines(Dataset<Row> wanted) {
    Dataset<Row> lines =
        warehouse
            .read(Quarantine.TABLE)
            .select(
                Provenance.DELIVERY.col(),
                Provenance.LINE.col(),
                Quarantine.RAW.col(),
                hashesIn(Quarantine.RAW))
            .join(broadcast(wanted), Erasures.HASH.name())
            .groupBy(Provenance.DELIVERY.col(), Provenance.LINE.col())
            .agg(
                first(Quarantine.RAW.col()).as(Quarantine.RAW.name()),
                collect_list(Erasures.HASH.col()).as(Erasures.HASHES.name()))
            .withColumn(
                Quarantine.RAW.name(),
                aggregate(
                    Erasures.HASHES.col(),
                    Quarantine.RAW.col(),
                    (text, hash) -> replace(text, hash, lit(""))))
            .drop(Erasures.HASHES.name());
    long rows = lines.count();
    if (rows > 0) {
      Column sameLine =
          Stream.of(Provenance.DELIVERY, Provenance.LINE)
              .map(key -> key.in(Warehouse.HELD).equalTo(key.in(Warehouse.NEW)))
              .reduce(Column::and)
              .orElseThrow();
      warehouse.amend(
          Quarantine.TABLE,
          lines,
          sameLine,
          Map.of(Quarantine.RAW.name(), Quarantine.RAW.in(Warehouse.NEW)));
    }
    return rows;
  }

  private Dataset<Row> rows(List<String> hashes) {
    return spark.createDataFrame(
        hashes.stream().distinct().map(RowFactory::create).toList(),
        new StructType().add(Erasures.HASH.name(), Erasures.HASH.type()));
  }
}
