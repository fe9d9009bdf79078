package id.rapor.detect;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;

import id.rapor.table.Cases;
import id.rapor.table.Findings;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Fills in what all findings about single cases have in common. */
final class CaseFinding {
  private static final int ID_DIGITS = 24;

  private CaseFinding() {}

  /**
   * {@code flagged} as findings. They must have the columns of a judged case, the month in {@code
   * period}, and of {@link Findings} value, baseline, effect, n, p_value, q_value, tests,
   * amount_at_risk, sentence_id and sentence_en.
   */
  static Dataset<Row> findings(Dataset<Row> flagged, DetectorEntry entry) {
    Dataset<Row> named =
        flagged
            .withColumn(Findings.FINDING_ID.name(), id(entry))
            .withColumn(Findings.DETECTOR.name(), lit(entry.code()))
            .withColumn(Findings.PROBLEM.name(), lit(entry.problem()))
            .withColumn(Findings.SUBJECT_KIND.name(), lit(entry.subjectKind()))
            .withColumn(Findings.SEVERITY.name(), lit(entry.severity()))
            .withColumn(Findings.THRESHOLD.name(), lit(entry.threshold()))
            .withColumn(Findings.CASE_IDS.name(), array(Cases.CASE_ID.col()));
    return Findings.TABLE.shape(named);
  }

  /** Hash of detector, subject and period, and of nothing else, so that reruns find it again. */
  private static Column id(DetectorEntry entry) {
    Column subject =
        concat_ws(
            "\u001f",
            lit(entry.code()),
            Cases.AGENCY_ID.col(),
            Cases.CASE_ID.col(),
            id.rapor.table.Measurements.PERIOD.col());
    return substring(sha2(subject, 256), 1, ID_DIGITS);
  }
}
