package id.rapor.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.DeliveredLines;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.Files;
import id.rapor.table.LineCounts;
import id.rapor.table.Profiles;
import id.rapor.table.Provenance;
import id.rapor.table.Quarantine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What was counted of a delivery's lines, as the tables keep it.
 *
 * @param counts what {@link Tally} makes, worked out before any table is written
 * @param files delivery, source, file and columns (null if it cannot be read) of every file, and
 *     the run; small
 */
record Counted(Feed feed, Dataset<Row> counts, Dataset<Row> files) {
  /** A column with more different texts in one file holds no list of codes. */
  private static final int MOST_CODES = 500;

  /** delivery, lines, accepted and refused of each file that has lines. */
  List<Row> byFile() {
    return counts
        .where(LineCounts.RESPECT.col().equalTo(LineCounts.WHOSE))
        .groupBy(Provenance.DELIVERY.col())
        .agg(
            Files.LINES.is(sum(Files.LINES.col())),
            Files.ACCEPTED.is(sum(Files.ACCEPTED.col())),
            Files.REFUSED.is(sum(Files.REFUSED.col())))
        .collectAsList();
  }

  /** In the shape of {@link DeliveredLines}. */
  Dataset<Row> deliveredLines() {
    Dataset<Row> lines =
        counts
            .where(LineCounts.RESPECT.col().equalTo(LineCounts.WHOSE))
            .withColumn(Cases.AGENCY_ID.name(), LineCounts.ALIKE.col())
            .withColumn(DeliveredLines.MONTH.name(), month());
    Column superseded = Files.LINES.col().minus(Files.ACCEPTED.col()).minus(Files.REFUSED.col());
    Dataset<Row> named =
        lines
            .withColumn(Files.SUPERSEDED.name(), superseded)
            .withColumn(Quarantine.FEED.name(), lit(feed.name()))
            .join(broadcast(files), new String[] {Provenance.DELIVERY.name()});
    return summed(named);
  }

  /** Two lots of {@link DeliveredLines} as one, with one row for each key. */
  static Dataset<Row> merged(Dataset<Row> before, Dataset<Row> anew) {
    return summed(before.unionByName(anew));
  }

  private static Dataset<Row> summed(Dataset<Row> rows) {
    List<Column> sums =
        Stream.of(
                Files.LINES, Files.ACCEPTED, Files.SUPERSEDED, Files.REFUSED, DeliveredLines.WARNED)
            .map(field -> field.is(sum(field.col())))
            .toList();
    List<Column> all = new ArrayList<>(sums);
    Stream.of(Provenance.SOURCE, Provenance.FILE, Quarantine.FEED, Provenance.RUN_ID)
        .forEach(field -> all.add(field.is(max(field.col()))));
    return DeliveredLines.TABLE.shape(
        rows.groupBy(DeliveredLines.TABLE.keyColumns())
            .agg(all.get(0), all.subList(1, all.size()).toArray(Column[]::new)));
  }

  private Column month() {
    if (Tally.statesMonth(feed)) {
      return LineCounts.ALIKE_TOO.col();
    }
    Column months = LineCounts.ALIKE_TOO.col().cast(Field.WHOLE);
    return concat(
        lpad(floor(months.divide(12)).cast(Field.TEXT), 4, "0"),
        lit("-"),
        lpad(months.mod(12).plus(1).cast(Field.TEXT), 2, "0"));
  }

  /** In the shape of {@link Profiles}: one row for each readable file, with lines or without. */
  Dataset<Row> profiles() {
    String[] file = {Provenance.DELIVERY.name()};
    Dataset<Row> all =
        files
            .where(Profiles.COLUMNS.col().isNotNull())
            .join(types(), file, "left")
            .join(codes(), file, "left")
            .withColumn(Quarantine.FEED.name(), lit(feed.name()))
            .withColumn(Files.LINES.name(), coalesce(Files.LINES.col(), lit(0L)));
    Dataset<Row> filled = all;
    for (Field list : List.of(Profiles.FILLED, Profiles.WRONG, Profiles.CODES)) {
      filled = filled.withColumn(list.name(), coalesce(list.col(), array().cast(Field.TEXTS)));
    }
    return Profiles.TABLE.shape(filled);
  }

  private Dataset<Row> types() {
    List<Field> typed = Tally.typed(feed);
    List<Column> filled = new ArrayList<>();
    List<Column> wrong = new ArrayList<>();
    IntStream.range(0, typed.size())
        .forEach(
            bit -> {
              filled.add(told(typed.get(bit), having(LineCounts.ALIKE, bit)));
              wrong.add(told(typed.get(bit), having(LineCounts.ALIKE_TOO, bit)));
            });
    return counts
        .where(LineCounts.RESPECT.col().equalTo(LineCounts.OF_TYPES))
        .groupBy(Provenance.DELIVERY.col())
        .agg(
            Files.LINES.is(sum(Files.LINES.col())),
            Profiles.FILLED.is(array_compact(array(filled.toArray(Column[]::new)))),
            Profiles.WRONG.is(array_compact(array(wrong.toArray(Column[]::new)))));
  }

  /** How many lines have {@code bit} set. */
  private static Column having(Field bits, int bit) {
    Column set = shiftright(bits.col().cast(Field.WHOLE), bit).bitwiseAND(1L).equalTo(1L);
    return sum(when(set, Files.LINES.col()).otherwise(0L));
  }

  private static Column told(Field column, Column lines) {
    return when(lines.gt(0), concat(lit(column.name() + Profiles.IS), lines.cast(Field.TEXT)));
  }

  private Dataset<Row> codes() {
    String[] column = {Provenance.DELIVERY.name(), LineCounts.RESPECT.name()};
    Dataset<Row> codes =
        counts
            .where(LineCounts.RESPECT.col().notEqual(LineCounts.WHOSE))
            .where(LineCounts.RESPECT.col().notEqual(LineCounts.OF_TYPES))
            .where(LineCounts.ALIKE.col().isNotNull())
            .select(Provenance.DELIVERY.col(), LineCounts.RESPECT.col(), LineCounts.ALIKE.col());
    Dataset<Row> lists =
        codes
            .groupBy(Provenance.DELIVERY.col(), LineCounts.RESPECT.col())
            .agg(Files.LINES.is(count(lit(1))))
            .where(Files.LINES.col().leq(MOST_CODES))
            .drop(Files.LINES.name());
    return codes
        .join(broadcast(lists), column, "left_semi")
        .groupBy(Provenance.DELIVERY.col())
        .agg(
            array_sort(
                    collect_list(
                        concat(LineCounts.RESPECT.col(), lit(Profiles.IS), LineCounts.ALIKE.col())))
                .as(Profiles.CODES.name()));
  }
}
