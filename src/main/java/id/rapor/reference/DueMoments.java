package id.rapor.reference;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
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
 * @param base last minute in time before pauses push it
 * @param reached working minutes at the pushed due moment
 * @param day the day on which they are reached
 * @param last last minute in time
 * @param midnight whether it is due at 24:00
 * @param due the due moment
 * @param month its local month
 */
record DueMoments(
    int times,
    Field base,
    Field reached,
    Field day,
    Field last,
    Field midnight,
    Field due,
    Field month) {
  /** When the case should be decided. */
  static final DueMoments LIMIT = of(1, "_due", JudgedCases.DUE_AT, JudgedCases.COHORT_MONTH);

  /** When completion is judged. */
  static final DueMoments COMPLETION =
      of(2, "_completion", JudgedCases.COMPLETION_DUE_AT, JudgedCases.COMPLETION_MONTH);

  private static final long STANDARD_DAY = 480;
  private static final long HOUR = 60;

  private static DueMoments of(int times, String name, Field due, Field month) {
    return new DueMoments(
        times,
        Field.optional(name + "_base", Field.WHOLE, "minute of the span"),
        Field.optional(name + "_reached", Field.WHOLE, "working minutes"),
        Field.optional(name + "_day", Field.WHOLE, "day of the span"),
        Field.optional(name + "_last", Field.WHOLE, "minute of the span"),
        Field.optional(name + "_midnight", Field.TRUTH, "due at 24:00"),
        due,
        month);
  }

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

  /** Adds the due moment and what leads to it; all are null without a limit. */
  Dataset<Row> add(Dataset<Row> cases, WorkingClock clock) {
    Column isPushed = Interim.PAUSED.col().gt(lit(0));
    Column pushed = when(isPushed, clock.worked(baseEnd()).plus(Interim.PAUSED.col()));
    Column atClose = clock.reachesAtClose(reached.col(), day.col());
    Column onDay =
        when(atClose, clock.lastMinuteOfDay(day.col()))
            .otherwise(clock.minuteReaching(reached.col(), day.col()));
    return cases
        .withColumn(base.name(), base(clock))
        .withColumn(reached.name(), pushed)
        .withColumn(day.name(), clock.dayReaching(reached.col()))
        // Beyond the calendar's end there is nothing to push to.
        .withColumn(last.name(), greatest(base.col(), onDay))
        .withColumn(midnight.name(), when(isPushed, atClose).otherwise(endsWithDay()))
        .withColumn(due.name(), instant(clock));
  }

  /** The local month of the last minute in time. */
  Column month(WorkingClock clock) {
    return LocalTime.month(clock.local(last.col()));
  }

  /** Whether {@code instant} is in time; null without a limit. */
  Column inTime(Column instant) {
    Column slack = when(midnight.col(), lit(0L)).otherwise(lit(HOUR));
    return unix_seconds(instant).lt(unix_seconds(due.col()).plus(slack));
  }

  private Column base(WorkingClock clock) {
    Column start = Interim.START.col();
    Column startDay = clock.day(start);
    Column hours = clock.worked(start).plus(limit().multiply(lit(HOUR)));
    return when(isUnit(Unit.WORKING_DAYS), clock.lastMinuteOfOpenDay(startDay, limit()))
        .when(isUnit(Unit.CALENDAR_DAYS), clock.lastMinuteOfDay(startDay.plus(limit())))
        .when(
            isUnit(Unit.WORKING_HOURS),
            when(limit().equalTo(lit(0L)), start)
                .otherwise(clock.minuteReaching(hours, clock.dayReaching(hours))))
        .when(isUnit(Unit.MINUTES), clock.minute(elapsed()));
  }

  /** The minute after the last in time, if that is a day's; else the minute itself. */
  private Column baseEnd() {
    return base.col().plus(when(endsWithDay(), lit(1L)).otherwise(lit(0L)));
  }

  private Column instant(WorkingClock clock) {
    Column end = last.col().plus(when(midnight.col(), lit(1L)).otherwise(lit(0L)));
    return when(isUnit(Unit.MINUTES).and(reached.col().isNull()), elapsed())
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

  private static Column endsWithDay() {
    return coalesce(isUnit(Unit.WORKING_DAYS).or(isUnit(Unit.CALENDAR_DAYS)), lit(false));
  }

  private static Column isUnit(Unit unit) {
    return Interim.UNIT.col().equalTo(lit(unit.code()));
  }
}
