package id.rapor.measure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

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
 * started_at, arrival is submitted_at and service begins at complete_at. Cases with a lawful
 * priority ground stand in no queue. Counted by merging: a month in which ten thousand wait for one
 * service has fifty million pairs.
 */
final class Queues {
  static final Field PAIRS =
      Field.required("waiting_pairs", Field.WHOLE, "later arrivals that waited along with it");
  static final Field OVERTAKEN =
      Field.required("overtaken_by", Field.WHOLE, "how many of them were served before it");

  private static final String SEPARATOR = "\u001f";
  private static final Field QUEUE = Field.required("_queue", Field.TEXT, "which queue");
  private static final Field ARRIVED = Field.required("_arrived", Field.REAL, "in microseconds");
  private static final Field SERVED =
      Field.optional("_served", Field.REAL, "in microseconds; empty while it waits");

  /** What is told of each case that waited. */
  private static final List<Field> CASE =
      List.of(Cases.AGENCY_ID, Cases.SERVICE_ID, Cases.CASE_ID, JudgedCases.SUBMITTED_MONTH);

  private static final int ARRIVED_AT = CASE.size();
  private static final int SERVED_AT = ARRIVED_AT + 1;
  private static final int QUEUE_AT = SERVED_AT + 1;

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
    Overtakings counts = Overtakings.of(queue.stream().map(Queues::turn).toList());
    return IntStream.range(0, queue.size())
        .filter(place -> !queue.get(place).isNullAt(SERVED_AT) && counts.followers().get(place) > 0)
        .mapToObj(
            place ->
                row(
                    queue.get(place),
                    counts.followers().get(place),
                    counts.overtakenBy().get(place)))
        .iterator();
  }

  /** Whoever still waits is served after all others; a start before the arrival is one at it. */
  private static Turn turn(Row one) {
    double arrived = one.getDouble(ARRIVED_AT);
    double served = one.isNullAt(SERVED_AT) ? Double.POSITIVE_INFINITY : one.getDouble(SERVED_AT);
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
    Column started = Cases.STARTED_AT.col();
    Column ground = coalesce(trim(Cases.PRIORITY_GROUND.col()), lit(""));
    Column lawful = coalesce(Cases.PRIORITISED.col(), lit(false)).and(ground.notEqual(""));
    Column arrived =
        when(started.isNotNull(), JudgedCases.CLOCK_START_AT.col())
            .otherwise(Cases.SUBMITTED_AT.col());
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
    columns.add(ARRIVED.is(unix_micros(arrived).cast(Field.REAL)));
    columns.add(
        SERVED.is(
            unix_micros(coalesce(started, JudgedCases.CLOCK_START_AT.col())).cast(Field.REAL)));
    columns.add(QUEUE.is(queue));
    return judged.where(lawful.equalTo(false)).select(columns.toArray(Column[]::new));
  }
}
