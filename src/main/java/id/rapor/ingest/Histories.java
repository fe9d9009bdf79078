package id.rapor.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.settings.ColumnMapping;
import id.rapor.settings.Source;
import id.rapor.settings.Source.Events;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.RawLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Makes of each event its case as it stood after it; see {@link Source.Events}. */
final class Histories {
  /** The columns that are added. */
  static final List<String> NAMES =
      List.of("history_first", "history_last", "history_events", "history_repeats");

  private static final String AGENCY = "rapor__agency";

  private final Source source;
  private final Feed feed;
  private final Layout layout;
  private final Events events;
  private final Column time;
  private final Column moment;
  private final Optional<Column> agency;

  private Histories(Source source, Feed feed, Layout layout) {
    this.source = source;
    this.feed = feed;
    this.layout = layout;
    events = source.events().orElseThrow();
    time = Mapping.sourceColumn(events.time());
    moment = Typing.value(Feed.RECORDED_AT, time, events.form(), lit("UTC"));
    agency = agency();
  }

  /**
   * {@code raw} with every column filled from the case's other events.
   *
   * @param raw what a reader made of files of {@code source}, with what their names say
   * @param earlier the same of files that were taken in before: the events of cases of {@code raw}
   *     come out too
   */
  static Dataset<Row> unfold(
      Dataset<Row> raw, Optional<Dataset<Row>> earlier, Source source, Feed feed, Layout layout) {
    Histories histories = new Histories(source, feed, layout);
    return histories.unfold(
        earlier.map(before -> raw.unionByName(histories.begun(before, raw))).orElse(raw));
  }

  private Dataset<Row> begun(Dataset<Row> earlier, Dataset<Row> raw) {
    Dataset<Row> cases = raw.select(Mapping.sourceColumn(events.of())).distinct();
    return earlier.join(cases, events.of(), "left_semi");
  }

  private Dataset<Row> unfold(Dataset<Row> raw) {
    Dataset<Row> counted =
        agency
            .map(own -> raw.withColumn(AGENCY, own))
            .orElse(raw)
            .withColumn(NAMES.get(3), repeats());
    WindowSpec before = inOrder().rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    WindowSpec after = inOrder().rowsBetween(Window.currentRow(), Window.unboundedFollowing());
    List<Column> columns = new ArrayList<>();
    RawLines.FIELDS.stream()
        .filter(field -> !field.equals(RawLines.RECORD))
        .forEach(field -> columns.add(field.col()));
    columns.add(RawLines.RECORD.is(Checking.line(layout)));
    layout.columns().forEach(name -> columns.add(filled(name, before, after).as(name)));
    FileValues.names(source).forEach(name -> columns.add(Mapping.sourceColumn(name)));
    Column begun = first(when(moment.isNotNull(), time), true).over(before);
    columns.add(when(moment.isNull(), time).otherwise(begun).as(NAMES.get(0)));
    columns.add(time.as(NAMES.get(1)));
    columns.add(count(lit(1)).over(before).cast(Field.TEXT).as(NAMES.get(2)));
    columns.add(
        sum(Mapping.sourceColumn(NAMES.get(3))).over(before).cast(Field.TEXT).as(NAMES.get(3)));
    return counted.select(columns.toArray(Column[]::new));
  }

  /** The events of a case as they happened, those without a readable time behind all others. */
  private WindowSpec inOrder(Column... within) {
    Column[] same =
        Stream.of(
                Stream.of(Mapping.sourceColumn(events.of())),
                agency.map(own -> Mapping.sourceColumn(AGENCY)).stream(),
                Stream.of(within))
            .flatMap(columns -> columns)
            .toArray(Column[]::new);
    return Window.partitionBy(same)
        .orderBy(moment.asc_nulls_last(), RawLines.DELIVERY.col(), RawLines.LINE.col());
  }

  /**
   * A case id is unique within its agency only. An expression cannot tell the agency here, as it
   * may need what other events of the case said.
   */
  private Optional<Column> agency() {
    WindowSpec ofCase = Window.partitionBy(Mapping.sourceColumn(events.of()));
    return Mapping.of(source, Cases.AGENCY_ID)
        .filter(mapping -> !mapping.from().isEmpty())
        .map(mapping -> Mapping.text(mapping, source, layout).cast(Field.TEXT))
        .map(
            own -> {
              Column least = min(own).over(ofCase);
              return coalesce(own, when(least.equalTo(max(own).over(ofCase)), least));
            });
  }

  /** The event's own value, else its neighbours'; its time is its own. */
  private Column filled(String name, WindowSpec before, WindowSpec after) {
    Column own = Mapping.sourceColumn(name);
    if (name.equals(events.time())) {
      return own;
    }
    Column sound = when(moment.isNotNull().and(isOfItsType(name)), own);
    return coalesce(own, last(sound, true).over(before), first(sound, true).over(after));
  }

  /** Whether the column's value is one for each column of the feed that comes from it. */
  private Column isOfItsType(String name) {
    Column sound = lit(true);
    for (Field field : feed.columns()) {
      Optional<ColumnMapping> mapping =
          Mapping.of(source, field).filter(from -> from.from().contains(name));
      if (mapping.isPresent() && !field.type().equals(Field.TEXT)) {
        Column text = Mapping.written(Mapping.sourceColumn(name), mapping.get()).cast(Field.TEXT);
        Column value = Typing.value(field, text, mapping.get().form(), lit("UTC"));
        sound = sound.and(value.isNotNull());
      }
    }
    return sound;
  }

  private Column repeats() {
    return events
        .activity()
        .map(Mapping::sourceColumn)
        .map(what -> when(row_number().over(inOrder(what)).gt(1), 1).otherwise(0))
        .orElse(lit(0));
  }
}
