package id.rapor.reference;

import static id.rapor.reference.CalendarSpan.DAY;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Field;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Working time as Column expressions over the arrays of {@link CalendarSpan} beside each row.
 *
 * <p>Minutes are counted from the span's first midnight on the wall, days from its first day. What
 * lies before or after the span is taken as its edge: no working time passes there.
 *
 * @param first the span's first day
 * @param days how many days it has
 */
record WorkingClock(LocalDate first, int days) {

  /** The minute of the span in which {@code instant} lies, which may be outside of it. */
  Column minute(Column instant) {
    return LocalTime.minute(instant).minus(lit(firstMinute()));
  }

  /** The local minute since 1970 of a minute of the span. */
  Column local(Column minute) {
    return minute.plus(lit(firstMinute()));
  }

  /** The day of the span that holds a minute. */
  Column day(Column minute) {
    return floor(held(minute).divide(lit(DAY)));
  }

  /** Working minutes from the span's start to a minute: W in the formulas. */
  Column worked(Column minute) {
    Column day = day(minute);
    Column ofDay = held(minute).minus(day.multiply(lit(DAY)));
    return at(Interim.MINUTES_BEFORE, day)
        .plus(at(Interim.WORKED, at(Interim.SCHEDULE_START, day).plus(ofDay)))
        .cast(Field.WHOLE);
  }

  /** The last minute of the {@code count}-th open day after {@code day}; of itself for 0. */
  Column lastMinuteOfOpenDay(Column day, Column count) {
    Column wanted = at(Interim.OPEN_DAYS, day).plus(count);
    Column known = atMost(wanted, at(Interim.OPEN_DAYS, lit(days)).cast(Field.WHOLE));
    Column open = at(Interim.DAY_OF_OPEN_DAY, known.minus(lit(1))).cast(Field.WHOLE);
    return lastMinuteOfDay(when(count.gt(lit(0)), greatest(open, day)).otherwise(day));
  }

  /** The last minute of a day. */
  Column lastMinuteOfDay(Column day) {
    return atMost(day, lit(days - 1L)).multiply(lit(DAY)).plus(lit(DAY - 1L));
  }

  /** The day during which the running working minutes reach {@code worked}, which is at least 1. */
  Column dayReaching(Column worked) {
    Column bin = floor(known(worked).minus(lit(1)).divide(Interim.BIN.col()));
    Column first = at(Interim.BIN_FIRST_DAY, bin);
    return when(known(worked).leq(at(Interim.MINUTES_BEFORE, first.plus(lit(1)))), first)
        .otherwise(at(Interim.BIN_LAST_DAY, bin))
        .cast(Field.WHOLE);
  }

  /** The minute at which they reach it, given that {@code day}. */
  Column minuteReaching(Column worked, Column day) {
    Column ofDay = known(worked).minus(at(Interim.MINUTES_BEFORE, day));
    return day.multiply(lit(DAY))
        .plus(at(Interim.WALL, at(Interim.SCHEDULE_START, day).plus(ofDay)));
  }

  /** Whether they reach it just as {@code day} closes for the last time. */
  Column reachesAtClose(Column worked, Column day) {
    return known(worked).equalTo(at(Interim.MINUTES_BEFORE, day.plus(lit(1))));
  }

  private Column known(Column worked) {
    return atMost(worked, at(Interim.MINUTES_BEFORE, lit(days)).cast(Field.WHOLE));
  }

  private Column held(Column minute) {
    return atLeast(atMost(minute, lit((long) days * DAY)), lit(0L));
  }

  /** Unlike {@code least}, null where {@code value} is. */
  static Column atMost(Column value, Column most) {
    return when(value.gt(most), most).otherwise(value);
  }

  /** Unlike {@code greatest}, null where {@code value} is. */
  static Column atLeast(Column value, Column least) {
    return when(value.lt(least), least).otherwise(value);
  }

  private static Column at(Field array, Column index) {
    return get(array.col(), index.cast(DataTypes.IntegerType));
  }

  private long firstMinute() {
    return first.toEpochDay() * DAY;
  }
}
