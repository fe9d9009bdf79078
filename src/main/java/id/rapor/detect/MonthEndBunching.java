package id.rapor.detect;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.table.WorkingDays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * An agency closes more in the last three working days of the month than its calendar and its peers
 * lead to expect. Peers close the same service and class in the same month, so that holidays and
 * payrolls are theirs too.
 *
 * <p>The floor is the agency's own inflow: how many of its cases would have been closed in those
 * days had each taken the median time of its service and class in that month.
 */
final class MonthEndBunching implements Detector {
  private static final Parameter DAYS =
      new Parameter("days", 3, "last working days of the month, inclusive", "D08");
  private static final Parameter LEAST = ShareRule.least(100, "closed cases");
  private static final Parameter TIMES = ShareRule.times(1.5);
  private static final Parameter ABOVE = ShareRule.above(0.1);

  private static final Field MONTH = Field.required("month", Field.TEXT, "yyyy-MM");
  private static final Field PLACE =
      Field.required("day_place", Field.WHOLE, "how manieth working day from the month's end");
  private static final Field FROM =
      Field.required("month_end_from", Field.DAY, "first of the last working days");
  private static final Field USUAL =
      Field.required("usual_seconds", Field.REAL, "median from the clock's start to the closing");
  private static final Field EXPECTED =
      Field.required("expected_at", Field.TIME, "when it would have been closed at that pace");

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "month_end_bunching",
          3,
          new Words("Penumpukan di akhir bulan", "Month-end bunching"),
          new Words(
              "Apakah berkas diselesaikan menumpuk di akhir bulan?",
              "Are cases closed in a rush at the end of the month?"),
          "durations",
          "agency",
          "low",
          ShareRule.told(
              "closed in the last {days} working days of the month, at the usual pace of the same inflow,"),
          List.of(Need.of(JudgedCases.CLOSED_MONTH)),
          List.of(Screen.Q, TIMES, ABOVE, LEAST, DAYS),
          List.of("P5"),
          List.of("S1", "S3"),
          List.of("leadership", "system"),
          List.of("payroll", "batch signing", "court dates"),
          "Look at the daily series of closings with the holidays marked, and ask what is reported at month's end.",
          "own; peers of the same service, class and month, and the agency's own inflow");

  private static final ShareRule RULE =
      new ShareRule(
          ENTRY,
          LEAST,
          TIMES,
          ABOVE,
          new Words("berkas yang ditutup", "cases closed"),
          new Words(
              "ditutup pada hari kerja terakhir bulan",
              "were closed in the last working days of a month"));

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Dataset<Row> ends = ends(scene);
    Dataset<Row> closed = scene.recentCases().where(JudgedCases.DECIDED.col());
    Dataset<Row> placed =
        atEnd(expected(closed), EXPECTED, ends, ShareRule.FLOOR)
            .withColumn(ShareRule.FLOOR.name(), ShareRule.FLOOR.col().cast(Field.REAL))
            .withColumn(ShareRule.STRATUM.name(), Kinds.like(Measurements.PERIOD));
    return RULE.findings(
        scene,
        atEnd(placed, Cases.CLOSED_AT, ends, ShareRule.HIT)
            .withColumn(ShareRule.HIT.name(), ShareRule.HIT.col().equalTo(1)));
  }

  /** {@code closed} cases with {@link #EXPECTED}. */
  private static Dataset<Row> expected(Dataset<Row> closed) {
    Column start = unix_seconds(JudgedCases.CLOCK_START_AT.col());
    Column took = unix_seconds(Cases.CLOSED_AT.col()).minus(start);
    Dataset<Row> usual = closed.groupBy(Peers.columns()).agg(USUAL.is(median(took)));
    return Peers.beside(closed, usual)
        .withColumn(EXPECTED.name(), timestamp_seconds(start.plus(USUAL.col())));
  }

  /** {@code cases} with a 1 in {@code mark} where {@code moment} lies in the month's last days. */
  private static Dataset<Row> atEnd(
      Dataset<Row> cases, Field moment, Dataset<Row> ends, Field mark) {
    Column isSameMonth =
        cases
            .col(JudgedCases.CALENDAR.name())
            .equalTo(ends.col(WorkingDays.CALENDAR.name()))
            .and(date_format(Kinds.local(moment), "yyyy-MM").equalTo(MONTH.col()));
    return cases
        .join(broadcast(ends), isSameMonth)
        .withColumn(mark.name(), when(Kinds.day(moment).geq(FROM.col()), 1).otherwise(0))
        .drop(ends.col(WorkingDays.CALENDAR.name()))
        .drop(MONTH.name(), FROM.name());
  }

  /** For each calendar and month the first of its last working days. */
  private static Dataset<Row> ends(Scene scene) {
    Column[] keys = {WorkingDays.CALENDAR.col(), MONTH.col()};
    return scene
        .table(WorkingDays.TABLE)
        .where(WorkingDays.MINUTES.col().gt(0))
        .withColumn(MONTH.name(), date_format(WorkingDays.DATE.col(), "yyyy-MM"))
        .withColumn(
            PLACE.name(),
            row_number().over(Window.partitionBy(keys).orderBy(desc(WorkingDays.DATE.name()))))
        .where(PLACE.col().leq(scene.value(ENTRY, DAYS)))
        .groupBy(keys)
        .agg(FROM.is(min(WorkingDays.DATE.col())));
  }
}
