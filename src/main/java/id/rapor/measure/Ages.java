package id.rapor.measure;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.minute;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.zip_with;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.PeriodMonths;
import id.rapor.table.WorkingDays;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The working time of each case by the moment at which its period is evaluated: the period's end in
 * the case's zone, or as-of if that is earlier.
 */
final class Ages {
  static final Field MINUTES =
      Field.required("minutes", Field.WHOLE, "working minutes to the decision, or the age so far");
  static final Field ENDED = Field.required("ended", Field.TRUTH, "whether it was decided by then");

  private static final Field MOMENT =
      Field.required("evaluated_at", Field.TIME, "when it is evaluated");
  private static final Field CLOCK =
      Field.required("evaluated_local", Field.TIME, "that moment on the local clock");
  private static final String CASES = "cases";
  private static final String DAYS = "days";

  private Ages() {}

  static Column moment(Instant instant) {
    return lit(Timestamp.from(instant));
  }

  /** Whether a case was decided by {@code moment}; empty where that is not known. */
  static Column ended(Column moment) {
    return JudgedCases.WORKING_MINUTES.col().isNotNull().and(Cases.CLOSED_AT.col().leq(moment));
  }

  /** {@code cases}, each in one period, with {@link #MINUTES} and {@link #ENDED}. */
  static Dataset<Row> add(
      Dataset<Row> cases, Dataset<Row> workingDays, Dataset<Row> months, Instant asOf) {
    Column end =
        to_utc_timestamp(PeriodMonths.END_DAY.col().cast(Field.TIME), JudgedCases.ZONE.col());
    Dataset<Row> dated =
        cases
            .withColumn(MOMENT.name(), least(end, moment(asOf)))
            .withColumn(CLOCK.name(), from_utc_timestamp(MOMENT.col(), JudgedCases.ZONE.col()))
            .withColumn(ENDED.name(), coalesce(ended(MOMENT.col()), lit(false)));
    Column sameDay =
        JudgedCases.CALENDAR
            .in(CASES)
            .equalTo(WorkingDays.CALENDAR.in(DAYS))
            .and(CLOCK.in(CASES).cast(Field.DAY).equalTo(WorkingDays.DATE.in(DAYS)))
            .and(ENDED.in(CASES).equalTo(false));
    Column age =
        greatest(
            lit(0L),
            worked()
                .minus(JudgedCases.WORKED_BEFORE_START.col())
                .minus(coalesce(Cases.PAUSED_MINUTES.col(), lit(0L))));
    return dated
        .as(CASES)
        .join(broadcast(evaluationDays(workingDays, months, asOf)).as(DAYS), sameDay, "left")
        .withColumn(
            MINUTES.name(),
            MINUTES.is(when(ENDED.col(), JudgedCases.WORKING_MINUTES.col()).otherwise(age)))
        .drop(WorkingDays.CALENDAR.in(DAYS));
  }

  /** The few days on which any period is evaluated, in any zone. */
  private static Dataset<Row> evaluationDays(
      Dataset<Row> workingDays, Dataset<Row> months, Instant asOf) {
    LocalDate today = asOf.atZone(ZoneOffset.UTC).toLocalDate();
    Object[] days =
        Stream.concat(
                months.select(PeriodMonths.END_DAY.col()).distinct().collectAsList().stream()
                    .map(row -> row.getDate(0)),
                Stream.of(-1, 0, 1).map(shift -> Date.valueOf(today.plusDays(shift))))
            .toArray();
    return workingDays.where(WorkingDays.DATE.col().isin(days));
  }

  /** The calendar's running working minutes at the moment of evaluation. */
  private static Column worked() {
    Column now = hour(CLOCK.col()).multiply(60).plus(minute(CLOCK.col())).cast(Field.WHOLE);
    Column openings =
        zip_with(
            WorkingDays.OPENS.col(),
            WorkingDays.CLOSES.col(),
            (opens, closes) -> greatest(lit(0L), least(now, closes).minus(opens)));
    return WorkingDays.MINUTES_BEFORE.col().plus(aggregate(openings, lit(0L), Column::plus));
  }
}
