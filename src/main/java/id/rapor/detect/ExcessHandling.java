package id.rapor.detect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.table.Steps;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An agency that makes applicants come and mend their files again and again, or sends files a
 * longer way than the procedure: closed cases with at least 2 visits more than the standard's most
 * (1 without a standard), sent back at least twice, or with at least 2 different steps more than
 * the procedure has. A step done again is a loop, and another detector's matter. Compared with
 * other agencies' cases of the same service and class: see {@link PeerShare}.
 */
final class ExcessHandling implements Detector {
  private static final Parameter LEAST = ShareRule.least(30, "closed cases");
  private static final Parameter TIMES = ShareRule.times(2);
  private static final Parameter ABOVE = ShareRule.above(0.1);

  private static final Parameter VISITS =
      new Parameter("more_visits", 2, "visits more than the standard's most, inclusive", "own");
  private static final Parameter RETURNS =
      new Parameter("returns", 2, "times a file is sent back, inclusive", "own");
  private static final Parameter STEPS =
      new Parameter(
          "more_steps", 2, "different steps more than the procedure has, inclusive", "own");

  private static final Field DONE =
      Field.optional("steps_done", Field.WHOLE, "different steps that the case went through");

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "excess_handling",
          2,
          new Words("Kunjungan dan pengembalian berlebih", "Excess visits and returns"),
          new Words(
              "Apakah instansi ini sering meminta pemohon datang kembali atau memperbaiki berkas?",
              "Does this agency often make applicants come again or mend their files?"),
          "procedure",
          "agency",
          "medium",
          ShareRule.told(
              "cases with at least {more_visits} visits more than the standard's most, at least {returns} returns, or at least {more_steps} different steps more than the procedure has,"),
          List.of(Need.of(Cases.VISITS)),
          List.of(Screen.Q, TIMES, ABOVE, LEAST, VISITS, RETURNS, STEPS),
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
              "memerlukan kunjungan atau langkah jauh di atas standar, atau dikembalikan berulang kali",
              "took visits or steps far above the standard, or were sent back again and again"));

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Column most = coalesce(JudgedCases.MAX_VISITS.col(), lit(1L));
    Column often = Cases.VISITS.col().geq(most.plus(scene.value(ENTRY, VISITS)));
    Column back = Cases.RETURNS.col().geq(scene.value(ENTRY, RETURNS));
    Column more = JudgedCases.PROCEDURE_STEPS.col().plus(scene.value(ENTRY, STEPS));
    Column isKnown = Cases.VISITS.col().isNotNull().or(Cases.RETURNS.col().isNotNull());
    Dataset<Row> seen =
        withSteps(scene.recentCases().where(Cases.CLOSED_AT.col().isNotNull()), scene)
            .where(isKnown.or(DONE.col().isNotNull()))
            .withColumn(
                ShareRule.HIT.name(),
                isTrue(often).or(isTrue(back)).or(isTrue(DONE.col().geq(more))));
    return RULE.findings(scene, seen);
  }

  private static Column isTrue(Column condition) {
    return coalesce(condition, lit(false));
  }

  private static Dataset<Row> withSteps(Dataset<Row> cases, Scene scene) {
    Dataset<Row> done =
        scene
            .table(Steps.FEED.table())
            .groupBy(Cases.AGENCY_ID.col(), Cases.CASE_ID.col())
            .agg(DONE.is(count_distinct(Steps.ACTIVITY.col())));
    return cases
        .select(
            Measurements.PERIOD.col(),
            Cases.AGENCY_ID.col(),
            Cases.CASE_ID.col(),
            Cases.SERVICE_ID.col(),
            Cases.SERVICE_CLASS.col(),
            Cases.VISITS.col(),
            Cases.RETURNS.col(),
            JudgedCases.MAX_VISITS.col(),
            JudgedCases.PROCEDURE_STEPS.col())
        .join(done, new String[] {Cases.AGENCY_ID.name(), Cases.CASE_ID.name()}, "left");
  }
}
