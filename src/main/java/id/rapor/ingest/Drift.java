package id.rapor.ingest;

import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sum;

import id.rapor.table.DriftFacts;
import id.rapor.table.Drifts;
import id.rapor.table.Field;
import id.rapor.table.Files;
import id.rapor.table.Profiles;
import id.rapor.table.Provenance;
import id.rapor.table.Quarantine;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Tells in which way a file differs from those before it. A file is held against those of its
 * series: files of one source whose names are the same but for dates ({@code cases-2026-03.csv} and
 * {@code cases-2026-04.csv}), so that a small region is never held against a large one. It works on
 * profiles alone and reads no line.
 */
public final class Drift {
  /** How many files of the series before count: a year of monthly ones. Own choice. */
  private static final int LOOKS_BACK = 12;

  /**
   * A fall in volume: fewer lines than this share of the lower median of the files before
   * (exclusive), and fewer than any of them. Default 0.5; the median and the least take no harm
   * from one odd file. Own choice, after the relative-change checks of deequ (Schelter and others,
   * 2018).
   */
  private static final double FALL = 0.5;

  /** Files before without which no volume is usual, inclusive. Own choice. */
  private static final int LEAST_FILES = 3;

  /** Share of a column's values that are of its type: nearly all before, inclusive. Own choice. */
  private static final double NEARLY_ALL = 0.95;

  /** And few now, exclusive. Own choice. */
  private static final double FEW = 0.5;

  /** Values before and now without which no share is told, inclusive. Own choice. */
  private static final int LEAST_VALUES = 20;

  private static final int CODES_SHOWN = 5;

  private static final String DATE =
      "(?<!\\d)(19|20)\\d{2}([-_.]?[qQ][1-4]|[-_.]?[hH][12]|[-_.]?(0[1-9]|1[0-2])([-_.]?(0[1-9]|[12]\\d|3[01])(T?\\d{4,6})?)?)?(?!\\d)";

  private static final WindowSpec SERIES =
      Window.partitionBy(Provenance.SOURCE.col(), Quarantine.FEED.col(), DriftFacts.SERIES.col())
          .orderBy(Provenance.DELIVERY.col());

  private Drift() {}

  /**
   * All differences of all files.
   *
   * @param profiles rows of {@link Profiles}
   * @return in the shape of {@link Drifts}
   */
  public static Dataset<Row> find(Dataset<Row> profiles) {
    Dataset<Row> placed =
        profiles
            .withColumn(
                DriftFacts.SERIES.name(),
                regexp_replace(Provenance.FILE.col(), lit(DATE), lit("#")))
            .withColumn(
                DriftFacts.COLUMNS_BEFORE.name(), lag(Profiles.COLUMNS.col(), 1).over(SERIES))
            .withColumn(
                DriftFacts.LINES_BEFORE.name(),
                collect_list(Files.LINES.col()).over(SERIES.rowsBetween(-LOOKS_BACK, -1)));
    return Stream.of(
            headers(placed, DriftKind.COLUMN_VANISHED, DriftFacts.COLUMNS_BEFORE, Profiles.COLUMNS),
            headers(placed, DriftKind.COLUMN_APPEARED, Profiles.COLUMNS, DriftFacts.COLUMNS_BEFORE),
            types(placed),
            codes(placed),
            volume(placed))
        .map(Drifts.TABLE::shape)
        .reduce(Dataset::unionAll)
        .orElseThrow();
  }

  private static Dataset<Row> told(Dataset<Row> rows, DriftKind kind, Column before, Column now) {
    return kind.tell(
        rows.withColumn(Drifts.KIND.name(), lit(kind.code()))
            .withColumn(Drifts.BEFORE.name(), before.cast(Field.TEXT))
            .withColumn(Drifts.NOW.name(), now.cast(Field.TEXT)));
  }

  /** Columns of {@code one} header that the {@code other} lacks, where both files have headers. */
  private static Dataset<Row> headers(Dataset<Row> placed, DriftKind kind, Field one, Field other) {
    Dataset<Row> columns =
        placed
            .where(size(one.col()).gt(0).and(size(other.col()).gt(0)))
            .withColumn(Drifts.COLUMN.name(), explode(array_except(one.col(), other.col())));
    boolean vanished = kind == DriftKind.COLUMN_VANISHED;
    return told(
        columns, kind, lit(vanished ? "there" : "absent"), lit(vanished ? "absent" : "there"));
  }

  private static Dataset<Row> volume(Dataset<Row> placed) {
    Column sorted = array_sort(DriftFacts.LINES_BEFORE.col());
    Column middle = size(sorted).plus(1).divide(2).cast("int");
    Dataset<Row> usual =
        placed
            .where(size(DriftFacts.LINES_BEFORE.col()).geq(LEAST_FILES))
            .withColumn(Drifts.COLUMN.name(), lit(Drifts.EVERY_COLUMN))
            .withColumn(DriftFacts.USUAL.name(), element_at(sorted, middle))
            .where(Files.LINES.col().lt(DriftFacts.USUAL.col().multiply(FALL)))
            .where(Files.LINES.col().lt(array_min(DriftFacts.LINES_BEFORE.col())));
    return told(usual, DriftKind.VOLUME_FELL, DriftFacts.USUAL.col(), Files.LINES.col());
  }

