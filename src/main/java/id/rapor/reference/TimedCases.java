package id.rapor.reference;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Places;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The last step of judging: working time, due moments and what is in time, by the calendar.
 *
 * <p>Whatever is final before it travels as one packed column. Spark copies every column of a row
 * at every join, and nothing else in judging takes as long.
 */
final class TimedCases {
  private static final String START = "_start_on";
  private static final String END = "_end_on";
  private static final String PACKED = "_case";
  private static final String PENDING = "pending";

  private static final Set<Field> MADE_BY_CALENDAR =
      Set.of(
          JudgedCases.DUE_AT,
          JudgedCases.COMPLETION_DUE_AT,
          JudgedCases.COHORT_MONTH,
          JudgedCases.COMPLETION_MONTH,
          JudgedCases.WORKED_BEFORE_START,
          JudgedCases.WORKING_MINUTES,
          JudgedCases.ON_TIME,
          JudgedCases.COMPLETED_IN_TIME);

  private static final List<Field> FINAL =
      JudgedCases.TABLE.fields().stream()
          .filter(field -> !MADE_BY_CALENDAR.contains(field))
          .toList();

  private static final List<Field> NEEDED =
      List.of(
          JudgedCases.CLOCK_START_AT,
          Places.ZONE,
          Interim.OFFSET,
          Interim.CALENDAR_NUMBER,
          Interim.TOTAL_OPEN_DAYS,
          Interim.TOTAL_MINUTES,
          Interim.START,
          Interim.LIMIT,
          Interim.UNIT);

  private TimedCases() {}

  /** {@code cases} with all but the calendar's columns, as {@link JudgedCases#TABLE}. */
  static Dataset<Row> of(Dataset<Row> cases, WorkingClock clock, Instant asOf) {
    DayColumns start = clock.columns(START);
    Dataset<Row> worked = worked(packed(cases), clock, start);
    return finished(DueMoments.add(worked, clock, start), clock, asOf);
  }

  private static Dataset<Row> packed(Dataset<Row> cases) {
    Column ended = Cases.STATUS.col().notEqual(lit(PENDING));
    List<Column> columns = new ArrayList<>();
    columns.add(
        struct(FINAL.stream().map(field -> field.is(field.col())).toArray(Column[]::new))
            .as(PACKED));
    columns.add(coalesce(Cases.PAUSED_MINUTES.col(), lit(0L)).as(Interim.PAUSED.name()));
    columns.add(when(ended, Interim.END.col()).as(Interim.END.name()));
    NEEDED.forEach(field -> columns.add(field.col()));
    return cases.select(columns.toArray(Column[]::new));
  }

  private static Dataset<Row> worked(Dataset<Row> cases, WorkingClock clock, DayColumns start) {
    DayColumns end = clock.columns(END);
    Dataset<Row> keyed =
        cases
            .withColumn(Interim.START_DAY.name(), clock.day(Interim.START.col()))
            .withColumn(Interim.START_KEY.name(), WorkingClock.dayKey(Interim.START_DAY.col()))
            .withColumn(Interim.END_KEY.name(), WorkingClock.dayKey(clock.day(Interim.END.col())));
    Column worked =
        end.worked(clock.minuteOfDay(Interim.END.col()))
            .minus(JudgedCases.WORKED_BEFORE_START.col())
            .minus(Interim.PAUSED.col());
    return clock
        .besideDay(clock.besideDay(keyed, Interim.START_KEY, start), Interim.END_KEY, end)
        .withColumn(
            JudgedCases.WORKED_BEFORE_START.name(),
            start.worked(clock.minuteOfDay(Interim.START.col())))
        .withColumn(
            JudgedCases.WORKING_MINUTES.name(),
            when(Interim.END.col().isNotNull(), greatest(lit(0L), worked)));
  }

  private static Dataset<Row> finished(Dataset<Row> cases, WorkingClock clock, Instant asOf) {
    Column started = LocalTime.month(clock.local(Interim.START.col()));
    Map<Field, Column> made = new HashMap<>();
    made.put(JudgedCases.COHORT_MONTH, coalesce(DueMoments.LIMIT.month(clock), started));
    made.put(JudgedCases.COMPLETION_MONTH, DueMoments.COMPLETION.month(clock));
    made.put(JudgedCases.ON_TIME, by(DueMoments.LIMIT, asOf));
    made.put(JudgedCases.COMPLETED_IN_TIME, by(DueMoments.COMPLETION, asOf));
    FINAL.forEach(field -> made.put(field, field.in(PACKED)));
    return cases.select(
        JudgedCases.TABLE.fields().stream()
            .map(field -> field.is(made.getOrDefault(field, field.col())))
            .toArray(Column[]::new));
  }

  /**
   * Empty until the due moment has passed, for decided cases as for open ones: were the early ones
   * counted before the others fall due, a running month would look better than it is.
   */
  private static Column by(DueMoments due, Instant asOf) {
    Column decidedInTime =
        JudgedCases.DECIDED.in(PACKED).and(due.inTime(Cases.CLOSED_AT.in(PACKED)));
    return when(JudgedCases.WITHDRAWN.in(PACKED), lit(null))
        .when(not(due.inTime(lit(asOf))), coalesce(decidedInTime, lit(false)));
  }
}
