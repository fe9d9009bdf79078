package id.rapor.detect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An agency closes more in the last tenth before the limit than its own cases before and after it,
 * and its peers, lead to expect. Counted are cases closed between half and one and a half times
 * their limit whose clock never stopped.
 *
 * <p>The counterfactual is a straight line through the agency's own counts per tenth in 0.7 to 0.9
 * and in 1.0 to 1.2 of the limit: at the middle of the last tenth it is their mean, a quarter of
 * all cases there. Where the last tenth is lifted and what follows dips, it is far below. Source:
 * bunching as in Saez 2010 and Kleven 2016.
 */
final class DeadlineBunching implements Detector {
  private static final Parameter LEAST =
      ShareRule.least(200, "cases closed at 0.5 to 1.5 times the limit");
  private static final Parameter TIMES = ShareRule.times(1.5);
  private static final Parameter ABOVE = ShareRule.above(0.1);

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "deadline_bunching",
          1,
          new Words("Penumpukan tepat sebelum batas waktu", "Deadline bunching"),
          new Words(
              "Apakah berkas diselesaikan menumpuk tepat sebelum batas waktu?",
              "Are cases closed in a rush just before their limit?"),
          "durations",
          "agency",
          "low",
          ShareRule.told("closed in the last tenth before the limit, 0.9 to 1.0 of it inclusive,"),
          List.of(Need.of(JudgedCases.DUE_AT), Need.of(JudgedCases.WORKING_MINUTES)),
          List.of(Screen.Q, TIMES, ABOVE, LEAST),
          List.of("P2", "P5"),
          List.of("S1", "S4"),
          List.of("system", "leadership"),
          List.of(
              "work is truly ordered by due date",
              "England's emergency wards closed in on four hours too, with lower mortality"),
          "Draw the histogram of closings around the limit and compare the dates with receipts and letters.",
          "own; Saez 2010; Kleven 2016");

  private static final ShareRule RULE =
      new ShareRule(
          ENTRY,
          LEAST,
          TIMES,
          ABOVE,
          new Words(
              "berkas yang ditutup di sekitar batas waktu", "cases closed around their limit"),
          new Words(
              "ditutup pada sepersepuluh terakhir batas waktu",
              "were closed in the last tenth before it"));

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Column place = WorkedTime.PLACE.col();
    Column isBefore = place.geq(0.7).and(place.lt(0.9));
    Column isAfter = place.gt(1.0).and(place.leq(1.2));
    return RULE.findings(
        scene,
        WorkedTime.atClosing(unpaused(scene), scene)
            .where(place.geq(0.5).and(place.leq(1.5)))
            .withColumn(ShareRule.HIT.name(), place.geq(0.9).and(place.leq(1.0)))
            .withColumn(
                ShareRule.FLOOR.name(), when(isBefore.or(isAfter), lit(0.25)).otherwise(lit(0.0))));
  }

  /** A clock that stops near the limit moves closings there: that is another detector's matter. */
  private static Dataset<Row> unpaused(Scene scene) {
    return scene
        .recentCases()
        .where(JudgedCases.DECIDED.col())
        .where(coalesce(Cases.PAUSED_MINUTES.col(), lit(0L)).equalTo(0));
  }
}
