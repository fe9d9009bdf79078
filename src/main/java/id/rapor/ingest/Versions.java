package id.rapor.ingest;

import static org.apache.spark.sql.functions.array_append;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import id.rapor.table.CheckedLines;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.Provenance;
import id.rapor.table.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * Tells which lines become the truth. Of all versions of a row the one with the newest {@code
 * recorded_at} wins (an empty one counts as the oldest, so that the order is total), then the one
 * in the file delivered later, then the later line. A line equal to the version that holds changes
 * nothing and counts as superseded.
 *
 * <p>Only keys, times and hashes are sorted; what is found out of the few lines that are not alone
 * is then set beside the whole lines, which never move.
 */
final class Versions implements AutoCloseable {
  private static final String LINES = "lines";
  private static final String HELD = "held";
  private static final String PLACE = "rapor__place";

  /** So many keys, of a hundred bytes, are sent to every task rather than shuffled. */
  private static final long FEW_KEYS = 1_000_000;

  /** So many places of lines, numbers all, are. */
  private static final long FEW_PLACES = 6_000_000;

  private final Feed feed;
  private final List<Dataset<Row>> kept = new ArrayList<>();

  Versions(Feed feed) {
    this.feed = feed;
  }

  /** All lines of whole files with the columns of the feed's key that no file has. */
  Dataset<Row> keyed(Dataset<Row> lines) {
    return feed.equals(Steps.FEED) ? withOrdinal(lines) : lines;
  }

  /**
   * {@code keyed} with {@link CheckedLines#ACCEPTED} set, and what a line would replace.
   *
   * @param held the feed's table as it stands
   */
  Dataset<Row> decide(Dataset<Row> keyed, Optional<Dataset<Row>> held) {
    Dataset<Row> valid = keyed.where(size(CheckedLines.RULES.col()).equalTo(0)).select(seen());
    Dataset<Row> repeated = repeated(valid);
    Dataset<Row> found = held.map(rows -> both(repeated, known(valid, rows))).orElse(repeated);
    Column isValid = size(CheckedLines.RULES.col()).equalTo(0);
    Column wins = isValid.and(coalesce(CheckedLines.SUPERSEDED.col(), lit(false)).equalTo(false));
    Column warnings =
        when(
                CheckedLines.CONTRADICTED.col(),
                array_append(Provenance.WARNINGS.col(), lit(Rule.DUPLICATE_KEY.code())))
            .otherwise(Provenance.WARNINGS.col());
    return beside(keyed, found)
        .withColumn(
            CheckedLines.ACCEPTED.name(), CheckedLines.ACCEPTED.is(when(wins, 1).otherwise(0)))
        .withColumn(Provenance.WARNINGS.name(), warnings)
        .drop(CheckedLines.SUPERSEDED.name(), CheckedLines.CONTRADICTED.name());
  }

  /** Gives back what was found. */
  @Override
  public void close() {
    kept.forEach(Dataset::unpersist);
  }

  private Column[] seen() {
    return Stream.concat(
            feed.table().key().stream(),
            Stream.of(Feed.RECORDED_AT, Provenance.DELIVERY, Provenance.LINE, Provenance.ROW_HASH))
        .map(Field::col)
        .toArray(Column[]::new);
  }

  /** Its hash stands before the key, so that rows are sorted by a number. */
  private Column[] key(Field... more) {
    return Stream.of(
            Stream.of(xxhash64(feed.table().keyColumns())),
            Stream.of(feed.table().keyColumns()),
            Stream.of(more).map(Field::col))
        .flatMap(columns -> columns)
        .toArray(Column[]::new);
  }

  /** The lines that a newer one of the delivery supersedes, or that their own file contradicts. */
  private Dataset<Row> repeated(Dataset<Row> valid) {
    WindowSpec versions =
        Window.partitionBy(key())
            .orderBy(
                Feed.RECORDED_AT.col().desc_nulls_last(),
                Provenance.DELIVERY.col().desc(),
                Provenance.LINE.col().desc());
    WindowSpec moment = Window.partitionBy(key(Feed.RECORDED_AT, Provenance.DELIVERY));
    Column hash = Provenance.ROW_HASH.col();
    Column beaten = CheckedLines.SUPERSEDED.col();
    return valid
        .select(
            functions.col("*"),
            CheckedLines.SUPERSEDED.is(row_number().over(versions).gt(1)),
            CheckedLines.CONTRADICTED.is(lead(Provenance.LINE.col(), 1).over(versions).isNotNull()))
        .where(beaten.or(CheckedLines.CONTRADICTED.col()))
        .select(
            Provenance.DELIVERY.col(),
            Provenance.LINE.col(),
            beaten,
            CheckedLines.CONTRADICTED.is(
                beaten.equalTo(false).and(min(hash).over(moment).notEqual(max(hash).over(moment)))),
            CheckedLines.REPLACED.missing())
        .where(beaten.or(CheckedLines.CONTRADICTED.col()));
  }

