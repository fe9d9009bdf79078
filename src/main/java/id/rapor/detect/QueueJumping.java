package id.rapor.detect;

import static org.apache.spark.sql.functions.not;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An agency at which many cases are begun over the heads of those who wait: a case jumps if it is
 * begun before at least half of the cases, and at least 3, that came earlier to the same queue and
 * still waited when it came. Cases with at least 3 ahead count; see {@link Queue} for what a queue
 * is. Compared with other agencies' cases of the same service and class: see {@link PeerShare}.
 *
 * <p>What a lawful ground puts first stands in no queue. Times are compared by two minutes, so that
 * a call and no show is none.
 */
final class QueueJumping implements Detector {
  private static final Parameter LEAST = ShareRule.least(50, "cases that had to wait");
  private static final Parameter TIMES = ShareRule.times(2);
  private static final Parameter ABOVE = ShareRule.above(0.1);

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "queue_jumping",
          2,
          new Words("Penyerobotan antrean", "Queue-jumping"),
          new Words(
              "Apakah di instansi ini banyak berkas dikerjakan mendahului antrean?",
              "Are many cases at this agency taken before others that came earlier?"),
          "unequal_treatment",
          "agency",
          "medium",
          ShareRule.told(
              "cases that overtake at least half, and at least 3, of those that waited when they came,"),
          List.of(Need.of(Cases.STARTED_AT)),
          List.of(Screen.Q, TIMES, ABOVE, LEAST),
          List.of("P3", "P5"),
          List.of("S3", "S4"),
          List.of("leadership", "system"),
          List.of(
              "parallel desks", "file incomplete", "lawful priority not recorded", "appointments"),
          "Ask by which order the cases listed were taken and on what ground.",
          "own; slips and skips: Gordon, 1987; Larson, 1987");

  private static final ShareRule RULE =
      new ShareRule(
          ENTRY,
          LEAST,
          TIMES,
          ABOVE,
          new Words("berkas yang mengantre", "cases that had to wait"),
          new Words(
              "dikerjakan mendahului sebagian besar antrean di depannya",
              "were taken before most of those ahead of them"));

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Dataset<Row> waited =
        scene
            .recentCases()
            .where(
                Cases.STARTED_AT
                    .col()
                    .geq(JudgedCases.CLOCK_START_AT.col())
                    .and(not(Kinds.isFirstByLaw())));
    return RULE.findingsOf(scene, Queue.jumps(waited, scene.months()));
  }
}
