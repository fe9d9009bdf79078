package id.rapor.publish;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import id.rapor.publish.Count.Before;
import id.rapor.publish.Count.Cell;
import id.rapor.publish.Relations.Adding;
import id.rapor.settings.Period;
import id.rapor.table.Budgets;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.Shorthand;
import id.rapor.table.Staffing;
import id.rapor.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Finds the measurements that are hidden, over all periods at once. */
public final class SmallCells {
  /** The least number of persons that a published figure rests on, inclusive. */
  public static final long LEAST = 10;

  /** A least n of a year's months or fewer, of what budgets tell, counts months and no persons. */
  private static final int MONTHS = 12;

  /** Forms whose n counts services or lines, not persons. */
  private static final List<String> OF_THINGS = List.of("offered", "delivered");

  private static final Field SMALL =
      Field.required("small", Field.TRUTH, "whether fewer persons than are published");
  private static final Field OFFICERS =
      Field.required("officers", Field.TRUTH, "whether n counts officers");
  private static final Field BEFORE =
      Field.optional("before", Field.WHOLE, "n in the edition before");
  private static final Field HIDDEN_BEFORE =
      Field.optional("hidden_before", Field.TRUTH, "whether the edition before hides it");
  private static final Table HIDDEN =
      new Table(
          "hidden",
          "one measurement that is hidden",
          Measurements.TABLE.key(),
          Measurements.TABLE.key());

  private SmallCells() {}

  /**
   * Period, agency, service and metric of what is hidden: counts of fewer persons than {@link
   * #LEAST} (of officers: than the metric asks for), and what would give them back.
   *
   * @param measurements all that may be published, of all periods
   * @param metrics the catalogue
   * @param before what the newest editions have published, as {@link #before} reads it
   */
  public static Dataset<Row> hidden(
      Dataset<Row> measurements, Dataset<Row> metrics, Dataset<Row> before) {
    Column ofMetric =
        when(Metrics.FORM.col().isin(OF_THINGS.toArray()), 0L)
            .when(
                Metrics.FEED
                    .col()
                    .equalTo(Budgets.FEED.name())
                    .and(Metrics.MINIMUM_N.col().leq(MONTHS)),
                0L)
            .when(
                Metrics.FEED.col().equalTo(Staffing.FEED.name()),
                least(Metrics.MINIMUM_N.col(), lit(LEAST)))
            .otherwise(LEAST);
    Dataset<Row> counts =
        measurements
            .where(Measurements.N.col().gt(0))
            .join(
                broadcast(
                    metrics.select(
                        Measurements.METRIC.is(Metrics.CODE.col()),
                        OFFICERS.is(Metrics.FEED.col().equalTo(Staffing.FEED.name())),
                        Metrics.MINIMUM_N.is(ofMetric))),
                Measurements.METRIC.name())
            .join(before, names(), "left")
            .select(
                Measurements.PERIOD.col(),
                Cases.AGENCY_ID.col(),
                Cases.SERVICE_ID.col(),
                Measurements.METRIC.col(),
                Measurements.N.col(),
                SMALL.is(Measurements.N.col().lt(Metrics.MINIMUM_N.col())),
                BEFORE.col(),
                HIDDEN_BEFORE.col(),
                OFFICERS.col());
    return counts
        .groupByKey((MapFunction<Row, String>) row -> row.getString(1), Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, Row, Row>) SmallCells::ofAgency,
            Encoders.row(HIDDEN.schema()));
  }

  private static String[] names() {
    return Measurements.TABLE.key().stream().map(Field::name).toArray(String[]::new);
  }

  /** What the newest edition of every period below {@code published} tells of its counts. */
  public static Dataset<Row> before(SparkSession spark, Path published) {
    Column isHidden = Shorthand.SHORTHAND.col().eqNullSafe(lit(Shorthand.CONFIDENTIAL));
    List<String> files = newest(published);
    Dataset<Row> told =
        files.isEmpty()
            ? spark.createDataFrame(List.of(), Shorthand.MEASUREMENTS.schema())
            : spark
                .read()
                .schema(Shorthand.MEASUREMENTS.schema())
                .parquet(files.toArray(String[]::new));
    return told.select(
        Measurements.PERIOD.col(),
        Cases.AGENCY_ID.col(),
        Cases.SERVICE_ID.col(),
        Measurements.METRIC.col(),
        BEFORE.is(Measurements.N.col()),
        HIDDEN_BEFORE.is(isHidden));
  }

  private static List<String> newest(Path published) {
    List<String> files = new ArrayList<>();
    if (!Files.isDirectory(published)) {
      return files;
    }
    try (Stream<Path> periods = Files.list(published)) {
      for (Path period : periods.sorted().toList()) {
        Path edition = period.resolve(String.valueOf(EditionFolders.newest(period)));
        Path file = edition.resolve(Measurements.TABLE.name() + ".parquet");
        if (Files.isRegularFile(file)) {
          files.add(file.toString());
        }
      }
      return files;
    } catch (IOException e) {
      throw SafeFile.unwritable(published, e);
    }
  }

  /**
   * Metrics that count the same rows are hidden alike: what one tells of them, another must not
   * hide.
   */
  private static Iterator<Row> ofAgency(String agency, Iterator<Row> rows) {
    Map<String, Map<Cell, Count>> byMetric = new TreeMap<>();
    Map<String, Adding> adding = new HashMap<>();
    rows.forEachRemaining(
        row -> {
          String metric = row.getString(3);
          byMetric.computeIfAbsent(metric, one -> new HashMap<>()).put(cell(row), count(row));
          adding.put(metric, row.getBoolean(8) ? Adding.OFFICERS : Adding.ROWS);
        });
    Map<Map<String, Long>, List<String>> alike = new HashMap<>();
    byMetric.forEach(
        (metric, counts) ->
            alike.computeIfAbsent(whole(counts), same -> new ArrayList<>()).add(metric));
    List<Row> hidden = new ArrayList<>();
    for (List<String> metrics : alike.values()) {
      Map<Cell, Count> counts = new HashMap<>();
      metrics.forEach(metric -> byMetric.get(metric).forEach(counts::putIfAbsent));
      Set<Cell> cells = Suppression.of(counts.values(), adding.get(metrics.get(0)));
      for (String metric : metrics) {
        cells.stream()
            .filter(byMetric.get(metric)::containsKey)
            .forEach(one -> hidden.add(row(one, agency, metric)));
      }
    }
    return hidden.iterator();
  }

  private static Map<String, Long> whole(Map<Cell, Count> counts) {
    Map<String, Long> whole = new TreeMap<>();
    counts.values().stream()
        .filter(one -> one.cell().isWhole())
        .forEach(one -> whole.put(one.cell().period().code() + " " + one.isSmall(), one.n()));
    return whole;
  }

  private static Cell cell(Row row) {
    return new Cell(Period.parse(row.getString(0)).orElseThrow(), row.getString(2));
  }

  private static Count count(Row row) {
    boolean isHidden = !row.isNullAt(7) && row.getBoolean(7);
    boolean isSame = !row.isNullAt(6) && row.getLong(6) == row.getLong(4);
    Before before = isHidden ? Before.HIDDEN : isSame ? Before.SHOWN : Before.UNTOLD;
    return new Count(cell(row), row.getLong(4), row.getBoolean(5), before);
  }

  private static Row row(Cell cell, String agency, String metric) {
    return RowFactory.create(cell.period().code(), agency, cell.service(), metric);
  }
}