  private static Dataset<Row> types(Dataset<Row> placed) {
    Dataset<Row> values =
        counts(placed, Profiles.FILLED, lit(0L))
            .unionAll(counts(placed, Profiles.WRONG, DriftFacts.COUNT.col()))
            .groupBy(
                Stream.concat(CARRIED.stream(), Stream.of(DriftFacts.SERIES, Drifts.COLUMN))
                    .map(Field::col)
                    .toArray(Column[]::new))
            .agg(
                DriftFacts.COUNT.is(sum(DriftFacts.COUNT.col())),
                DriftFacts.WRONG.is(sum(DriftFacts.WRONG.col())));
    WindowSpec before =
        Window.partitionBy(
                Provenance.SOURCE.col(),
                Quarantine.FEED.col(),
                DriftFacts.SERIES.col(),
                Drifts.COLUMN.col())
            .orderBy(Provenance.DELIVERY.col())
            .rowsBetween(-LOOKS_BACK, -1);
    Column all = sum(DriftFacts.COUNT.col()).over(before);
    Column good = lit(1.0).minus(sum(DriftFacts.WRONG.col()).over(before).divide(all));
    Column now = lit(1.0).minus(DriftFacts.WRONG.col().divide(DriftFacts.COUNT.col()));
    Dataset<Row> shares =
        values
            .withColumn(DriftFacts.VALUES_BEFORE.name(), all)
            .withColumn(DriftFacts.SHARE_BEFORE.name(), good)
            .withColumn(DriftFacts.SHARE.name(), now)
            .where(DriftFacts.VALUES_BEFORE.col().geq(LEAST_VALUES))
            .where(DriftFacts.COUNT.col().geq(LEAST_VALUES))
            .where(DriftFacts.SHARE_BEFORE.col().geq(NEARLY_ALL))
            .where(DriftFacts.SHARE.col().lt(FEW));
    return told(
        shares,
        DriftKind.TYPE_CHANGED,
        percent(DriftFacts.SHARE_BEFORE.col()),
        percent(DriftFacts.SHARE.col()));
  }

  private static final List<Field> CARRIED =
      List.of(
          Provenance.DELIVERY,
          Provenance.SOURCE,
          Provenance.FILE,
          Quarantine.FEED,
          Provenance.RUN_ID);

  /** Each {@code column=count} of {@code list}, with {@code wrong} of that count. */
  private static Dataset<Row> counts(Dataset<Row> placed, Field list, Column wrong) {
    return entries(placed, list)
        .withColumn(DriftFacts.COUNT.name(), DriftFacts.COUNT.is(DriftFacts.ENTRY.col()))
        .withColumn(DriftFacts.WRONG.name(), wrong);
  }

  /** Each {@code column=entry} of {@code list} in a row of its own. */
  private static Dataset<Row> entries(Dataset<Row> placed, Field list) {
    Column entry = functions.split(DriftFacts.ENTRY.col(), Profiles.IS, 2);
    return placed
        .select(
            Stream.concat(
                    Stream.concat(CARRIED.stream(), Stream.of(DriftFacts.SERIES)).map(Field::col),
                    Stream.of(
                        DriftFacts.COLUMNS_BEFORE.col(),
                        explode(list.col()).as(DriftFacts.ENTRY.name())))
                .toArray(Column[]::new))
        .withColumn(Drifts.COLUMN.name(), element_at(entry, 1))
        .withColumn(DriftFacts.ENTRY.name(), element_at(entry, 2));
  }

  /** Codes that no file of the source had before, where the series has a file before. */
  private static Dataset<Row> codes(Dataset<Row> placed) {
    Column[] list = {Provenance.SOURCE.col(), Quarantine.FEED.col(), Drifts.COLUMN.col()};
    WindowSpec before =
        Window.partitionBy(list)
            .orderBy(Provenance.DELIVERY.col())
            .rowsBetween(Window.unboundedPreceding(), -1);
    WindowSpec same =
        Window.partitionBy(
            Stream.concat(Stream.of(list), Stream.of(DriftFacts.ENTRY.col()))
                .toArray(Column[]::new));
    Dataset<Row> fresh =
        entries(placed, Profiles.CODES)
            .withColumn(DriftFacts.FIRST.name(), min(Provenance.DELIVERY.col()).over(same))
            .where(DriftFacts.FIRST.col().equalTo(Provenance.DELIVERY.col()))
            .groupBy(
                Stream.concat(CARRIED.stream(), Stream.of(DriftFacts.COLUMNS_BEFORE, Drifts.COLUMN))
                    .map(Field::col)
                    .toArray(Column[]::new))
            .agg(
                DriftFacts.COUNT.is(count(lit(1))),
                array_sort(collect_list(DriftFacts.ENTRY.col())).as(DriftFacts.ENTRY.name()))
            .withColumn(
                DriftFacts.KNOWN.name(),
                coalesce(sum(DriftFacts.COUNT.col()).over(before), lit(0L)))
            .where(DriftFacts.KNOWN.col().gt(0))
            .where(DriftFacts.COLUMNS_BEFORE.col().isNotNull());
    Column shown = array_join(slice(DriftFacts.ENTRY.col(), 1, CODES_SHOWN), ", ");
    Column more =
        functions
            .when(
                DriftFacts.COUNT.col().gt(CODES_SHOWN),
                concat(lit(", +"), DriftFacts.COUNT.col().minus(CODES_SHOWN).cast(Field.TEXT)))
            .otherwise("");
    return told(fresh, DriftKind.NEW_CODE, DriftFacts.KNOWN.col(), concat(shown, more));
  }

  private static Column percent(Column share) {
    return concat(round(share.multiply(100), 0).cast(Field.WHOLE).cast(Field.TEXT), lit(" %"));
  }
}
