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

  private static final long STANDARD_DAY = 480;
  private static final long HOUR = 60;

  /** The limit in working minutes of a standard day of 480; 5 of 7 calendar days are such days. */
  static Column limitMinutes() {
    Column limit = Interim.LIMIT.col();
    return when(isUnit(Unit.WORKING_DAYS), limit.multiply(lit(STANDARD_DAY)))
        .when(
            isUnit(Unit.CALENDAR_DAYS),
            round(limit.multiply(lit(STANDARD_DAY * 5)).divide(lit(7))).cast(Field.WHOLE))
        .when(isUnit(Unit.WORKING_HOURS), limit.multiply(lit(HOUR)))
        .otherwise(limit);
  }

  /**
   * Adds the due moment and what leads to it; all are null without a limit.
   *
   * @param start the day of the clock's start
   */
  Dataset<Row> add(Dataset<Row> cases, WorkingClock clock, DayColumns start) {
    return pushed(based(cases, clock, start), clock)
        .withColumn(
            midnight().name(),
            coalesce(reached().col().equalTo(pushedTo(clock).after()), endsWithDay()))
        .withColumn(due.name(), instant(clock));
  }

  /** Where it is due before pauses push it, and the working minutes until then. */
  private Dataset<Row> based(Dataset<Row> cases, WorkingClock clock, DayColumns start) {
    DayColumns day = clock.columns(name + "_based");
    Column inHours = isUnit(Unit.WORKING_HOURS).and(limit().gt(lit(0L)));
    Column hours = JudgedCases.WORKED_BEFORE_START.col().plus(limit().multiply(lit(HOUR)));
    Column nextDays = when(isUnit(Unit.CALENDAR_DAYS), limit()).otherwise(lit(0L));
    Column key =
        when(
                isUnit(Unit.WORKING_DAYS).and(limit().gt(lit(0L))),
                WorkingClock.openDayKey(start.openDays().col().plus(limit())))
            .when(
                isUnit(Unit.WORKING_HOURS).and(asked().col().isNotNull()),
                clock.binKey(asked().col()))
            .when(isUnit(Unit.MINUTES), WorkingClock.dayKey(clock.day(asked().col())))
            .when(
                Interim.LIMIT.col().isNotNull(),
                WorkingClock.dayKey(clock.held(Interim.START_DAY.col().plus(nextDays))));
    Dataset<Row> keyed =
        cases
            .withColumn(
                asked().name(),
                when(inHours, least(hours, Interim.TOTAL_MINUTES.col()))
                    .when(isUnit(Unit.MINUTES), clock.minute(elapsed())))
            .withColumn(key().name(), key);
    Column narrowed = not(inHours).or(WorkingClock.reaches(asked().col(), day));
    return clock
        .beside(keyed, key(), narrowed, day)
        .withColumn(
            base().name(),
            when(endsWithDay(), day.lastMinute())
                .when(inHours, day.minuteReaching(asked().col()))
                .when(isUnit(Unit.MINUTES), asked().col())
                .when(isUnit(Unit.WORKING_HOURS), Interim.START.col()))
        .withColumn(
            worked().name(),
            when(endsWithDay(), day.after())
                .when(inHours, asked().col())
                .when(isUnit(Unit.MINUTES), day.worked(clock.minuteOfDay(asked().col())))
                .when(isUnit(Unit.WORKING_HOURS), JudgedCases.WORKED_BEFORE_START.col()));
  }

  /** Where pauses push it to, if there are any. */
  private Dataset<Row> pushed(Dataset<Row> cases, WorkingClock clock) {
    DayColumns day = pushedTo(clock);
    Column minutes = worked().col().plus(Interim.PAUSED.col());
    Dataset<Row> keyed =
        cases
            .withColumn(
                reached().name(),
                when(
                    Interim.PAUSED.col().gt(lit(0L)).and(worked().col().isNotNull()),
                    least(minutes, Interim.TOTAL_MINUTES.col())))
            .withColumn(
                key().name(), when(reached().col().isNotNull(), clock.binKey(reached().col())));
    Column onDay =
        when(reached().col().equalTo(day.after()), day.lastMinute())
            .otherwise(day.minuteReaching(reached().col()));
    return clock
        .beside(keyed, key(), WorkingClock.reaches(reached().col(), day), day)
        // Beyond the calendar's end there is nothing to push to.
        .withColumn(last().name(), greatest(base().col(), onDay));
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

  private Column limit() {
    return Interim.LIMIT.col().multiply(lit((long) times));
  }

  private Field key() {
    return interim("_key", "finds a day");
  }

  private Field asked() {
    return interim("_asked", "working minutes (hours) or minute of the span (minutes) asked for");
  }

  private Field base() {
    return interim("_base", "last minute in time before pauses push it");
  }

  private Field worked() {
    return interim("_worked", "working minutes from the span's start until then");
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
