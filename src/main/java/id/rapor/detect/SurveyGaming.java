package id.rapor.detect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Surveys;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Answers that look as if given for the applicants: all nine elements at 4, and three or more such
 * answers from one device on one day or in one minute. An agency that people truly praise has the
 * first without the second, a kiosk the second without the first.
 */
final class SurveyGaming implements Detector {
  private static final Parameter LEAST = ShareRule.least(30, "answers");
  private static final Parameter TIMES = ShareRule.times(2);
  private static final Parameter ABOVE = ShareRule.above(0.2);
  private static final Parameter BURST =
      new Parameter(
          "burst", 3, "such answers from one device and day, or minute, inclusive", "own");

  private static final Field TOP =
      Field.required("all_at_top", Field.TRUTH, "every element was answered with 4");
  private static final Field FROM_DEVICE =
      Field.required("from_device", Field.WHOLE, "such answers from the device on that day");
  private static final Field IN_MINUTE =
      Field.required("in_minute", Field.WHOLE, "such answers in that minute");

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "survey_gaming",
          1,
          new Words("Survei diisi tidak wajar", "Survey answers in bursts"),
          new Words(
              "Apakah survei diisi serentak dengan nilai tertinggi?",
              "Are surveys filled in by the batch with top marks?"),
          "orientation",
          "agency",
          "low",
          ShareRule.told("answers with top marks throughout in a burst of at least {burst}"),
          List.of(new Need(Surveys.FEED.table(), Surveys.ANSWERED_AT)),
          List.of(Screen.Q, TIMES, ABOVE, LEAST, BURST),
          List.of("P5"),
          List.of("S3", "S1"),
          List.of("leadership", "system"),
          List.of("people are truly content", "answers typed in from paper"),
          "Ask how the answers were collected and call ten of those who answered.",
          "own; straight-lining and bursts");

  private static final ShareRule RULE =
      new ShareRule(
          ENTRY,
          LEAST,
          TIMES,
          ABOVE,
          new Words("jawaban survei", "survey answers"),
          new Words(
              "bernilai tertinggi seluruhnya dan masuk serentak",
              "had top marks throughout and came in bursts"));

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    double burst = scene.value(ENTRY, BURST);
    Column[] elements = Surveys.ELEMENTS.stream().map(Field::col).toArray(Column[]::new);
    Column all = Stream.of(elements).map(one -> one.equalTo(4)).reduce(Column::and).orElseThrow();
    Dataset<Row> answers =
        scene
            .dated(scene.table(Surveys.FEED.table()), Surveys.ANSWERED_AT)
            .where(greatest(elements).isNotNull())
            .withColumn(TOP.name(), coalesce(all, lit(false)));
    return RULE.findings(
        scene,
        counted(answers)
            .withColumn(ShareRule.STRATUM.name(), lit(""))
            .withColumn(
                ShareRule.HIT.name(),
                TOP.col().and(FROM_DEVICE.col().geq(burst).or(IN_MINUTE.col().geq(burst)))));
  }

  private static Dataset<Row> counted(Dataset<Row> answers) {
    Column top = count(when(TOP.col(), 1));
    Column day = Kinds.day(Surveys.ANSWERED_AT);
    Column minute = date_trunc("minute", Surveys.ANSWERED_AT.col());
    Column fromDevice =
        top.over(Window.partitionBy(Cases.AGENCY_ID.col(), Surveys.DEVICE_ID.col(), day));
    return answers
        .withColumn(
            FROM_DEVICE.name(), when(Surveys.DEVICE_ID.col().isNotNull(), fromDevice).otherwise(0L))
        .withColumn(IN_MINUTE.name(), top.over(Window.partitionBy(Cases.AGENCY_ID.col(), minute)));
  }
}