  /**
   * The lines of which the table holds a version: those no newer than it, and what others replace.
   */
  private Dataset<Row> known(Dataset<Row> valid, Dataset<Row> held) {
    Column sameKey =
        feed.table().key().stream()
            .map(key -> key.in(LINES).equalTo(key.in(HELD)))
            .reduce(Column::and)
            .orElseThrow();
    Column mine = Feed.RECORDED_AT.in(LINES);
    Column theirs = Feed.RECORDED_AT.in(HELD);
    Column newer =
        coalesce(mine.gt(theirs), mine.isNotNull().and(theirs.isNull()))
            .or(
                mine.eqNullSafe(theirs)
                    .and(deliveredLater())
                    .and(Provenance.ROW_HASH.in(LINES).notEqual(Provenance.ROW_HASH.in(HELD))));
    Dataset<Row> found =
        held.select(seen())
            .as(HELD)
            .join(few(valid, FEW_KEYS).as(LINES), sameKey)
            .select(
                Provenance.DELIVERY.in(LINES),
                Provenance.LINE.in(LINES),
                CheckedLines.SUPERSEDED.is(newer.equalTo(false)),
                CheckedLines.CONTRADICTED.is(lit(false)),
                CheckedLines.REPLACED.is(Provenance.place(HELD)));
    // As rows of their own: what is kept of a query over a table is dropped once that is written.
    return found.sparkSession().createDataFrame(found.javaRDD(), found.schema());
  }

  private static Dataset<Row> both(Dataset<Row> some, Dataset<Row> others) {
    return some.unionByName(others)
        .groupBy(Provenance.DELIVERY.col(), Provenance.LINE.col())
        .agg(
            CheckedLines.SUPERSEDED.is(max(CheckedLines.SUPERSEDED.col())),
            CheckedLines.CONTRADICTED.is(max(CheckedLines.CONTRADICTED.col())),
            CheckedLines.REPLACED.is(max(CheckedLines.REPLACED.col())));
  }

  /** Always true of a new file; a line that is taken in again may be older than what holds. */
  private static Column deliveredLater() {
    Column mine = Provenance.DELIVERY.in(LINES);
    Column theirs = Provenance.DELIVERY.in(HELD);
    return mine.gt(theirs)
        .or(mine.equalTo(theirs).and(Provenance.LINE.in(LINES).gt(Provenance.LINE.in(HELD))));
  }

  /**
   * Steps that were recorded at different moments are versions of one; those that cannot be told
   * apart by it happened more than once.
   */
  private Dataset<Row> withOrdinal(Dataset<Row> lines) {
    Column[] equal =
        Stream.concat(
                Stream.of(Provenance.DELIVERY, Feed.RECORDED_AT),
                feed.table().key().stream().filter(key -> !key.equals(Steps.ORDINAL)))
            .map(Field::col)
            .toArray(Column[]::new);
    Column hash = xxhash64(equal);
    WindowSpec equals =
        Window.partitionBy(Stream.concat(Stream.of(hash), Stream.of(equal)).toArray(Column[]::new))
            .orderBy(Provenance.LINE.col());
    Dataset<Row> later =
        lines
            .select(
                Provenance.DELIVERY.col(),
                Provenance.LINE.col(),
                Steps.ORDINAL.is(row_number().over(equals)))
            .where(Steps.ORDINAL.col().gt(1));
    return beside(lines, later)
        .withColumn(Steps.ORDINAL.name(), Steps.ORDINAL.is(coalesce(Steps.ORDINAL.col(), lit(1))));
  }

  /** {@code lines}, all of them, each with what was found out of it. */
  private Dataset<Row> beside(Dataset<Row> lines, Dataset<Row> found) {
    Dataset<Row> placed =
        found
            .withColumn(PLACE, Provenance.place())
            .drop(Provenance.DELIVERY.name(), Provenance.LINE.name());
    return lines
        .join(few(placed, FEW_PLACES), Provenance.place().equalTo(functions.col(PLACE)), "left")
        .drop(PLACE);
  }

  /** {@code rows}, worked out once, and sent to every task if they are at most {@code few}. */
  private Dataset<Row> few(Dataset<Row> rows, long few) {
    Dataset<Row> once = rows.persist(StorageLevel.MEMORY_AND_DISK());
    kept.add(once);
    return once.count() <= few ? functions.broadcast(once) : once;
  }
}
