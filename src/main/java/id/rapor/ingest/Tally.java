package id.rapor.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import id.rapor.table.Cases;
import id.rapor.table.CheckedLines;
import id.rapor.table.DeliveredLines;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.Files;
import id.rapor.table.LineCounts;
import id.rapor.table.Places;
import id.rapor.table.Provenance;
import id.rapor.table.RawLines;
import id.rapor.table.Staffing;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Counts a delivery's lines in one pass: whose they are and of which month, which of their columns
 * are filled and which are not of their type, and how often each code stands in them. What comes
 * out is small, however many the lines are.
 */
final class Tally {
  /** A longer text is no code. */
  private static final int LONGEST_CODE = 64;

  private static final String MONTH = "^\\d{4}-(0[1-9]|1[0-2])$";

  private Tally() {}

  /**
   * Rows of {@link LineCounts} by file, each with its lines and how many of them were accepted,
   * refused and warned of.
   */
  static Dataset<Row> of(Dataset<Row> decided, Feed feed, Delivery.Terms terms) {
    List<Column> respects = new ArrayList<>();
    respects.add(respect(LineCounts.WHOSE, Cases.AGENCY_ID.col(), month(feed, terms)));
    respects.add(respect(LineCounts.OF_TYPES, filled(feed), wrong(feed)));
    for (Field list : Codes.of(feed)) {
      Column code = when(length(list.col()).leq(LONGEST_CODE), list.col());
      respects.add(respect(list.name(), code, LineCounts.ALIKE_TOO.missing()));
    }
    Column refused = size(CheckedLines.RULES.col()).gt(0);
    Column warned = refused.equalTo(false).and(size(Provenance.WARNINGS.col()).gt(0));
    return zoned(decided, terms)
        .select(
            Provenance.DELIVERY.col(),
            Files.ACCEPTED.is(CheckedLines.ACCEPTED.col()),
            Files.REFUSED.is(when(refused, 1).otherwise(0)),
            DeliveredLines.WARNED.is(when(warned, 1).otherwise(0)),
            inline(array(respects.toArray(Column[]::new))))
        .groupBy(
            Provenance.DELIVERY.col(),
            LineCounts.RESPECT.col(),
            LineCounts.ALIKE.col(),
            LineCounts.ALIKE_TOO.col())
        .agg(
            Files.LINES.is(count(lit(1))),
            Files.ACCEPTED.is(sum(Files.ACCEPTED.col())),
            Files.REFUSED.is(sum(Files.REFUSED.col())),
            DeliveredLines.WARNED.is(sum(DeliveredLines.WARNED.col())));
  }

  /** The columns of {@code feed} that are no text, in the order of their bits. */
  static List<Field> typed(Feed feed) {
    return feed.columns().stream().filter(field -> !field.type().equals(Field.TEXT)).toList();
  }

  /** Whether the months of {@code feed} are stated rather than told by times. */
  static boolean statesMonth(Feed feed) {
    return feed.columns().contains(Staffing.PERIOD);
  }

  private static Column respect(String name, Column alike, Column alikeToo) {
    return struct(
        LineCounts.RESPECT.is(lit(name)),
        LineCounts.ALIKE.is(alike),
        LineCounts.ALIKE_TOO.is(alikeToo));
  }

  private static Dataset<Row> zoned(Dataset<Row> decided, Delivery.Terms terms) {
    return terms
        .known()
        .agencies()
        .map(
            agencies ->
                decided.join(
                    broadcast(
                        agencies.select(
                            Cases.AGENCY_ID.col(), RawLines.AGENCY_ZONE.is(Places.ZONE.col()))),
                    new String[] {Cases.AGENCY_ID.name()},
                    "left"))
        .orElseGet(
            () -> decided.withColumn(RawLines.AGENCY_ZONE.name(), RawLines.AGENCY_ZONE.missing()));
  }

  /** The stated month; else months since the year 0, cheaper to tell apart than their names. */
  private static Column month(Feed feed, Delivery.Terms terms) {
    if (statesMonth(feed)) {
      return when(Staffing.PERIOD.col().rlike(MONTH), Staffing.PERIOD.col());
    }
    Column[] events =
        feed.columns().stream()
            .filter(field -> field.type().equals(Field.TIME))
            .filter(field -> !field.equals(Cases.PROMISED_AT) && !field.equals(Feed.RECORDED_AT))
            .map(Field::col)
            .toArray(Column[]::new);
    Column newest = events.length == 1 ? events[0] : greatest(events);
    Column local =
        from_utc_timestamp(
            coalesce(newest, Feed.RECORDED_AT.col()),
            coalesce(RawLines.AGENCY_ZONE.col(), lit(terms.fallback().getId())));
    return year(local).multiply(12).plus(functions.month(local).minus(1));
  }

  private static Column filled(Feed feed) {
    return bits(typed(feed).stream().map(field -> field.col().isNotNull()).toList());
  }

  private static Column wrong(Feed feed) {
    List<Column> wrong =
        typed(feed).stream()
            .map(
                field ->
                    array_contains(
                        CheckedLines.RULES.col(), Rule.WRONG_TYPE.code() + ":" + field.name()))
            .toList();
    return when(size(CheckedLines.RULES.col()).equalTo(0), lit(0L)).otherwise(bits(wrong));
  }

  private static Column bits(List<Column> conditions) {
    Column all = lit(0L);
    for (int bit = 0; bit < conditions.size(); bit++) {
      all = all.plus(when(conditions.get(bit), 1L << bit).otherwise(0L));
    }
    return all;
  }
}
