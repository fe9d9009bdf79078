package id.rapor.detect;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Findings;
import id.rapor.table.Measurements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Fills in what all findings have in common. A column of {@link Findings} that {@code flagged}
 * lacks stays empty, save severity, which is then that of the entry.
 */
final class Finding {
  private static final int ID_DIGITS = 24;
  private static final int MOST_CASES = 20;
  private static final Field PLACE =
      Field.required("case_place", Field.WHOLE, "place of the case among its subject's");

  private Finding() {}

  /**
   * {@code flagged} cases as findings. They must have the columns of a judged case, the month in
   * {@code period}, and of {@link Findings} value, n, tests, sentence_id and sentence_en.
   */
  static Dataset<Row> ofCases(Dataset<Row> flagged, DetectorEntry entry, Scene scene) {
    return rows(
        flagged.withColumn(Findings.CASE_IDS.name(), array(Cases.CASE_ID.col())),
        entry,
        scene,
        List.of(Cases.AGENCY_ID, Cases.CASE_ID));
  }

  /**
   * {@code flagged} officers, offices, agencies, services or pairs as findings. They must have
   * {@code subject}, the month in {@code period}, and of {@link Findings} value, n, tests,
   * case_ids, sentence_id and sentence_en.
   *
   * @param subject the columns that tell one subject from another, {@code agency_id} first; an
   *     applicant among them goes into the finding's id and nowhere else
   */
  static Dataset<Row> ofEntities(
      Dataset<Row> flagged, DetectorEntry entry, Scene scene, List<Field> subject) {
    return rows(flagged, entry, scene, subject);
  }

  /**
   * {@code flagged} subjects with {@link Findings#CASE_IDS}: up to 20 of their cases.
   *
   * @param cases theirs and others', with {@code subject}, {@code period} and {@code case_id}
   * @param first orders the cases of one subject; equal ones are ordered by case_id
   */
  static Dataset<Row> withCases(
      Dataset<Row> flagged, Dataset<Row> cases, List<Field> subject, Column first) {
    List<Field> key = new ArrayList<>(subject);
    key.add(Measurements.PERIOD);
    Column[] keys = key.stream().map(Field::col).toArray(Column[]::new);
    String[] names = key.stream().map(Field::name).toArray(String[]::new);
    Dataset<Row> listed =
        cases
            .join(broadcast(flagged.select(keys).distinct()), names)
            .withColumn(
                PLACE.name(),
                row_number().over(Window.partitionBy(keys).orderBy(first, Cases.CASE_ID.col())))
            .where(PLACE.col().leq(MOST_CASES))
            .groupBy(keys)
            .agg(Findings.CASE_IDS.is(array_sort(collect_list(Cases.CASE_ID.col()))));
    return flagged.join(broadcast(listed), names, "left");
  }

  private static Dataset<Row> rows(
      Dataset<Row> flagged, DetectorEntry entry, Scene scene, List<Field> subject) {
    List<String> present = Arrays.asList(flagged.columns());
    Column severity = lit(entry.severity());
    Dataset<Row> named =
        flagged
            .withColumn(Findings.FINDING_ID.name(), id(entry, subject))
            .withColumn(Findings.DETECTOR.name(), lit(entry.code()))
            .withColumn(Findings.PROBLEM.name(), lit(entry.problem()))
            .withColumn(Findings.SUBJECT_KIND.name(), lit(entry.subjectKind()))
            .withColumn(
                Findings.SEVERITY.name(),
                present.contains(Findings.SEVERITY.name())
                    ? coalesce(Findings.SEVERITY.col(), severity)
                    : severity)
            .withColumn(Findings.THRESHOLD.name(), lit(entry.threshold(scene.settings())))
            .withColumn(Findings.RULE_VERSION.name(), lit(String.valueOf(entry.version())))
            .withColumn(Findings.INNOCENT.name(), texts(entry.innocent()))
            .withColumn(Findings.NEXT_STEP.name(), lit(entry.nextStep()));
    return Findings.TABLE.complete(named);
  }

  private static Column texts(List<String> texts) {
    return array(texts.stream().map(text -> lit((Object) text)).toArray(Column[]::new));
  }

  /** Hash of detector, subject and period, and of nothing else, so that reruns find it again. */
  private static Column id(DetectorEntry entry, List<Field> subject) {
    List<Column> parts = new ArrayList<>();
    parts.add(lit(entry.code()));
    subject.forEach(field -> parts.add(coalesce(field.col(), lit(""))));
    parts.add(Measurements.PERIOD.col());
    Column joined = concat_ws("\u001f", parts.toArray(Column[]::new));
    return substring(sha2(joined, 256), 1, ID_DIGITS);
  }
}
