package id.rapor.reference;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import id.rapor.reference.TimeLimit.Unit;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The due moment of a case, for its limit or a multiple of it.
 *
 * <p>The clock starts at complete_at, else submitted_at; the start day is not counted.
 *
 * <ul>
 *   <li>working_days: 24:00 local of the N-th open day after the start day; 0 means the start day
 *   <li>calendar_days: 24:00 local of the N-th day after it
 *   <li>working_hours: the minute at which N hours of working time have passed
 *   <li>minutes: N minutes elapsed, whether open or not
 * </ul>
 *
 * <p>Working minutes during which the clock stood push the due moment to the minute at which that
 * many working minutes more have passed. Where that is exactly a day's close, the pushed moment is
 * 24:00 of that day: no working time passes between the close and the next opening, so every moment
 * of that night is equally right by the count, and the count is of days whose end the law puts at
 * midnight: a limit of one day, stopped for exactly one day, must end as a limit of two days does.
 *
 * <p>A due moment of 24:00 is stored as the first instant of the next local day, and what happens
 * before that instant is in time; one to the minute is stored as that minute, and what happens
 * within it is in time. A case closed at 23:59 on the due day is on time, one closed at 00:00 is
 * late; its month is that of the day that 24:00 ends.
 *
 * @param times the multiple of the limit
 * @param name the start of the names of the columns that lead to it
 * @param due the due moment
 * @param month its local month
 */
record DueMoments(int times, String name, Field due, Field month) {
  /** When the case should be decided. */
  static final DueMoments LIMIT =
      new DueMoments(1, "_due", JudgedCases.DUE_AT, JudgedCases.COHORT_MONTH);

  /** When completion is judged. */
  static final DueMoments COMPLETION =
      new DueMoments(2, "_completion", JudgedCases.COMPLETION_DUE_AT, JudgedCases.COMPLETION_MONTH);

  private static final List<DueMoments> BOTH = List.of(LIMIT, COMPLETION);
  private static final long STANDARD_DAY = 480;
  private static final long HOUR = 60;

  /**
   * The limit in working minutes of a standard day of 480; 5 of 7 calendar days are such days.
   * Minutes are elapsed ones: up to a working day they may all be worked, more hold nights.
   */
  static Column limitMinutes() {
    Column limit = Interim.LIMIT.col();
    Column elapsed =
        round(limit.multiply(lit(STANDARD_DAY * 5)).divide(lit(7L * CalendarSpan.DAY)))
            .cast(Field.WHOLE);
    return when(isUnit(Unit.WORKING_DAYS), limit.multiply(lit(STANDARD_DAY)))
        .when(
            isUnit(Unit.CALENDAR_DAYS),
            round(limit.multiply(lit(STANDARD_DAY * 5)).divide(lit(7))).cast(Field.WHOLE))
        .when(isUnit(Unit.WORKING_HOURS), limit.multiply(lit(HOUR)))
        .otherwise(
            when(limit.gt(STANDARD_DAY), greatest(lit(STANDARD_DAY), elapsed)).otherwise(limit));
  }

  /**
   * Adds both due moments and what leads to them; all are null without a limit. Both go side by
   * side, so that each step is one pass over the row.
   *
   * @param start the day of the clock's start
   */
  static Dataset<Row> add(Dataset<Row> cases, WorkingClock clock, DayColumns start) {
    Dataset<Row> based = cases;
    for (DueMoments each : BOTH) {
      based = based.withColumn(each.asked().name(), each.askedFor(clock));
    }
    for (DueMoments each : BOTH) {
      based = based.withColumn(each.key().name(), each.keyOfBase(clock, start));
    }
    for (DueMoments each : BOTH) {
      based = each.besideBase(based, clock);
    }
    Dataset<Row> pushed = based;
    for (DueMoments each : BOTH) {
      pushed = each.measured(pushed, clock);
    }
    for (DueMoments each : BOTH) {
      pushed = each.besidePushed(pushed, clock);
    }
    for (DueMoments each : BOTH) {
      pushed = each.settled(pushed, clock);
    }
    return pushed;
  }

  /** What the limit asks for: working minutes from the span's start, or a minute of the span. */
  private Column askedFor(WorkingClock clock) {
    Column hours = JudgedCases.WORKED_BEFORE_START.col().plus(limit().multiply(lit(HOUR)));
    return when(inHours(), least(hours, Interim.TOTAL_MINUTES.col()))
        .when(isUnit(Unit.MINUTES), clock.minute(elapsed()));
  }

  private Column keyOfBase(WorkingClock clock, DayColumns start) {
    Column nextDays = when(isUnit(Unit.CALENDAR_DAYS), limit()).otherwise(lit(0L));
    return when(
            isUnit(Unit.WORKING_DAYS).and(limit().gt(lit(0L))),
            WorkingClock.openDayKey(start.openDays().col().plus(limit())))
        .when(inHours(), clock.binKey(asked().col()))
        .when(isUnit(Unit.MINUTES), WorkingClock.dayKey(clock.day(asked().col())))
        .when(
            Interim.LIMIT.col().isNotNull(),
            WorkingClock.dayKey(clock.held(Interim.START_DAY.col().plus(nextDays))));
  }

