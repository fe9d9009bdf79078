package id.rapor.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.settings.Source;
import id.rapor.settings.Source.Events;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.RawLines;
import java.util.ArrayList;
import java.util.List;
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

  private Histories() {}

  /** {@code raw} with every column filled from the case's other events. */
  static Dataset<Row> unfold(Dataset<Row> raw, Events events, Layout layout) {
    Column time = Mapping.sourceColumn(events.time());
    Column moment = Typing.value(Feed.RECORDED_AT, time, events.form(), lit("UTC"));
    WindowSpec inOrder =
        Window.partitionBy(Mapping.sourceColumn(events.of()))
            .orderBy(moment, RawLines.DELIVERY.col(), RawLines.LINE.col());
    WindowSpec before = inOrder.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    WindowSpec after = inOrder.rowsBetween(Window.currentRow(), Window.unboundedFollowing());
    Dataset<Row> counted = withRepeats(raw, events, moment);
    List<Column> columns = new ArrayList<>();
    RawLines.FIELDS.stream()
        .filter(field -> !field.equals(RawLines.RECORD))
        .forEach(field -> columns.add(field.col()));
    columns.add(RawLines.RECORD.is(Checking.line(layout)));
    layout
        .columns()
        .forEach(
            name -> {
              Column own = Mapping.sourceColumn(name);
              columns.add(
                  coalesce(last(own, true).over(before), first(own, true).over(after)).as(name));
            });
    columns.add(first(time).over(before).as(NAMES.get(0)));
    columns.add(time.as(NAMES.get(1)));
    columns.add(count(lit(1)).over(before).cast(Field.TEXT).as(NAMES.get(2)));
    columns.add(
        sum(Mapping.sourceColumn(NAMES.get(3))).over(before).cast(Field.TEXT).as(NAMES.get(3)));
    return counted.select(columns.toArray(Column[]::new));
  }

  private static Dataset<Row> withRepeats(Dataset<Row> raw, Events events, Column moment) {
    Column repeats =
        events
            .activity()
            .map(
                activity -> {
                  WindowSpec same =
                      Window.partitionBy(
                              Mapping.sourceColumn(events.of()), Mapping.sourceColumn(activity))
                          .orderBy(moment, RawLines.DELIVERY.col(), RawLines.LINE.col());
                  return when(row_number().over(same).gt(1), 1).otherwise(0);
                })
            .orElse(lit(0));
    return raw.withColumn(NAMES.get(3), repeats);
  }
}
