package id.rapor.detect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_seconds;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.JudgedCases;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An agency whose decisions bear earlier dates than fit: they are recorded more than a day after
 * the moment they bear (exclusive), or bear one before the case was complete or begun. A date
 * without a time of day stands for any moment of its day. Compared with other agencies' cases of
 * the same service and class: see {@link PeerShare}.
 */
final class Backdating implements Detector {
  private static final Parameter LEAST = ShareRule.least(30, "closed cases");
  private static final Parameter TIMES = ShareRule.times(2);
  private static final Parameter ABOVE = ShareRule.above(0.1);

  private static final double DAY = 86_400;

  private static final Parameter DAYS =
      new Parameter(
          "days_late", 1, "days from the decision to its recording, exclusive", "domain practice");

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "backdating",
          2,
          new Words("Tanggal mundur", "Backdating"),
          new Words(
              "Apakah keputusan instansi ini sering dicatat jauh setelah tanggalnya?",
              "Are this agency's decisions often recorded long after the date they bear?"),
          "durations",
          "agency",
          "medium",
          ShareRule.told(
              "decisions recorded more than {days_late} days after their date (exclusive), or dated before the case was complete or begun,"),
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
    Column late =
        unix_seconds(Feed.RECORDED_AT.col()).minus(closed).gt(scene.value(ENTRY, DAYS) * DAY);
    Column early =
        coalesce(closed.lt(unix_seconds(JudgedCases.CLOCK_START_AT.col())), lit(false))
            .or(coalesce(closed.lt(unix_seconds(Cases.STARTED_AT.col())), lit(false)));
    Dataset<Row> seen =
        scene
            .recentCases()
            .where(Cases.CLOSED_AT.col().isNotNull().and(Feed.RECORDED_AT.col().isNotNull()))
            .withColumn(ShareRule.HIT.name(), late.or(early));
    return RULE.findings(scene, seen);
  }
}