  private Dataset<Row> besideBase(Dataset<Row> cases, WorkingClock clock) {
    DayColumns day = base(clock);
    return clock.beside(
        cases, key(), not(inHours()).or(WorkingClock.reaches(asked().col(), day)), day);
  }

  /** Where it is due before pauses push it, and the working minutes to which they do. */
  private Dataset<Row> measured(Dataset<Row> cases, WorkingClock clock) {
    DayColumns day = base(clock);
    Column last =
        when(endsWithDay(), day.lastMinute())
            .when(inHours(), day.minuteReaching(asked().col()))
            .when(isUnit(Unit.MINUTES), asked().col())
            .when(isUnit(Unit.WORKING_HOURS), Interim.START.col());
    Column worked =
        when(endsWithDay(), day.after())
            .when(inHours(), asked().col())
            .when(isUnit(Unit.MINUTES), day.worked(clock.minuteOfDay(asked().col())))
            .when(isUnit(Unit.WORKING_HOURS), JudgedCases.WORKED_BEFORE_START.col());
    Column isPushed = Interim.PAUSED.col().gt(lit(0L)).and(day.day().col().isNotNull());
    return cases
        .withColumn(before().name(), last)
        .withColumn(
            reached().name(),
            when(isPushed, least(worked.plus(Interim.PAUSED.col()), Interim.TOTAL_MINUTES.col())));
  }

  private Dataset<Row> besidePushed(Dataset<Row> cases, WorkingClock clock) {
    DayColumns day = pushedTo(clock);
    Column key = when(reached().col().isNotNull(), clock.binKey(reached().col()));
    return clock.beside(
        cases.withColumn(key().name(), key),
        key(),
        WorkingClock.reaches(reached().col(), day),
        day);
  }

  private Dataset<Row> settled(Dataset<Row> cases, WorkingClock clock) {
    DayColumns day = pushedTo(clock);
    Column atClose = reached().col().equalTo(day.after());
    Column onDay = when(atClose, day.lastMinute()).otherwise(day.minuteReaching(reached().col()));
    return cases
        // Beyond the calendar's end there is nothing to push to.
        .withColumn(last().name(), greatest(before().col(), onDay))
        .withColumn(midnight().name(), coalesce(atClose, endsWithDay()))
        .withColumn(due.name(), instant(clock));
  }

  private DayColumns base(WorkingClock clock) {
    return clock.columns(name + "_base");
  }

  private DayColumns pushedTo(WorkingClock clock) {
    return clock.columns(name + "_pushed");
  }

  /** The local month of the last minute in time. */
  Column month(WorkingClock clock) {
    return LocalTime.month(clock.local(last().col()));
  }

  /** Whether {@code instant} is in time; null without a limit. */
  Column inTime(Column instant) {
    Column slack = when(midnight().col(), lit(0L)).otherwise(lit(HOUR));
    return unix_seconds(instant).lt(unix_seconds(due.col()).plus(slack));
  }

  private Column instant(WorkingClock clock) {
    Column end = last().col().plus(when(midnight().col(), lit(1L)).otherwise(lit(0L)));
    return when(isUnit(Unit.MINUTES).and(reached().col().isNull()), elapsed())
        .otherwise(LocalTime.instant(clock.local(end)));
  }

  /** Elapsed minutes are added to the instant: the wall clock may be put back meanwhile. */
  private Column elapsed() {
    Column started = unix_seconds(JudgedCases.CLOCK_START_AT.col());
    Column minute = floor(started.divide(lit(HOUR))).multiply(lit(HOUR));
    return timestamp_seconds(minute.plus(limit().multiply(lit(HOUR))));
  }

  private Column inHours() {
    return coalesce(isUnit(Unit.WORKING_HOURS).and(limit().gt(lit(0L))), lit(false));
  }

  private Column limit() {
    return Interim.LIMIT.col().multiply(lit((long) times));
  }

  private Field key() {
    return interim("_find", "finds a day");
  }

  private Field asked() {
    return interim("_asked", "working minutes (hours) or minute of the span (minutes) asked for");
  }

  private Field before() {
    return interim("_before_pauses", "last minute in time before pauses push it");
  }

  private Field reached() {
    return interim("_reached", "working minutes at the pushed due moment");
  }

  private Field last() {
    return interim("_last", "last minute in time");
  }

  private Field midnight() {
    return Field.optional(name + "_midnight", Field.TRUTH, "due at 24:00");
  }

  private Field interim(String end, String meaning) {
    return Field.optional(name + end, Field.WHOLE, meaning);
  }

  private static Column endsWithDay() {
    return coalesce(isUnit(Unit.WORKING_DAYS).or(isUnit(Unit.CALENDAR_DAYS)), lit(false));
  }

  private static Column isUnit(Unit unit) {
    return Interim.UNIT.col().equalTo(lit(unit.code()));
  }
}
