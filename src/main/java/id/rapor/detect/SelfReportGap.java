package id.rapor.detect;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_seconds;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.table.Surveys;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Applicants say that it took far longer than the register has it: the share of answers that report
 * at least one and a half times the calendar days from handing in to closing, and a day more,
 * beside other agencies' answers on the same service and class. People everywhere err; here they
 * err one way. A closing without a time of day counts as at the end of its day.
 */
final class SelfReportGap implements Detector {
  private static final double DAY = 86_400;

  private static final Parameter LEAST = ShareRule.least(30, "answers with a case");
  private static final Parameter TIMES = ShareRule.times(2);
  private static final Parameter ABOVE = ShareRule.above(0.2);
  private static final Parameter LONGER =
      new Parameter("times_register", 1.5, "times the register's days, inclusive", "own");
  private static final Parameter MORE =
      new Parameter("days_more", 1, "days on top of that, inclusive", "own: days are rounded");

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "self_report_gap",
          2,
          new Words(
              "Catatan lebih cepat daripada kata pemohon", "Register faster than applicants say"),
          new Words(
              "Apakah menurut pemohon jauh lebih lama daripada menurut catatan?",
              "Do applicants say that it took far longer than the register has it?"),
          "orientation",
          "agency",
          "medium",
          ShareRule.told(
              "answers that report {times_register} times the register's days and {days_more} more"),
          List.of(
              new Need(Surveys.FEED.table(), Surveys.REPORTED_DAYS),
              new Need(Surveys.FEED.table(), Surveys.CASE_ID)),
          List.of(Screen.Q, TIMES, ABOVE, LEAST, LONGER, MORE),
          List.of("P5", "P2"),
          List.of("S1", "S3"),
          List.of("system", "leadership"),
          List.of("people misremember", "they count from another day than the clock does"),
          "Compare the register with receipts and letters of the cases listed.",
          "England 2004/05: hospitals reported 96 % within four hours, patients 77 %; own");

  private static final ShareRule RULE =
      new ShareRule(
          ENTRY,
          LEAST,
          TIMES,
          ABOVE,
          new Words("jawaban tentang lama layanan", "answers on how long it took"),
          new Words(
              "menyebut jauh lebih lama daripada catatan", "say far longer than the register"));

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Dataset<Row> answers =
        scene
            .dated(scene.table(Surveys.FEED.table()), Surveys.ANSWERED_AT)
            .where(Surveys.REPORTED_DAYS.col().isNotNull().and(Surveys.CASE_ID.col().isNotNull()))
            .select(
                Measurements.PERIOD.col(),
                Cases.AGENCY_ID.col(),
                Cases.CASE_ID.col(),
                Surveys.REPORTED_DAYS.col());
    Dataset<Row> closed =
        scene
            .table(JudgedCases.TABLE)
            .where(JudgedCases.DECIDED.col())
            .select(
                Cases.AGENCY_ID.col(),
                Cases.CASE_ID.col(),
                Cases.SUBMITTED_AT.col(),
                Cases.CLOSED_AT.col(),
                JudgedCases.ZONE.col(),
                ShareRule.STRATUM.is(Kinds.like()));
    return RULE.findings(
        scene,
        answers
            .join(closed, new String[] {Cases.AGENCY_ID.name(), Cases.CASE_ID.name()})
            .withColumn(ShareRule.HIT.name(), isLonger(scene))
            .withColumn(ShareRule.FLOOR.name(), lit(0.0)));
  }

  private static Column isLonger(Scene scene) {
    Column register =
        Kinds.latest(Cases.CLOSED_AT)
            .minus(unix_seconds(Cases.SUBMITTED_AT.col()))
            .divide(lit(DAY));
    return Surveys.REPORTED_DAYS
        .col()
        .geq(register.multiply(scene.value(ENTRY, LONGER)).plus(scene.value(ENTRY, MORE)));
  }
}
