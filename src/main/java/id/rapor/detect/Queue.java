package id.rapor.detect;

import static java.util.stream.Collectors.toSet;
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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
 *
 * <p>A period knows the cases of its own months alone: whom a case overtook is asked anew where one
 * of its queue was closed since.
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

  private static final int PERIOD_AT = 0;
  private static final int CAME_AT = CASE.size();
  private static final int SERVED_AT = CAME_AT + 1;
  private static final int QUEUE_AT = SERVED_AT + 1;

  private Queue() {}

  /**
   * Those of {@code waited} with at least 3 ahead, and whether they jumped the queue: for each of
   * the {@code months} that look back on them, which then stands in {@code period}.
   */
  static Dataset<Row> jumps(Dataset<Row> waited, Collection<YearMonth> months) {
    Map<String, Set<String>> windows = windows(months);
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
            (FlatMapGroupsFunction<String, Row, Row>)
                (queue, rows) -> judged(listed(rows), windows).iterator(),
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

  /** Each of {@code months} with those that it looks back on. */
  static Map<String, Set<String>> windows(Collection<YearMonth> months) {
    Map<String, Set<String>> windows = new TreeMap<>();
    months.forEach(
        last ->
            windows.put(
                last.toString(),
                Scene.window(last).stream().map(YearMonth::toString).collect(toSet())));
    return windows;
  }

  private static List<Row> listed(Iterator<Row> rows) {
    List<Row> listed = new ArrayList<>();
    rows.forEachRemaining(listed::add);
    return listed;
  }

  /** Of one queue, what each of {@code windows} knows. */
  static List<Row> judged(List<Row> queue, Map<String, Set<String>> windows) {
    List<Row> judged = new ArrayList<>();
    List<Row> before = List.of();
    Map<Integer, Boolean> jumps = Map.of();
    for (Map.Entry<String, Set<String>> period : windows.entrySet()) {
      List<Row> known =
          queue.stream()
              .filter(one -> period.getValue().contains(one.getString(PERIOD_AT)))
              .toList();
      // Most periods know the same of a queue as the one before.
      jumps = known.equals(before) ? jumps : jumps(known);
      before = known;
      jumps.forEach((place, isJump) -> judged.add(row(known.get(place), period.getKey(), isJump)));
    }
    return judged;
  }

  /** Whether each case with enough ahead jumped the queue, by its place in {@code queue}. */
  private static Map<Integer, Boolean> jumps(List<Row> queue) {
    List<Turn> turns =
        queue.stream().map(row -> new Turn(row.getLong(CAME_AT), row.getLong(SERVED_AT))).toList();
    List<Integer> overtook = Overtakings.of(turns).overtook();
    double[] came = turns.stream().mapToDouble(Turn::arrival).sorted().toArray();
    double[] served = turns.stream().mapToDouble(Turn::start).sorted().toArray();
    Map<Integer, Boolean> jumps = new TreeMap<>();
    for (int i = 0; i < queue.size(); i++) {
      double now = turns.get(i).arrival();
      int ahead = Overtakings.below(came, now) - Overtakings.upTo(served, now);
      if (ahead >= LEAST) {
        long passed = overtook.get(i);
        jumps.put(i, passed >= LEAST && passed >= ahead * MOST);
      }
    }
    return jumps;
  }

  private static Row row(Row one, String period, Boolean isJump) {
    Object[] values = new Object[CASE.size() + 1];
    for (int place = 0; place < CASE.size(); place++) {
      values[place] = one.get(place);
    }
    values[PERIOD_AT] = period;
    values[CASE.size()] = isJump;
    return RowFactory.create(values);
  }
}
