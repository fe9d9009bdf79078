package id.rapor.reference;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;

import id.rapor.settings.ComplaintClocks;
import id.rapor.settings.ComplaintClocks.Clock;
import id.rapor.table.Field;
import id.rapor.table.WorkingDays;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/**
 * The last day of a clock that runs for some days after a local day, by the calendars of the places
 * that complaints name: one row of arrays per calendar, set beside the complaints.
 *
 * @param first the first day that the calendars hold
 * @param calendars one row per calendar
 */
record ComplaintDays(LocalDate first, Dataset<Row> calendars) {
  /** Beyond the last complaint: a year for holidays, and a week for each working day of a clock. */
  private static final int SPARE_DAYS = 366;

  private static final int WEEK = 7;
  private static final int MOST_YEARS_BACK = 100;

  private static final Field OPEN_DAYS =
      Field.optional(
          "_open_days",
          DataTypes.createArrayType(DataTypes.IntegerType),
          "day to open days up to it, itself included");
  private static final Field OPENED =
      Field.optional(
          "_opened",
          DataTypes.createArrayType(DataTypes.IntegerType),
          "ordinal of an open day, from 0, to the day");

  /**
   * @param first the first day on which a complaint was received
   * @param last the last one
   */
  static ComplaintDays of(
      SparkSession spark,
      Collection<WorkingCalendar> calendars,
      LocalDate first,
      LocalDate last,
      ComplaintClocks clocks) {
    LocalDate earliest = last.minusYears(MOST_YEARS_BACK);
    LocalDate from = first.isBefore(earliest) ? earliest : first;
    int longest = clocks.all().filter(Clock::isWorking).mapToInt(Clock::days).max().orElse(0);
    int days = Math.toIntExact(last.toEpochDay() - from.toEpochDay()) + SPARE_DAYS + WEEK * longest;
    List<Row> rows = new ArrayList<>();
    for (WorkingCalendar calendar : calendars) {
      CalendarSpan span = new CalendarSpan(calendar, from, days);
      int[] opened =
          IntStream.range(0, days)
              .filter(day -> span.openDays[day] > (day == 0 ? 0 : span.openDays[day - 1]))
              .toArray();
      rows.add(RowFactory.create(span.code, span.openDays, opened));
    }
    return new ComplaintDays(
        from,
        spark.createDataFrame(
            rows, LocalRows.schema(List.of(WorkingDays.CALENDAR, OPEN_DAYS, OPENED))));
  }

  /** Each of {@code complaints} with its calendar, for {@link #last}. */
  Dataset<Row> beside(Dataset<Row> complaints) {
    return complaints.join(
        broadcast(calendars), new String[] {WorkingDays.CALENDAR.name()}, "left");
  }

  /** The last day of {@code clock}; by calendar days where the place never opens again. */
  Column last(Column received, Clock clock) {
    Column plain = date_add(received, clock.days());
    if (!clock.isWorking() || clock.days() == 0) {
      return plain;
    }
    Column begin = lit(Date.valueOf(first));
    Column before = get(OPEN_DAYS.col(), datediff(received, begin));
    Column day = get(OPENED.col(), before.plus(clock.days() - 1));
    return coalesce(date_add(begin, day), plain);
  }
}
