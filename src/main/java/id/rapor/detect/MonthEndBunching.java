package id.rapor.detect;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
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
 * lead to expect. Peers close the same service and class in the same month, so that holidays,
 * payrolls and a rising inflow are theirs too; the floor is three days' share of the month's
 * working days.
 */
final class MonthEndBunching implements Detector {
  private static final Parameter DAYS =
      new Parameter("days", 3, "last working days of the month, inclusive", "D08");
  private static final Parameter LEAST = ShareRule.least(100, "closed cases");
  private static final Parameter TIMES = ShareRule.times(1.5);
  private static final Parameter ABOVE = ShareRule.above(0.1);

  private static final Field PLACE =
      Field.required("day_place", Field.WHOLE, "how manieth working day from the month's end");
  private static final Field FROM =
      Field.required("month_end_from", Field.DAY, "first of the last working days");

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "month_end_bunching",
          1,
          new Words("Penumpukan di akhir bulan", "Month-end bunching"),
          new Words(
              "Apakah berkas diselesaikan menumpuk di akhir bulan?",
              "Are cases closed in a rush at the end of the month?"),
          "durations",
          "agency",
          "low",
          ShareRule.told("closed in the last {days} working days of the month"),
          List.of(Need.of(JudgedCases.CLOSED_MONTH)),
          List.of(Screen.Q, TIMES, ABOVE, LEAST, DAYS),
          List.of("P5"),
          List.of("S1", "S3"),
          List.of("leadership", "system"),
          List.of("payroll", "batch signing", "court dates"),
          "Look at the daily series of closings with the holidays marked, and ask what is reported at month's end.",
          "own; peers of the same service, class and month");

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
    Column[] keys = {JudgedCases.CALENDAR.col(), Measurements.PERIOD.col()};
    String[] names = {JudgedCases.CALENDAR.name(), Measurements.PERIOD.name()};
    Dataset<Row> ends = ends(scene, keys);
    return RULE.findings(
        scene,
        scene
            .recentCases()
            .where(JudgedCases.DECIDED.col())
            .join(broadcast(ends), names)
            .withColumn(ShareRule.STRATUM.name(), Kinds.like(Measurements.PERIOD))
            .withColumn(ShareRule.HIT.name(), Kinds.day(Cases.CLOSED_AT).geq(FROM.col())));
  }

  /** For each calendar and month its last working days, and their share of all. */
  private static Dataset<Row> ends(Scene scene, Column... keys) {
    double days = scene.value(ENTRY, DAYS);
    Dataset<Row> open =
        scene
            .table(WorkingDays.TABLE)
            .where(WorkingDays.MINUTES.col().gt(0))
            .withColumn(Measurements.PERIOD.name(), date_format(WorkingDays.DATE.col(), "yyyy-MM"));
    Dataset<Row> placed =
        open.withColumn(
            PLACE.name(),
            row_number().over(Window.partitionBy(keys).orderBy(desc(WorkingDays.DATE.name()))));
    return placed
        .groupBy(keys)
        .agg(
            FROM.is(min(when(PLACE.col().leq(days), WorkingDays.DATE.col()))),
            ShareRule.FLOOR.is(least(lit(1.0), lit(days).divide(max(PLACE.col())))));
  }
}
