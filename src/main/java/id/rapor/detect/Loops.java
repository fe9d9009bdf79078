package id.rapor.detect;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.Measurements;
import id.rapor.table.Steps;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An agency whose files go round: cases in which a step is done again, at once or after another one
 * (A, B, A). Compared with other agencies' cases of the same service and class that have steps: see
 * {@link PeerShare}.
 */
final class Loops implements Detector {
  private static final Parameter LEAST = ShareRule.least(30, "cases with steps");
  private static final Parameter TIMES = ShareRule.times(2);
  private static final Parameter ABOVE = ShareRule.above(0.1);

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "loops",
          1,
          new Words("Berkas berputar-putar", "Loops"),
          new Words(
              "Apakah berkas di instansi ini sering kembali ke langkah yang sudah selesai?",
              "Do files at this agency often go back to a step that was done?"),
          "procedure",
          "agency",
          "low",
          ShareRule.told("cases with a step that is done again,"),
          List.of(new Need(Steps.FEED.table(), Steps.ACTIVITY)),
          List.of(Screen.Q, TIMES, ABOVE, LEAST),
          List.of("P1"),
          List.of("S4"),
          List.of("system"),
          List.of("rounds of correction that the law asks for", "one name for two steps"),
          "Draw the steps of the cases listed and find the pair between which they go back and forth.",
          "own; rework of process mining");

  private static final ShareRule RULE =
      new ShareRule(
          ENTRY,
          LEAST,
          TIMES,
          ABOVE,
          new Words("berkas dengan langkah tercatat", "cases with recorded steps"),
          new Words("mengulang langkah yang sudah selesai", "repeated a step that was done"));

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Column again = count(lit(1)).gt(countDistinct(Steps.ACTIVITY.col()));
    Dataset<Row> traces =
        scene
            .table(Steps.FEED.table())
            .groupBy(Cases.AGENCY_ID.col(), Cases.CASE_ID.col())
            .agg(ShareRule.HIT.is(again));
    Dataset<Row> seen =
        scene
            .recentCases()
            .select(
                Measurements.PERIOD.col(),
                Cases.AGENCY_ID.col(),
                Cases.CASE_ID.col(),
                Cases.SERVICE_ID.col(),
                Cases.SERVICE_CLASS.col())
            .join(traces, new String[] {Cases.AGENCY_ID.name(), Cases.CASE_ID.name()});
    return RULE.findings(scene, seen);
  }
}
