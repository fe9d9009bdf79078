package id.rapor.detect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.Complaints;
import id.rapor.table.Field;
import id.rapor.table.JudgedComplaints;
import id.rapor.table.Measurements;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * An agency closes complaints without settling them: the share of closed complaints that were
 * answered with nothing or with one sentence for all, opened again within thirty days, or whose
 * answer the reporter did not accept, beside other agencies' complaints of the same class.
 *
 * <p>One sentence for all: the same letters, numbers and marks left out, in three answers of the
 * six months at least, if it is the agency's most common one or stands in at least a fifth of all.
 * Every agency has a most common one, so that all are counted alike; by a bound alone, those that
 * just pass it would leap. An agency that never delivers answers is not judged by them.
 */
final class ClosedWithoutResolution implements Detector {
  private static final Parameter LEAST = ShareRule.least(20, "closed complaints");
  private static final Parameter TIMES = ShareRule.times(1.5);
  private static final Parameter ABOVE = ShareRule.above(0.2);
  private static final Parameter REOPENED =
      new Parameter("reopened_days", 30, "days after closing, inclusive", "D22");
  private static final Parameter ALIKE =
      new Parameter("alike_share", 0.2, "share of an agency's answers, inclusive", "own");
  private static final double LEAST_ALIKE = 3;
  private static final double DAY = 86_400;

  private static final Field WORDS =
      Field.optional("answer_words", Field.WHOLE, "hash of the answer's letters alone");
  private static final Field ANSWERS =
      Field.required("answers", Field.WHOLE, "answers of the agency");
  private static final Field SAME =
      Field.required("same_answers", Field.WHOLE, "those with the same letters");
  private static final Field COMMON =
      Field.optional("common_words", Field.WHOLE, "that of the agency's most common answer");

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "closed_without_resolution",
          3,
          new Words("Aduan ditutup tanpa penyelesaian", "Complaints closed without resolution"),
          new Words(
              "Apakah aduan ditutup tanpa benar-benar diselesaikan?",
              "Are complaints closed without being settled?"),
          "orientation",
          "agency",
          "medium",
          ShareRule.told(
              "closed complaints without an answer, with the most common one or one given to at least {alike_share} of all,"
                  + " reopened within {reopened_days} days or not accepted,"),
          List.of(new Need(JudgedComplaints.TABLE, Complaints.RESOLVED_AT)),
          List.of(Screen.Q, TIMES, ABOVE, LEAST, ALIKE, REOPENED),
          List.of("P5"),
          List.of("S3", "S1"),
          List.of("leadership", "team"),
          List.of("duplicates of one matter", "out of the agency's remit"),
          "Read ten of the answers beside what was complained of.",
          "SP4N; PermenPANRB 62/2018; own");

  private static final ShareRule RULE =
      new ShareRule(
          ENTRY,
          LEAST,
          TIMES,
          ABOVE,
          new Words("aduan yang ditutup", "complaints closed"),
          new Words(
              "ditutup tanpa jawaban sendiri, dibuka kembali, atau jawabannya ditolak",
              "had no answer of their own, were opened again or not accepted"));

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Column local = Kinds.local(Complaints.RESOLVED_AT);
    Dataset<Row> closed =
        scene
            .table(JudgedComplaints.TABLE)
            .where(Complaints.RESOLVED_AT.col().isNotNull())
            .withColumn(Measurements.PERIOD.name(), date_format(local, "yyyy-MM"))
            .withColumn(ShareRule.STRATUM.name(), coalesce(Complaints.CLASS.col(), lit("")));
    Column held = seconds(Complaints.REOPENED_AT).minus(seconds(Complaints.RESOLVED_AT));
    Column reopened = held.leq(scene.value(ENTRY, REOPENED) * DAY);
    Column unsettled =
        coalesce(reopened, lit(false)).or(not(coalesce(Complaints.ACCEPTED.col(), lit(true))));
    return RULE.findingsOf(
        scene,
        counted(scene.trailing(withWords(closed)))
            .withColumn(
                ShareRule.HIT.name(), unsettled.or(isBrushedOff(scene.value(ENTRY, ALIKE)))));
  }

  private static Column seconds(Field moment) {
    return moment.col().cast(Field.REAL);
  }

  /** {@code closed} complaints with {@link #WORDS}: none if the answer has no letters. */
  private static Dataset<Row> withWords(Dataset<Row> closed) {
    Column letters = regexp_replace(lower(Complaints.ANSWER.col()), "\\S*\\d\\S*|[^\\p{L}]", "");
    return closed
        .withColumn(WORDS.name(), when(length(letters).gt(0), xxhash64(letters)))
        .drop(Complaints.ANSWER.name());
  }

  /** {@code looked} at by periods, with how common their answers are at the agency then. */
  private static Dataset<Row> counted(Dataset<Row> looked) {
    WindowSpec agency = Window.partitionBy(Measurements.PERIOD.col(), Cases.AGENCY_ID.col());
    WindowSpec same =
        Window.partitionBy(Measurements.PERIOD.col(), Cases.AGENCY_ID.col(), WORDS.col());
    Column place = when(WORDS.col().isNotNull(), struct(SAME.col(), WORDS.col()));
    return looked
        .withColumn(ANSWERS.name(), count(WORDS.col()).over(agency))
        .withColumn(SAME.name(), count(lit(1)).over(same))
        .withColumn(COMMON.name(), max(place).over(agency).getField(WORDS.name()));
  }

  private static Column isBrushedOff(double share) {
    Column isEmpty = WORDS.col().isNull();
    Column isCommon = coalesce(WORDS.col().equalTo(COMMON.col()), lit(false));
    Column isForMany = SAME.col().geq(ANSWERS.col().multiply(share));
    Column isAlike = SAME.col().geq(LEAST_ALIKE).and(isCommon.or(isForMany));
    return ANSWERS.col().gt(0).and(isEmpty.or(isAlike));
  }
}
