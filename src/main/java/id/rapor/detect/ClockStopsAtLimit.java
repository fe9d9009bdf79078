package id.rapor.detect;

import static org.apache.spark.sql.functions.min;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
import id.rapor.table.Pauses;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An agency stops the clock when the limit is near: the share of cases whose clock first stopped in
 * the last fifth of the limit, beside peers with the same service and class.
 */
final class ClockStopsAtLimit implements Detector {
  private static final Parameter LEAST = ShareRule.least(50, "cases whose clock was stopped");
  private static final Parameter TIMES = ShareRule.times(1.5);
  private static final Parameter ABOVE = ShareRule.above(0.2);

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "clock_stops_at_limit",
          1,
          new Words("Jam dihentikan menjelang batas waktu", "Clock stopped at the limit"),
          new Words(
              "Apakah penghitungan waktu dihentikan ketika batas waktu sudah dekat?",
              "Is the clock stopped when the limit is near?"),
          "durations",
          "agency",
          "medium",
          ShareRule.told(
              "clock first stopped in the last fifth of the limit, 0.8 to 1.0 of it inclusive,"),
          List.of(Need.of(JudgedCases.DUE_AT), new Need(Pauses.FEED.table(), Pauses.PAUSED_AT)),
          List.of(Screen.Q, TIMES, ABOVE, LEAST),
          List.of("P2", "P5"),
          List.of("S1", "S4"),
          List.of("system", "leadership"),
          List.of("papers of the applicant truly missing", "courier"),
          "Read the reasons of the stops and who ended them.",
          "own; peers of the same service and class");

  private static final ShareRule RULE =
      new ShareRule(
          ENTRY,
          LEAST,
          TIMES,
          ABOVE,
          new Words("berkas yang jamnya dihentikan", "cases whose clock was stopped"),
          new Words(
              "dihentikan pada seperlima terakhir batas waktu",
              "had it stopped in the last fifth of the limit"));

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Column place = WorkedTime.PLACE.col();
    String[] key = {Cases.AGENCY_ID.name(), Cases.CASE_ID.name()};
    Dataset<Row> firstStops =
        scene
            .table(Pauses.FEED.table())
            .groupBy(Cases.AGENCY_ID.col(), Cases.CASE_ID.col())
            .agg(Pauses.PAUSED_AT.is(min(Pauses.PAUSED_AT.col())));
    Dataset<Row> stopped = scene.recentCases().join(firstStops, key);
    return RULE.findings(
        scene,
        WorkedTime.at(Pauses.PAUSED_AT, stopped, scene)
            .withColumn(ShareRule.HIT.name(), place.geq(0.8).and(place.leq(1.0))));
  }
}
