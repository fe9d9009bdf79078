package id.rapor.detect;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.minute;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.zip_with;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.WorkingDays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where in its time limit something happened to a case, in working time. */
final class WorkedTime {
  /** Where a case was within its limit: 0 when the clock started, 1 when it was due. */
  static final Field PLACE =
      Field.optional("limit_place", Field.REAL, "worked time over the limit's working time");

  private static final Field DUE = worked("worked_at_due");
  private static final Field THEN = worked("worked_then");

  private WorkedTime() {}

  /**
   * {@code cases} with {@link #PLACE} of their closing; only those whose limit has working time.
   */
  static Dataset<Row> atClosing(Dataset<Row> cases, Scene scene) {
    return due(cases, scene)
        .withColumn(PLACE.name(), place(JudgedCases.WORKING_MINUTES.col()))
        .drop(DUE.name());
  }

  /** {@code cases} with {@link #PLACE} of {@code moment}, before which the clock never stopped. */
  static Dataset<Row> at(Field moment, Dataset<Row> cases, Scene scene) {
    Column worked = THEN.col().minus(JudgedCases.WORKED_BEFORE_START.col());
    return beside(due(cases, scene), moment, THEN, scene)
        .withColumn(PLACE.name(), place(worked))
        .drop(DUE.name(), THEN.name());
  }

  /** Whether {@code moment} lies outside the hours of {@code day}'s row of the calendar. */
  static Column isClosed(Field moment) {
    Column inside =
        aggregate(
            zip_with(
                WorkingDays.OPENS.col(),
                WorkingDays.CLOSES.col(),
                (opens, closes) ->
                    when(minuteOfDay(moment).between(opens, closes), 1L).otherwise(0L)),
            lit(0L),
            Column::plus);
    return inside.equalTo(0);
  }

  /** Each row with the day of its calendar on which {@code moment} lies. */
  static Dataset<Row> besideDay(Dataset<Row> rows, Field moment, Scene scene) {
    Dataset<Row> days = scene.table(WorkingDays.TABLE);
    Column matches =
        rows.col(JudgedCases.CALENDAR.name())
            .equalTo(days.col(WorkingDays.CALENDAR.name()))
            .and(Kinds.day(moment).equalTo(days.col(WorkingDays.DATE.name())));
    return rows.join(broadcast(days), matches).drop(days.col(WorkingDays.CALENDAR.name()));
  }

  /** A limit that runs out at night has no working time, and nothing a place within it. */
  private static Column place(Column worked) {
    return when(limit().gt(0), worked.divide(limit()));
  }

  private static Dataset<Row> due(Dataset<Row> cases, Scene scene) {
    return beside(
        cases.where(JudgedCases.DUE_AT.col().isNotNull()), JudgedCases.DUE_AT, DUE, scene);
  }

  /** The limit in working minutes; pauses had moved its end. */
  private static Column limit() {
    return DUE.col()
        .minus(JudgedCases.WORKED_BEFORE_START.col())
        .minus(coalesce(Cases.PAUSED_MINUTES.col(), lit(0L)));
  }

  private static Dataset<Row> beside(Dataset<Row> rows, Field moment, Field as, Scene scene) {
    Column today =
        aggregate(
            zip_with(
                WorkingDays.OPENS.col(),
                WorkingDays.CLOSES.col(),
                (opens, closes) ->
                    greatest(lit(0L), least(closes, minuteOfDay(moment)).minus(opens))),
            lit(0L),
            Column::plus);
    return besideDay(rows, moment, scene)
        .withColumn(as.name(), WorkingDays.MINUTES_BEFORE.col().plus(today))
        .drop(
            WorkingDays.DATE.name(),
            WorkingDays.MINUTES_BEFORE.name(),
            WorkingDays.MINUTES.name(),
            WorkingDays.OPEN_DAY.name(),
            WorkingDays.OPENS.name(),
            WorkingDays.CLOSES.name());
  }

  private static Column minuteOfDay(Field moment) {
    Column local = Kinds.local(moment);
    return hour(local).multiply(60).plus(minute(local)).cast(Field.WHOLE);
  }

  private static Field worked(String name) {
    return Field.required(name, Field.WHOLE, "the calendar's running working minutes");
  }
}
