package id.rapor.reference;

import static id.rapor.reference.CalendarSpan.DAY;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Field;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Sets days of the working calendars beside rows by equality of one packed number, never by search.
 *
 * <p>Minutes are counted from the span's first midnight on the wall, days from its first day. What
 * lies before or after the span is taken as its edge: no working time passes there.
 *
 * @param firstDay the span's first day, since 1970
 * @param days how many days it has
 * @param bin working minutes per bin, by which the day that reaches some working time is found
 * @param openings the most openings that a day has
 * @param byDay the days by {@link #dayKey}
 * @param byAny the days by {@link #dayKey}, {@link #openDayKey} and {@link #binKey}, in the same
 */
record WorkingClock(
    long firstDay, int days, int bin, int openings, Dataset<Row> byDay, Dataset<Row> byAny) {
  /** A key is a kind of index, a calendar's number and the index itself, in one long. */
  private static final long CALENDARS = 1L << 28;

  private static final long KINDS = 1L << 58;
  private static final long OPEN_DAY = KINDS;
  private static final long BIN = 2 * KINDS;

  /** The minute of the span in which {@code instant} lies, which may be outside of it. */
  Column minute(Column instant) {
    return LocalTime.minute(instant).minus(lit(firstDay * DAY));
  }

  /** The local minute since 1970 of a minute of the span. */
  Column local(Column minute) {
    return minute.plus(lit(firstDay * DAY));
  }

  /** The day of the span that holds a minute; beyond the end, the closed day after it. */
  Column day(Column minute) {
    return when(
        minute.isNotNull(),
        greatest(lit(0L), least(floor(minute.divide(lit(DAY))), lit((long) days))));
  }

  /** The last day of the span, or {@code day} if that is earlier. */
  Column held(Column day) {
    return when(day.isNotNull(), least(day, lit(days - 1L)));
  }

  /** The minute of the day that {@link #day} gives. */
  Column minuteOfDay(Column minute) {
    return when(minute.geq(lit(0L)), minute.mod(lit((long) DAY))).otherwise(lit(0L));
  }

  /** Finds a day by its number. */
  static Column dayKey(Column day) {
    return Interim.CALENDAR_NUMBER.col().multiply(lit(CALENDARS)).plus(day);
  }

  /** Finds an open day by its ordinal among the calendar's open days, from 1. */
  static Column openDayKey(Column ordinal) {
    Column known = least(ordinal, Interim.TOTAL_OPEN_DAYS.col());
    return dayKey(known).plus(lit(OPEN_DAY));
  }

  /** Finds the days of the bin that holds a count of working minutes, at least 1. */
  Column binKey(Column worked) {
    return dayKey(floor(worked.minus(lit(1L)).divide(lit(bin)))).plus(lit(BIN));
  }

  /** Which of a bin's days reaches {@code worked}. */
  static Column reaches(Column worked, DayColumns day) {
    return worked.gt(day.before().col()).and(worked.leq(day.after()));
  }

  /** Columns for one more day beside a row. */
  DayColumns columns(String name) {
    return DayColumns.named(name, openings);
  }

  /** Each row with the day whose {@link #dayKey} its {@code key} is, under the names {@code as}. */
  Dataset<Row> besideDay(Dataset<Row> rows, Field key, DayColumns as) {
    return rows.join(broadcast(renamed(byDay, as)), key.col().equalTo(as.key().col()), "left");
  }

  /** Each row with the day that any key finds and {@code narrowed} leaves of a bin's. */
  Dataset<Row> beside(Dataset<Row> rows, Field key, Column narrowed, DayColumns as) {
    return rows.join(
        broadcast(renamed(byAny, as)), key.col().equalTo(as.key().col()).and(narrowed), "left");
  }

  private Dataset<Row> renamed(Dataset<Row> byKey, DayColumns as) {
    List<Field> from = columns(CalendarRows.NAME).all();
    List<Field> to = as.all();
    Column[] columns = new Column[from.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = from.get(i).col().as(to.get(i).name());
    }
    return byKey.select(columns);
  }
}
