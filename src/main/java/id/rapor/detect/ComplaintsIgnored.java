package id.rapor.detect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.Complaints;
import id.rapor.table.JudgedComplaints;
import id.rapor.table.Measurements;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An agency that leaves complaints lying: no first answer by as-of although it was due, or open
 * beyond the clock of its class (3 days, then 5, 14 or 60, unless settings say otherwise). Compared
 * with other agencies' complaints of the same class: see {@link PeerShare}.
 */
final class ComplaintsIgnored implements Detector {
  private static final Parameter LEAST = ShareRule.least(20, "complaints due");
  private static final Parameter TIMES = ShareRule.times(2);
  private static final Parameter ABOVE = ShareRule.above(0.1);

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "complaints_ignored",
          1,
          new Words("Pengaduan diabaikan", "Complaints ignored"),
          new Words(
              "Apakah instansi ini membiarkan pengaduan tanpa jawaban?",
              "Does this agency leave complaints without an answer?"),
          "orientation",
          "agency",
          "medium",
          ShareRule.told(
              "complaints due that were never answered (3 days) or lie past the clock of their class (5, 14, 60 days; settings may name others),"),
          List.of(new Need(JudgedComplaints.TABLE, JudgedComplaints.RESPONSE_DUE_AT)),
          List.of(Screen.Q, TIMES, ABOVE, LEAST),
          List.of("P5"),
          List.of("S3", "S1"),
          List.of("leadership"),
          List.of("sent to the wrong body", "duplicate", "answered outside the system"),
          "Ask for the answers to the complaints listed, oldest first.",
          "PermenPANRB 62/2018 clocks; Perpres 76/2013");

  private static final ShareRule RULE =
      new ShareRule(
          ENTRY,
          LEAST,
          TIMES,
          ABOVE,
          new Words("pengaduan yang jatuh tempo", "complaints due"),
          new Words(
              "tidak dijawab atau dibiarkan melewati batas waktu",
              "were not answered or lie past their time limit"));

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Column unanswered =
        Complaints.FIRST_RESPONSE_AT.col().isNull().and(Complaints.RESOLVED_AT.col().isNull());
    Column lying =
        Complaints.RESOLVED_AT
            .col()
            .isNull()
            .and(coalesce(JudgedComplaints.RESOLVED_IN_TIME.col().equalTo(false), lit(false)));
    Dataset<Row> seen =
        scene
            .table(JudgedComplaints.TABLE)
            .where(JudgedComplaints.RESPONDED_IN_TIME.col().isNotNull())
            .select(
                Measurements.PERIOD.is(JudgedComplaints.RESPONSE_MONTH.col()),
                Cases.AGENCY_ID.col(),
                ShareRule.STRATUM.is(coalesce(Complaints.CLASS.col(), lit(""))),
                Cases.CASE_ID.is(coalesce(Complaints.CASE_ID.col(), Complaints.COMPLAINT_ID.col())),
                ShareRule.HIT.is(unanswered.or(lying)));
    return RULE.findings(scene, seen);
  }
}
