package id.rapor.measure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who waited with whom, and who was served out of turn. Two cases of one queue are a waiting pair
 * if the later one arrived before the service of the earlier one began; it is an overtaking if the
 * later one's service began strictly first (slips and skips: Gordon, 1987).
 *
 * <p>One queue is an agency's service and class at one office; pairs are sought among those that
 * arrived in the same month. Arrival is clock_start_at and service begins at started_at; without
 * started_at, arrival is submitted_at and service begins at complete_at. Cases with a lawful
 * priority ground stand in no queue.
 */
final class Queues {
  static final Field PAIRS =
      Field.required("waiting_pairs", Field.WHOLE, "later arrivals that waited along with it");
  static final Field OVERTAKEN =
      Field.required("overtaken_by", Field.WHOLE, "how many of them were served before it");

  private static final Field OFFICE = Field.optional("_queue_office", Field.TEXT, "the office");
  private static final Field MONTH = Field.optional("_queue_month", Field.TEXT, "of arrival");
  private static final Field ARRIVED = Field.optional("_arrived", Field.TIME, "arrival");
  private static final Field SERVED = Field.optional("_served", Field.TIME, "service began");
  private static final String EARLIER = "earlier";
  private static final String LATER = "later";

  private static final List<Field> QUEUE =
      List.of(Cases.AGENCY_ID, OFFICE, Cases.SERVICE_ID, Cases.SERVICE_CLASS, MONTH);

  private Queues() {}

  /** Each case that waited with later ones, in the month of {@link JudgedCases#SUBMITTED_MONTH}. */
  static Dataset<Row> waiting(Dataset<Row> judged) {
    Dataset<Row> queued = queued(judged);
    Column together =
        QUEUE.stream()
            .map(field -> field.in(EARLIER).equalTo(field.in(LATER)))
            .reduce(Column::and)
            .orElseThrow()
            .and(ARRIVED.in(LATER).gt(ARRIVED.in(EARLIER)))
            .and(ARRIVED.in(LATER).lt(SERVED.in(EARLIER)));
    Column[] one =
        Stream.of(Cases.AGENCY_ID, Cases.SERVICE_ID, Cases.CASE_ID, JudgedCases.SUBMITTED_MONTH)
            .map(field -> field.in(EARLIER))
            .toArray(Column[]::new);
    return queued
        .as(EARLIER)
        .join(queued.as(LATER), together)
        .groupBy(one)
        .agg(
            PAIRS.is(count(lit(1))),
            OVERTAKEN.is(count_if(SERVED.in(LATER).lt(SERVED.in(EARLIER)))));
  }

  private static Dataset<Row> queued(Dataset<Row> judged) {
    Column started = Cases.STARTED_AT.col();
    Column ground = coalesce(trim(Cases.PRIORITY_GROUND.col()), lit(""));
    Column lawful = coalesce(Cases.PRIORITISED.col(), lit(false)).and(ground.notEqual(""));
    return judged
        .where(lawful.equalTo(false))
        .withColumn(OFFICE.name(), coalesce(Cases.OFFICE_ID.col(), lit("")))
        .withColumn(MONTH.name(), JudgedCases.SUBMITTED_MONTH.col())
        .withColumn(
            ARRIVED.name(),
            when(started.isNotNull(), JudgedCases.CLOCK_START_AT.col())
                .otherwise(Cases.SUBMITTED_AT.col()))
        .withColumn(SERVED.name(), coalesce(started, JudgedCases.CLOCK_START_AT.col()))
        .select(
            Cases.AGENCY_ID.col(),
            OFFICE.col(),
            Cases.SERVICE_ID.col(),
            Cases.SERVICE_CLASS.col(),
            MONTH.col(),
            Cases.CASE_ID.col(),
            JudgedCases.SUBMITTED_MONTH.col(),
            ARRIVED.col(),
            SERVED.col());
  }
}
