package id.rapor.detect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_seconds;

import id.rapor.stats.Overtakings;
import id.rapor.stats.Overtakings.Turn;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * One queue: the cases of an agency's service and class at one office that came in one month, in
 * the order of clock_start_at, served at started_at. Overtakings are counted by merging, in n log
 * n; only what tells the queue and the two moments travels.
 */
final class Queue {
  private static final int LEAST = 3;
  private static final double MOST = 0.5;
  private static final long STEP = 120;
  private static final String SEPARATOR = "\u001f";

  private static final Field QUEUE = Field.required("queue", Field.TEXT, "which queue");
  private static final Field CAME = Field.required("came", Field.WHOLE, "in steps of 2 minutes");
  private static final Field SERVED =
      Field.required("served", Field.WHOLE, "in steps of 2 minutes");

  /** What goes with each case of a queue. */
  private static final List<Field> CASE =
      List.of(
          Measurements.PERIOD,
          Cases.AGENCY_ID,
          Cases.SERVICE_ID,
          Cases.SERVICE_CLASS,
          Cases.CASE_ID);

  private static final int CAME_AT = CASE.size();
  private static final int SERVED_AT = CAME_AT + 1;
  private static final int QUEUE_AT = SERVED_AT + 1;

  private Queue() {}

  /** Those of {@code waited} with at least 3 ahead, and whether they jumped the queue. */
  static Dataset<Row> jumps(Dataset<Row> waited) {
    List<Column> columns = new ArrayList<>();
    CASE.forEach(field -> columns.add(field.col()));
    columns.add(CAME.is(step(JudgedCases.CLOCK_START_AT)));
    columns.add(SERVED.is(step(Cases.STARTED_AT)));
    columns.add(
        QUEUE.is(
            Phrases.sentence(
                Cases.AGENCY_ID.col(),
                SEPARATOR,
                coalesce(Cases.OFFICE_ID.col(), lit("")),
                SEPARATOR,
                Cases.SERVICE_ID.col(),
                SEPARATOR,
                Cases.SERVICE_CLASS.col(),
                SEPARATOR,
                JudgedCases.SUBMITTED_MONTH.col())));
    return waited
        .select(columns.toArray(Column[]::new))
        .groupByKey((MapFunction<Row, String>) row -> row.getString(QUEUE_AT), Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, Row, Row>) (queue, rows) -> judged(rows),
            Encoders.row(schema()));
  }

  private static Column step(Field moment) {
    return floor(unix_seconds(moment.col()).divide(STEP));
  }

  private static StructType schema() {
    StructType schema = new StructType();
    for (Field field : CASE) {
      schema = schema.add(field.name(), field.type());
    }
    return schema.add(ShareRule.HIT.name(), ShareRule.HIT.type());
  }

  private static Iterator<Row> judged(Iterator<Row> rows) {
    List<Row> queue = new ArrayList<>();
    rows.forEachRemaining(queue::add);
    List<Turn> turns =
        queue.stream().map(row -> new Turn(row.getLong(CAME_AT), row.getLong(SERVED_AT))).toList();
    List<Integer> overtook = Overtakings.of(turns).overtook();
    double[] came = turns.stream().mapToDouble(Turn::arrival).sorted().toArray();
    double[] served = turns.stream().mapToDouble(Turn::start).sorted().toArray();
    List<Row> judged = new ArrayList<>();
    for (int i = 0; i < queue.size(); i++) {
      double now = turns.get(i).arrival();
      int ahead = Overtakings.below(came, now) - Overtakings.upTo(served, now);
      if (ahead >= LEAST) {
        long passed = overtook.get(i);
        judged.add(row(queue.get(i), passed >= LEAST && passed >= ahead * MOST));
      }
    }
    return judged.iterator();
  }

  private static Row row(Row one, Boolean isJump) {
    Object[] values = new Object[CASE.size() + 1];
    for (int place = 0; place < CASE.size(); place++) {
      values[place] = one.get(place);
    }
    values[CASE.size()] = isJump;
    return RowFactory.create(values);
  }
}
