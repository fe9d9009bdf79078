package id.rapor.ingest;

import static org.apache.spark.sql.functions.array_append;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.CheckedLines;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.Provenance;
import id.rapor.table.Steps;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Tells which lines become the truth. Of all versions of a row the one with the newest {@code
 * recorded_at} wins (an empty one counts as the oldest, so that the order is total), then the one
 * in the file delivered later, then the later line. A line equal to the version that holds changes
 * nothing and counts as superseded.
 */
final class Versions {
  private static final String LINES = "lines";
  private static final String HELD = "held";

  private Versions() {}

  /** All lines of whole files with the columns of the feed's key that no file has. */
  static Dataset<Row> keyed(Dataset<Row> lines, Feed feed) {
    return feed.equals(Steps.FEED) ? withOrdinal(lines) : lines;
  }

  /**
   * {@code keyed} with {@link CheckedLines#ACCEPTED} set.
   *
   * @param held the feed's table as it stands
   */
  static Dataset<Row> decide(Dataset<Row> keyed, Feed feed, Optional<Dataset<Row>> held) {
    Column valid = size(CheckedLines.RULES.col()).equalTo(0);
    WindowSpec versions =
        Window.partitionBy(
                Stream.concat(feed.table().key().stream().map(Field::col), alone(valid))
                    .toArray(Column[]::new))
            .orderBy(
                Feed.RECORDED_AT.col().desc_nulls_last(),
                Provenance.DELIVERY.col().desc(),
                Provenance.LINE.col().desc());
    Dataset<Row> placed =
        keyed
            .withColumn(
                CheckedLines.PLACE.name(),
                CheckedLines.PLACE.is(when(valid, row_number().over(versions))))
            .withColumn(Provenance.WARNINGS.name(), warnings(versions));
    Column first = coalesce(CheckedLines.PLACE.col().equalTo(1), lit(false));
    if (held.isEmpty()) {
      return placed.withColumn(
          CheckedLines.ACCEPTED.name(), CheckedLines.ACCEPTED.is(when(first, lit(1)).otherwise(0)));
    }
    return against(placed, feed, held.get(), first);
  }

  /** The line's warnings, with one more where only its place in the file makes it the newest. */
  private static Column warnings(WindowSpec versions) {
    WindowSpec sameMoment =
        versions
            .orderBy(Feed.RECORDED_AT.col().desc_nulls_last(), Provenance.DELIVERY.col().desc())
            .rangeBetween(Window.currentRow(), Window.currentRow());
    Column differs =
        min(Provenance.ROW_HASH.col())
            .over(sameMoment)
            .notEqual(max(Provenance.ROW_HASH.col()).over(sameMoment));
    return when(differs, array_append(Provenance.WARNINGS.col(), lit(Rule.DUPLICATE_KEY.code())))
        .otherwise(Provenance.WARNINGS.col());
  }

  private static Dataset<Row> against(
      Dataset<Row> placed, Feed feed, Dataset<Row> held, Column first) {
    List<Field> seen =
        Stream.concat(
                feed.table().key().stream(),
                Stream.of(
                    Feed.RECORDED_AT, Provenance.DELIVERY, Provenance.LINE, Provenance.ROW_HASH))
            .toList();
    Column sameKey =
        feed.table().key().stream()
            .map(key -> key.in(LINES).equalTo(key.in(HELD)))
            .reduce(Column::and)
            .orElseThrow();
    Column mine = Feed.RECORDED_AT.in(LINES);
    Column theirs = Feed.RECORDED_AT.in(HELD);
    Column newer =
        Provenance.ROW_HASH
            .in(HELD)
            .isNull()
            .or(coalesce(mine.gt(theirs), mine.isNotNull().and(theirs.isNull())))
            .or(
                mine.eqNullSafe(theirs)
                    .and(deliveredLater())
                    .and(Provenance.ROW_HASH.in(LINES).notEqual(Provenance.ROW_HASH.in(HELD))));
    Column[] kept =
        Stream.concat(
                Stream.of(placed.columns()).map(name -> functions.col(LINES + "." + name)),
                Stream.of(CheckedLines.ACCEPTED.is(when(first.and(newer), lit(1)).otherwise(0))))
            .toArray(Column[]::new);
    return placed
        .as(LINES)
        .join(
            held.select(seen.stream().map(Field::col).toArray(Column[]::new)).as(HELD),
            sameKey.and(first),
            "left")
        .select(kept);
  }

  /** Always true of a new file; a line that is taken in again may be older than what holds. */
  private static Column deliveredLater() {
    Column mine = Provenance.DELIVERY.in(LINES);
    Column theirs = Provenance.DELIVERY.in(HELD);
    return mine.gt(theirs)
        .or(mine.equalTo(theirs).and(Provenance.LINE.in(LINES).gt(Provenance.LINE.in(HELD))));
  }

  /** Keeps refused lines, which may have no key, each in a group of its own. */
  private static Stream<Column> alone(Column valid) {
    return Stream.of(
        when(valid.equalTo(false), Provenance.DELIVERY.col()),
        when(valid.equalTo(false), Provenance.LINE.col()));
  }

  /**
   * Steps that were recorded at different moments are versions of one; those that cannot be told
   * apart by it happened more than once.
   */
  private static Dataset<Row> withOrdinal(Dataset<Row> lines) {
    WindowSpec equals =
        Window.partitionBy(
                Stream.concat(
                        Stream.of(Provenance.DELIVERY, Feed.RECORDED_AT),
                        Steps.FEED.table().key().stream().filter(key -> !key.equals(Steps.ORDINAL)))
                    .map(Field::col)
                    .toArray(Column[]::new))
            .orderBy(Provenance.LINE.col());
    return lines.withColumn(Steps.ORDINAL.name(), Steps.ORDINAL.is(row_number().over(equals)));
  }
}
