package id.rapor.detect;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.minute;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.zip_with;

import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Standards;
import id.rapor.table.WorkingDays;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Working time by the calendars of the places, for moments that no judged case carries. */
final class Clock {
  /** What a day of each calendar holds, over the year up to as-of. */
  static final Field PER_OPEN_DAY =
      Field.required("per_open_day", Field.REAL, "working minutes of a day that is open");

  static final Field PER_DAY = Field.required("per_day", Field.REAL, "working minutes of any day");

  private static final double STANDARD_DAY = 480;
  private static final double WEEK = 7;
  private static final double WORKING_WEEK = 5;
  private static final int YEAR = 365;

  private Clock() {}

  /** The calendars' days on which {@code asOf} may fall in any zone. */
  static Dataset<Row> today(Scene scene) {
    LocalDate today = today(scene.asOf());
    return scene
        .table(WorkingDays.TABLE)
        .where(
            WorkingDays.DATE
                .col()
                .between(Date.valueOf(today.minusDays(1)), Date.valueOf(today.plusDays(1))));
  }

  /**
   * {@code rows} (with zone and calendar) with the calendar's running working minutes at {@code
   * moment}; without those for which {@code days} has no day.
   *
   * @param days rows of {@link WorkingDays#TABLE}
   */
  static Dataset<Row> at(Dataset<Row> rows, Dataset<Row> days, Column moment, Field running) {
    Column local = from_utc_timestamp(moment, JudgedCases.ZONE.col());
    Column now = hour(local).multiply(60).plus(minute(local)).cast(Field.WHOLE);
    Field clock = Field.required("local_minute", Field.WHOLE, "minute of the local day");
    Column openings =
        zip_with(
            WorkingDays.OPENS.col(),
            WorkingDays.CLOSES.col(),
            (opens, closes) -> greatest(lit(0L), least(clock.col(), closes).minus(opens)));
    return rows.withColumn(clock.name(), now)
        .withColumn(WorkingDays.DATE.name(), local.cast(Field.DAY))
        .join(
            days.select(
                WorkingDays.CALENDAR.col(),
                WorkingDays.DATE.col(),
                WorkingDays.MINUTES_BEFORE.col(),
                WorkingDays.OPENS.col(),
                WorkingDays.CLOSES.col()),
            new String[] {WorkingDays.CALENDAR.name(), WorkingDays.DATE.name()})
        .withColumn(
            running.name(),
            WorkingDays.MINUTES_BEFORE.col().plus(aggregate(openings, lit(0L), Column::plus)))
        .drop(
            clock.name(),
            WorkingDays.DATE.name(),
            WorkingDays.MINUTES_BEFORE.name(),
            WorkingDays.OPENS.name(),
            WorkingDays.CLOSES.name());
  }

  /** Each calendar with {@link #PER_OPEN_DAY} and {@link #PER_DAY}. */
  static Dataset<Row> days(Scene scene) {
    LocalDate today = today(scene.asOf());
    Column minutes = WorkingDays.MINUTES.col();
    return scene
        .table(WorkingDays.TABLE)
        .where(
            WorkingDays.DATE
                .col()
                .between(Date.valueOf(today.minusDays(YEAR)), Date.valueOf(today)))
        .groupBy(WorkingDays.CALENDAR.col())
        .agg(
            PER_OPEN_DAY.is(sum(minutes).divide(greatest(lit(1), count_if(minutes.gt(0))))),
            PER_DAY.is(sum(minutes).divide(count(lit(1)))));
  }

  /**
   * The case's limit in working minutes of its own calendar, whose {@link #days} stand beside it:
   * limit_minutes counts days of 480. A limit of no day is one day: it ends with the day it starts.
   */
  static Column limit() {
    Column days = JudgedCases.LIMIT_MINUTES.col().divide(STANDARD_DAY);
    Column unit = Standards.TIME_UNIT.col();
    return when(unit.equalTo("working_days"), greatest(days, lit(1.0)).multiply(PER_OPEN_DAY.col()))
        .when(
            unit.equalTo("calendar_days"),
            greatest(days.multiply(WEEK / WORKING_WEEK), lit(1.0)).multiply(PER_DAY.col()))
        .otherwise(JudgedCases.LIMIT_MINUTES.col().cast(Field.REAL));
  }

  private static LocalDate today(Instant asOf) {
    return asOf.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
