package id.rapor.reference;

import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;

import id.rapor.table.WorkingDays;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/** The laid-out calendars as Datasets: one row of arrays each, or one row per day. */
final class CalendarRows {
  private CalendarRows() {}

  /** One row per calendar, numbered in the order given. */
  static Dataset<Row> dataset(SparkSession spark, List<CalendarSpan> spans) {
    List<Row> rows = new ArrayList<>();
    for (CalendarSpan span : spans) {
      rows.add(row(rows.size(), span));
    }
    return spark.createDataFrame(
        rows,
        LocalRows.schema(
            List.of(
                Interim.CALENDAR_NUMBER,
                WorkingDays.CALENDAR,
                Interim.MINUTES_BEFORE,
                Interim.OPEN_DAYS,
                Interim.DAY_OF_OPEN_DAY,
                Interim.SCHEDULE_START,
                Interim.WORKED,
                Interim.WALL,
                Interim.BIN,
                Interim.BIN_FIRST_DAY,
                Interim.BIN_LAST_DAY,
                Interim.SCHEDULE_OPENS,
                Interim.SCHEDULE_CLOSES)));
  }

  private static Row row(long number, CalendarSpan span) {
    return RowFactory.create(
        number,
        span.code,
        span.minutesBefore,
        span.openDays,
        span.dayOfOpenDay,
        span.scheduleStart,
        span.worked,
        span.wall,
        span.bin,
        span.binFirstDay,
        span.binLastDay,
        span.opens(),
        span.closes());
  }

  /** One row per calendar and day of the span, as {@link WorkingDays#TABLE}. */
  static Dataset<Row> workingDays(Dataset<Row> calendars, WorkingClock clock) {
    Column days = sequence(lit(0), lit(clock.days() - 1));
    Dataset<Row> byDay =
        calendars.select(
            WorkingDays.CALENDAR.col(),
            Interim.MINUTES_BEFORE.col(),
            Interim.OPEN_DAYS.col(),
            Interim.SCHEDULE_START.col(),
            Interim.SCHEDULE_OPENS.col(),
            Interim.SCHEDULE_CLOSES.col(),
            explode(days).as(Interim.DAY_NUMBER.name()));
    Column day = Interim.DAY_NUMBER.col();
    Column before = get(Interim.MINUTES_BEFORE.col(), day);
    Column schedule =
        floor(get(Interim.SCHEDULE_START.col(), day).divide(lit(CalendarSpan.DAY + 1)))
            .cast(DataTypes.IntegerType);
    return byDay.select(
        WorkingDays.CALENDAR.col(),
        WorkingDays.DATE.is(date_add(lit(clock.first()), day)),
        WorkingDays.MINUTES_BEFORE.is(before),
        WorkingDays.MINUTES.is(get(Interim.MINUTES_BEFORE.col(), day.plus(lit(1))).minus(before)),
        WorkingDays.OPEN_DAY.is(get(Interim.OPEN_DAYS.col(), day)),
        WorkingDays.OPENS.is(get(Interim.SCHEDULE_OPENS.col(), schedule)),
        WorkingDays.CLOSES.is(get(Interim.SCHEDULE_CLOSES.col(), schedule)));
  }
}
