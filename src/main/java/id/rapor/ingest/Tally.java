package id.rapor.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
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
import java.util.Arrays;
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

  private static final List<Field> COUNTS =
      List.of(Files.LINES, Files.ACCEPTED, Files.REFUSED, DeliveredLines.WARNED);

  private static final String PLACE = "of_place";
  private static final String TOO = "_too";
  private static final String MONTH = "^\\d{4}-(0[1-9]|1[0-2])$";

  private Tally() {}

  /**
   * Rows of {@link LineCounts} by file, each with its lines and how many of them were accepted,
   * refused and warned of.
   *
   * <p>Lines that are alike in several respects are counted together first: each line is put into
   * two groups, and only the groups, which are far fewer, into one for each respect.
   */
  static Dataset<Row> of(Dataset<Row> decided, Feed feed, Delivery.Terms terms) {
    List<Respect> ofPlace = new ArrayList<>();
    List<Respect> ofKind = new ArrayList<>();
    ofPlace.add(new Respect(LineCounts.WHOSE, Cases.AGENCY_ID.col(), month(feed, terms)));
    ofKind.add(new Respect(LineCounts.OF_TYPES, filled(feed), wrong(feed)));
    for (Field list : Codes.of(feed)) {
      Column code = when(length(list.col()).leq(LONGEST_CODE), list.col());
      (list.equals(Cases.REGION_CODE) ? ofPlace : ofKind)
          .add(new Respect(list.name(), code, lit(null).cast(Field.TEXT)));
    }
    Column refused = size(CheckedLines.RULES.col()).gt(0);
    Column warned = refused.equalTo(false).and(size(Provenance.WARNINGS.col()).gt(0));
    Dataset<Row> lines =
        zoned(decided, terms)
            .select(
                Provenance.DELIVERY.col(),
                Files.LINES.is(lit(1L)),
                Files.ACCEPTED.is(CheckedLines.ACCEPTED.col()),
                Files.REFUSED.is(when(refused, 1).otherwise(0)),
                DeliveredLines.WARNED.is(when(warned, 1).otherwise(0)),
                inline(array(group(ofPlace, ofKind, true), group(ofPlace, ofKind, false))));
    Column respects = when(functions.col(PLACE), told(ofPlace)).otherwise(told(ofKind));
    return counted(
        counted(lines)
            .select(
                Provenance.DELIVERY.col(),
                Files.LINES.col(),
                Files.ACCEPTED.col(),
                Files.REFUSED.col(),
                DeliveredLines.WARNED.col(),
                inline(respects)));
  }

  /** Adds up what is counted over the rows that are equal in all else. */
  private static Dataset<Row> counted(Dataset<Row> rows) {
    List<String> counts = COUNTS.stream().map(Field::name).toList();
    Column[] alike =
        Arrays.stream(rows.columns())
            .filter(name -> !counts.contains(name))
            .map(functions::col)
            .toArray(Column[]::new);
    Column[] sums = COUNTS.stream().map(one -> one.is(sum(one.col()))).toArray(Column[]::new);
    return rows.groupBy(alike).agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length));
  }

  /** The columns of one group of respects, with those of the other empty. */
  private static Column group(List<Respect> ofPlace, List<Respect> ofKind, boolean isPlace) {
    List<Column> columns = new ArrayList<>(List.of(lit(isPlace).as(PLACE)));
    ofPlace.forEach(one -> columns.addAll(one.columns(isPlace)));
    ofKind.forEach(one -> columns.addAll(one.columns(!isPlace)));
    return struct(columns.toArray(Column[]::new));
  }

  private static Column told(List<Respect> respects) {
    return array(respects.stream().map(Respect::told).toArray(Column[]::new));
  }

  /** The columns of {@code feed} that are no text, in the order of their bits. */
  static List<Field> typed(Feed feed) {
    return feed.columns().stream().filter(field -> !field.type().equals(Field.TEXT)).toList();
  }

  /** Whether the months of {@code feed} are stated rather than told by times. */
  static boolean statesMonth(Feed feed) {
    return feed.columns().contains(Staffing.PERIOD);
  }

  /** What lines are alike in: by one column or by two. */
  private record Respect(String name, Column alike, Column alikeToo) {
    /** Both, empty unless they are {@code meant}. */
    List<Column> columns(boolean meant) {
      Column mine = lit(meant);
      return List.of(when(mine, alike).as(name), when(mine, alikeToo).as(name + TOO));
    }

    /** Both as {@link LineCounts}, of a row that has them as {@link #columns}. */
    Column told() {
      return struct(
          LineCounts.RESPECT.is(lit(name)),
          LineCounts.ALIKE.is(functions.col(name)),
          LineCounts.ALIKE_TOO.is(functions.col(name + TOO)));
    }
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
        LineFunctions.wallClock(
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
