package id.rapor.reference;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;

import id.rapor.table.Field;
import id.rapor.table.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/**
 * The laid-out calendars as Datasets: one row of arrays each, from which Spark makes one row per
 * day, so that the driver never holds calendars times days as rows.
 */
final class CalendarRows {
  /** The name of the day columns that keys find, before they are given a row's own. */
  static final String NAME = "_any";

  private CalendarRows() {}

  /** The clock over calendars numbered in the order given. */
  static WorkingClock clock(Dataset<Row> calendars, List<CalendarSpan> spans, Horizon horizon) {
    int openings = spans.stream().mapToInt(CalendarSpan::mostOpenings).max().orElse(0);
    int bin = spans.stream().mapToInt(CalendarSpan::longestDay).max().orElse(CalendarSpan.DAY);
    WorkingClock bare =
        new WorkingClock(
            horizon.first().toEpochDay(), horizon.days(), bin, openings, calendars, calendars);
    Dataset<Row> byDay = byDay(calendars, bare);
    return new WorkingClock(bare.firstDay(), bare.days(), bin, openings, byDay, byAny(byDay, bare));
  }

  /** One row per calendar. */
  static Dataset<Row> dataset(SparkSession spark, List<CalendarSpan> spans) {
    List<Row> rows = new ArrayList<>();
    for (CalendarSpan span : spans) {
      rows.add(
          RowFactory.create(
              (long) rows.size(),
              span.code,
              span.minutesBefore,
              span.openDays,
              span.schedule,
              span.opens(),
              span.closes()));
    }
    return spark.createDataFrame(
        rows,
        LocalRows.schema(
            List.of(
                Interim.CALENDAR_NUMBER,
                WorkingDays.CALENDAR,
                Interim.MINUTES_BEFORE,
                Interim.OPEN_DAYS,
                Interim.SCHEDULE,
                Interim.SCHEDULE_OPENS,
                Interim.SCHEDULE_CLOSES)));
  }

  /** One row per calendar and day of the span, as {@link WorkingDays#TABLE}. */
  static Dataset<Row> workingDays(Dataset<Row> calendars, Horizon horizon) {
    Column day = Interim.DAY_NUMBER.col();
    LocalDate first = horizon.first();
    return exploded(calendars, horizon.days() - 1)
        .select(
            WorkingDays.CALENDAR.col(),
            WorkingDays.DATE.is(date_add(lit(first), day)),
            WorkingDays.MINUTES_BEFORE.is(before()),
            WorkingDays.MINUTES.is(minutes()),
            WorkingDays.OPEN_DAY.is(get(Interim.OPEN_DAYS.col(), day)),
            WorkingDays.OPENS.is(ofSchedule(Interim.SCHEDULE_OPENS)),
            WorkingDays.CLOSES.is(ofSchedule(Interim.SCHEDULE_CLOSES)));
  }

  /** The closed day after the span is among them: it answers for all that lies beyond. */
  private static Dataset<Row> byDay(Dataset<Row> calendars, WorkingClock clock) {
    DayColumns to = clock.columns(NAME);
    Column day = Interim.DAY_NUMBER.col();
    List<Column> columns = new ArrayList<>();
    columns.add(Interim.CALENDAR_NUMBER.col());
    columns.add(to.key().is(WorkingClock.dayKey(day)));
    columns.add(to.day().is(day));
    columns.add(to.before().is(before()));
    columns.add(to.minutes().is(minutes()));
    columns.add(to.openDays().is(get(Interim.OPEN_DAYS.col(), day)));
    for (int i = 0; i < clock.openings(); i++) {
      columns.add(to.opens().get(i).is(nth(Interim.SCHEDULE_OPENS, i)));
      columns.add(to.closes().get(i).is(nth(Interim.SCHEDULE_CLOSES, i)));
    }
    return exploded(calendars, clock.days()).select(columns.toArray(Column[]::new));
  }

  private static Dataset<Row> byAny(Dataset<Row> byDay, WorkingClock clock) {
    DayColumns day = clock.columns(NAME);
    Column[] columns = day.all().stream().map(Field::col).toArray(Column[]::new);
    Dataset<Row> open =
        byDay
            .filter(day.minutes().col().gt(lit(0)))
            .withColumn(Interim.TOTAL_OPEN_DAYS.name(), day.openDays().col());
    Dataset<Row> byOpenDay =
        open.withColumn(day.key().name(), WorkingClock.openDayKey(day.openDays().col()));
    Column bins =
        sequence(
            floor(day.before().col().divide(lit(clock.bin()))),
            floor(day.after().minus(lit(1)).divide(lit(clock.bin()))));
    Column lastOfBin = Interim.DAY_NUMBER.col().plus(lit(1)).multiply(lit(clock.bin()));
    Dataset<Row> byBin =
        open.withColumn(Interim.DAY_NUMBER.name(), explode(bins))
            .withColumn(day.key().name(), clock.binKey(lastOfBin));
    return byDay.select(columns).union(byOpenDay.select(columns)).union(byBin.select(columns));
  }

  private static Dataset<Row> exploded(Dataset<Row> calendars, int lastDay) {
    return calendars.withColumn(Interim.DAY_NUMBER.name(), explode(sequence(lit(0), lit(lastDay))));
  }

  private static Column before() {
    return get(Interim.MINUTES_BEFORE.col(), Interim.DAY_NUMBER.col());
  }

  private static Column minutes() {
    return get(Interim.MINUTES_BEFORE.col(), Interim.DAY_NUMBER.col().plus(lit(1))).minus(before());
  }

  private static Column ofSchedule(Field bySchedule) {
    return get(bySchedule.col(), get(Interim.SCHEDULE.col(), Interim.DAY_NUMBER.col()));
  }

  private static Column nth(Field bySchedule, int opening) {
    return coalesce(get(ofSchedule(bySchedule), lit(opening)), lit(0)).cast(DataTypes.IntegerType);
  }
}
