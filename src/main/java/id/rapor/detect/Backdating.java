package id.rapor.detect;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_seconds;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.WorkingDays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An agency whose decisions bear earlier dates than fit: they are recorded more than a day after
 * the moment they bear (exclusive), or bear one before the case was complete or begun. Days on
 * which the office is closed do not count: nobody records on them. A date without a time of day
 * stands for any moment of its day. Compared with other agencies' cases of the same service and
 * class: see {@link PeerShare}.
 */
final class Backdating implements Detector {
  private static final Parameter LEAST = ShareRule.least(30, "closed cases");
  private static final Parameter TIMES = ShareRule.times(2);
  private static final Parameter ABOVE = ShareRule.above(0.1);

  private static final double DAY = 86_400;

  private static final Parameter DAYS =
      new Parameter(
          "days_late",
          1,
          "days from the decision to its recording, without days off, exclusive",
          "domain practice");

  private static final Field OPEN_THEN =
      Field.optional("open_day_closed", Field.WHOLE, "open days up to that of the decision");
  private static final Field OPEN_LATER =
      Field.optional("open_day_recorded", Field.WHOLE, "open days up to that of its recording");

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "backdating",
          3,
          new Words("Tanggal mundur", "Backdating"),
          new Words(
              "Apakah keputusan instansi ini sering dicatat jauh setelah tanggalnya?",
              "Are this agency's decisions often recorded long after the date they bear?"),
          "durations",
          "agency",
          "medium",
          ShareRule.told(
              "decisions recorded more than {days_late} days after their date, days off left out"
                  + " (exclusive), or dated before the case was complete or begun,"),
          List.of(Need.of(Feed.RECORDED_AT)),
          List.of(Screen.Q, TIMES, ABOVE, LEAST, DAYS),
          List.of("P5", "P2"),
          List.of("S1", "S3"),
          List.of("leadership", "system"),
          List.of(
              "offline office", "migration", "wrong clock or zone", "corrections entered later"),
          "Compare the register's own log with the dates of the cases listed.",
          "own; Spiegelhalter, 2005; Benjamini and Hochberg, 1995");

  private static final ShareRule RULE =
      new ShareRule(
          ENTRY,
          LEAST,
          TIMES,
          ABOVE,
          new Words("keputusan", "decisions"),
          new Words(
              "dicatat jauh setelah tanggal yang tertera",
              "were recorded long after the date they bear"));

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Column closed = Kinds.latest(Cases.CLOSED_AT);
    Column days = daysOff().plus(scene.value(ENTRY, DAYS));
    Column late = unix_seconds(Feed.RECORDED_AT.col()).minus(closed).gt(days.multiply(DAY));
    Column early =
        coalesce(closed.lt(unix_seconds(JudgedCases.CLOCK_START_AT.col())), lit(false))
            .or(coalesce(closed.lt(unix_seconds(Cases.STARTED_AT.col())), lit(false)));
    Dataset<Row> recorded =
        scene
            .recentCases()
            .where(Cases.CLOSED_AT.col().isNotNull().and(Feed.RECORDED_AT.col().isNotNull()));
    Dataset<Row> seen =
        openDay(
                openDay(recorded, Cases.CLOSED_AT, OPEN_THEN, scene),
                Feed.RECORDED_AT,
                OPEN_LATER,
                scene)
            .withColumn(ShareRule.HIT.name(), late.or(early));
    return RULE.findings(scene, seen);
  }

  /**
   * Days after that of the decision, up to that of its recording, on which the office is closed.
   */
  private static Column daysOff() {
    Column days = datediff(Kinds.day(Feed.RECORDED_AT), Kinds.day(Cases.CLOSED_AT));
    Column open = OPEN_LATER.col().minus(OPEN_THEN.col());
    return greatest(lit(0L), coalesce(days.minus(open), lit(0L)));
  }

  /** {@code rows} with how many days their calendar is open up to that of {@code moment}. */
  private static Dataset<Row> openDay(Dataset<Row> rows, Field moment, Field as, Scene scene) {
    Dataset<Row> days =
        scene
            .table(WorkingDays.TABLE)
            .select(
                WorkingDays.CALENDAR.col(),
                WorkingDays.DATE.col(),
                as.is(WorkingDays.OPEN_DAY.col()));
    return rows.withColumn(WorkingDays.DATE.name(), Kinds.day(moment))
        .join(
            broadcast(days),
            new String[] {WorkingDays.CALENDAR.name(), WorkingDays.DATE.name()},
            "left")
        .drop(WorkingDays.DATE.name());
  }
}
