package id.rapor.measure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.unix_micros;

import id.rapor.stats.Overtakings;
import id.rapor.stats.Overtakings.Turn;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Who waited with whom, and who was served out of turn. Two cases of one queue are a waiting pair
 * if the later one arrived before the service of the earlier one began; it is an overtaking if the
 * later one's service began strictly first (slips and skips: Gordon, 1987).
 *
 * <p>One queue is an agency's service and class at one office; pairs are sought among those that
 * arrived in the same month. Arrival is clock_start_at and service begins at started_at; without
 * started_at, arrival is submitted_at and service begins at complete_at. Where the queue tells
 * started_at of anybody, an open case without one still waits: whoever came later and was served
 * has overtaken it, and of two who both wait the order is not known, so that they are no pair. Who
 * withdrew before any start was never served and stands in no such queue. Nor does a case with a
 * lawful priority ground in any. Counted by merging: a month in which ten thousand wait for one
 * service has fifty million pairs.
 */
final class Queues {
  static final Field PAIRS =
      Field.required("waiting_pairs", Field.WHOLE, "later arrivals that waited along with it");
  static final Field OVERTAKEN =
      Field.required("overtaken_by", Field.WHOLE, "how many of them were served before it");

  private static final double STILL_WAITS = Double.POSITIVE_INFINITY;
  private static final String SEPARATOR = "\u001f";
  private static final Field QUEUE = Field.required("_queue", Field.TEXT, "which queue");
  private static final Field HANDED_IN =
      Field.required("_handed_in", Field.REAL, "submitted_at, in microseconds");
  private static final Field COMPLETE =
      Field.required("_complete", Field.REAL, "clock_start_at, in microseconds");
  private static final Field STARTED =
      Field.optional("_started", Field.REAL, "started_at, in microseconds");

  /** What is told of each case that waited. */
  private static final List<Field> CASE =
      List.of(Cases.AGENCY_ID, Cases.SERVICE_ID, Cases.CASE_ID, JudgedCases.SUBMITTED_MONTH);

  private static final int HANDED_IN_AT = CASE.size();
  private static final int COMPLETE_AT = HANDED_IN_AT + 1;
  private static final int STARTED_AT = COMPLETE_AT + 1;
  private static final int DECIDED_AT = STARTED_AT + 1;
  private static final int WITHDRAWN_AT = DECIDED_AT + 1;
  private static final int QUEUE_AT = WITHDRAWN_AT + 1;

  private Queues() {}

  /** Each case that waited with later ones, in the month of {@link JudgedCases#SUBMITTED_MONTH}. */
  static Dataset<Row> waiting(Dataset<Row> judged) {
    return queued(judged)
        .groupByKey((MapFunction<Row, String>) row -> row.getString(QUEUE_AT), Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, Row, Row>) (queue, rows) -> counted(rows),
            Encoders.row(schema()));
  }

  private static Iterator<Row> counted(Iterator<Row> rows) {
    List<Row> queue = new ArrayList<>();
    rows.forEachRemaining(queue::add);
    boolean tellsStarts = queue.stream().anyMatch(one -> !one.isNullAt(STARTED_AT));
    if (tellsStarts) {
      queue.removeIf(one -> one.isNullAt(STARTED_AT) && one.getBoolean(WITHDRAWN_AT));
    }
    List<Turn> turns = queue.stream().map(one -> turn(one, tellsStarts)).toList();
    Overtakings counts = Overtakings.of(turns);
    return IntStream.range(0, queue.size())
        .mapToObj(
            place -> {
              long overtakenBy = counts.overtakenBy().get(place);
              boolean waits = turns.get(place).start() == STILL_WAITS;
              long pairs = waits ? overtakenBy : counts.followers().get(place);
              return row(queue.get(place), pairs, overtakenBy);
            })
        .filter(one -> one.getLong(CASE.size()) > 0)
        .iterator();
  }

  /** Whoever still waits is served after all others; a start before the arrival is one at it. */
  private static Turn turn(Row one, boolean tellsStarts) {
    boolean hasStarted = !one.isNullAt(STARTED_AT);
    boolean waits = tellsStarts && !hasStarted && !one.getBoolean(DECIDED_AT);
    double complete = one.getDouble(COMPLETE_AT);
    double arrived = hasStarted || waits ? complete : one.getDouble(HANDED_IN_AT);
    if (waits) {
      return new Turn(arrived, STILL_WAITS);
    }
    double served = hasStarted ? one.getDouble(STARTED_AT) : complete;
    return new Turn(arrived, Math.max(arrived, served));
  }

  private static Row row(Row one, long pairs, long overtakenBy) {
    Object[] values = new Object[CASE.size() + 2];
    for (int place = 0; place < CASE.size(); place++) {
      values[place] = one.get(place);
    }
    values[CASE.size()] = pairs;
    values[CASE.size() + 1] = overtakenBy;
    return RowFactory.create(values);
  }

  private static StructType schema() {
    StructType schema = new StructType();
    for (Field field : CASE) {
      schema = schema.add(field.name(), field.type());
    }
    return schema.add(PAIRS.name(), PAIRS.type()).add(OVERTAKEN.name(), OVERTAKEN.type());
  }

  private static Dataset<Row> queued(Dataset<Row> judged) {
    Column ground = coalesce(trim(Cases.PRIORITY_GROUND.col()), lit(""));
    Column lawful = coalesce(Cases.PRIORITISED.col(), lit(false)).and(ground.notEqual(""));
    Column queue =
        concat_ws(
            SEPARATOR,
            Cases.AGENCY_ID.col(),
            coalesce(Cases.OFFICE_ID.col(), lit("")),
            Cases.SERVICE_ID.col(),
            Cases.SERVICE_CLASS.col(),
            JudgedCases.SUBMITTED_MONTH.col());
    List<Column> columns = new ArrayList<>();
    CASE.forEach(field -> columns.add(field.col()));
    columns.add(micros(HANDED_IN, Cases.SUBMITTED_AT));
    columns.add(micros(COMPLETE, JudgedCases.CLOCK_START_AT));
    columns.add(micros(STARTED, Cases.STARTED_AT));
    columns.add(JudgedCases.DECIDED.col());
    columns.add(JudgedCases.WITHDRAWN.col());
    columns.add(QUEUE.is(queue));
    return judged.where(lawful.equalTo(false)).select(columns.toArray(Column[]::new));
  }

  private static Column micros(Field field, Field moment) {
    return field.is(unix_micros(moment.col()).cast(Field.REAL));
  }
}
