package id.rapor.table;

import java.util.List;

/**
 * One row is one day of one working calendar, with running totals, so that a working duration is a
 * difference of two joined numbers.
 */
public final class WorkingDays {
  public static final Field CALENDAR =
      Field.required("calendar", Field.TEXT, "the calendar's code");
  public static final Field DATE = Field.required("date", Field.DAY, "the local day");
  public static final Field MINUTES_BEFORE =
      Field.required(
          "minutes_before",
          Field.WHOLE,
          "working minutes from the calendar's first day to this day's start");
  public static final Field MINUTES =
      Field.required("minutes", Field.WHOLE, "working minutes of this day; 0 when closed");
  public static final Field OPEN_DAY =
      Field.required(
          "open_day",
          Field.WHOLE,
          "how many open days from the calendar's first day to this one, both included");
  public static final Field OPENS =
      Field.required(
          "opens",
          org.apache.spark.sql.types.DataTypes.createArrayType(Field.WHOLE, false),
          "minutes of the day at which it opens, ascending");
  public static final Field CLOSES =
      Field.required(
          "closes",
          org.apache.spark.sql.types.DataTypes.createArrayType(Field.WHOLE, false),
          "minutes of the day at which it closes, matching opens");

  public static final Table TABLE =
      new Table(
          "working_days",
          "one day of one working calendar",
          List.of(CALENDAR, DATE),
          List.of(CALENDAR, DATE, MINUTES_BEFORE, MINUTES, OPEN_DAY, OPENS, CLOSES));

  private WorkingDays() {}
}
