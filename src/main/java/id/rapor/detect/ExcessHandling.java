package id.rapor.detect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An agency that makes applicants come and mend their files again and again: closed cases with at
 * least 2 visits more than the standard's most (1 without a standard), or sent back at least twice.
 * Compared with other agencies' cases of the same service and class: see {@link PeerShare}.
 */
final class ExcessHandling implements Detector {
  private static final Parameter LEAST = ShareRule.least(30, "closed cases");
  private static final Parameter TIMES = ShareRule.times(2);
  private static final Parameter ABOVE = ShareRule.above(0.1);

  private static final Parameter VISITS =
      new Parameter("more_visits", 2, "visits more than the standard's most, inclusive", "own");
  private static final Parameter RETURNS =
      new Parameter("returns", 2, "times a file is sent back, inclusive", "own");

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "excess_handling",
          1,
          new Words("Kunjungan dan pengembalian berlebih", "Excess visits and returns"),
          new Words(
              "Apakah instansi ini sering meminta pemohon datang kembali atau memperbaiki berkas?",
              "Does this agency often make applicants come again or mend their files?"),
          "procedure",
          "agency",
          "medium",
          ShareRule.told(
              "cases with at least {more_visits} visits more than the standard's most, or at least {returns} returns,"),
          List.of(Need.of(Cases.VISITS)),
          List.of(Screen.Q, TIMES, ABOVE, LEAST, VISITS, RETURNS),
          List.of("P1"),
          List.of("S4", "S2"),
          List.of("system", "team"),
          List.of("complex class of cases", "rural applicants who split a visit", "new form"),
          "Read the cases listed for what was asked for each time, and compare with the standard.",
          "own; UU 25/2009; Spiegelhalter, 2005");

  private static final ShareRule RULE =
      new ShareRule(
          ENTRY,
          LEAST,
          TIMES,
          ABOVE,
          new Words("berkas yang ditutup", "cases closed"),
          new Words(
              "memerlukan kunjungan jauh di atas standar atau dikembalikan berulang kali",
              "took visits far above the standard or were sent back again and again"));

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Column most = coalesce(JudgedCases.MAX_VISITS.col(), lit(1L));
    Column often = Cases.VISITS.col().geq(most.plus(scene.value(ENTRY, VISITS)));
    Column back = Cases.RETURNS.col().geq(scene.value(ENTRY, RETURNS));
    Dataset<Row> seen =
        scene
            .recentCases()
            .where(
                Cases.CLOSED_AT
                    .col()
                    .isNotNull()
                    .and(Cases.VISITS.col().isNotNull().or(Cases.RETURNS.col().isNotNull())))
            .withColumn(
                ShareRule.HIT.name(), coalesce(often, lit(false)).or(coalesce(back, lit(false))));
    return RULE.findings(scene, seen);
  }
}
