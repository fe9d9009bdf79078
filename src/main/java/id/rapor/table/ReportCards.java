package id.rapor.table;

import java.util.List;

/** One row is one line of an agency's report card: a strength, or something to mend. */
public final class ReportCards {
  /** Value of {@link #KIND}: a metric that meets its standard. */
  public static final String STRENGTH = "strength";

  /** Value of {@link #KIND}: a metric that would raise the score most. */
  public static final String FIX = "fix";

  public static final Field KIND = Field.required("kind", Field.TEXT, "strength, fix");
  public static final Field PLACE =
      Field.required("place", Field.WHOLE, "1 to 3, the most telling first");
  public static final Field VALUE =
      Field.required("value", Field.REAL, "the value that is scored, in the metric's unit");
  public static final Field STANDARD =
      Field.required("standard", Field.REAL, "the value that scores 60, in the metric's unit");
  public static final Field TARGET =
      Field.required("target", Field.REAL, "the value that scores 100, in the metric's unit");
  public static final Field DISTANCE =
      Field.required(
          "distance",
          Field.REAL,
          "how far the value lies from the standard, in the metric's unit: above 0 on the better"
              + " side, below 0 on the worse");
  public static final Field POINTS =
      Field.required("points", Field.REAL, "0-100: 60 at the standard, 100 at the target");
  public static final Field GAIN =
      Field.optional(
          "gain",
          Field.REAL,
          "points that the overall score would rise by with this metric at its standard; at its"
              + " target, where it meets the standard; no more than a cap leaves, and empty without"
              + " an overall score");
  public static final Field SURE =
      Field.required(
          "sure", Field.TRUTH, "whether the 95 % interval lies on one side of the standard");
  public static final Field CONCERNED =
      Field.required(
          "concerned",
          Field.WHOLE,
          "rows of the feed that speak against the agency, where the metric counts such; else all"
              + " that it rests on");
  public static final Field COUNTED =
      Field.required("counted", Field.WHOLE, "rows of the feed that the metric rests on");
  public static final Field SOLUTIONS =
      Field.optional(
          "solutions",
          Field.TEXTS,
          "the cures it points to: S1 performance management, S2 training, S3 leadership, S4"
              + " procedures; empty where the metric names none");

  /** {@link Metrics#FACTORS}, of which a metric of the settings may name none. */
  public static final Field FACTORS =
      Field.optional("factors", Metrics.FACTORS.type(), Metrics.FACTORS.meaning());

  public static final Field SENTENCE_ID =
      Field.required("sentence_id", Field.TEXT, "the line in Indonesian");
  public static final Field SENTENCE_EN =
      Field.required("sentence_en", Field.TEXT, "the line in English");

  public static final Table TABLE =
      new Table(
          "report_cards",
          "one line of an agency's report card: a strength, or something to mend",
          List.of(Measurements.PERIOD, Cases.AGENCY_ID, KIND, PLACE),
          List.of(
              Measurements.PERIOD,
              Cases.AGENCY_ID,
              KIND,
              PLACE,
              Measurements.METRIC,
              Metrics.PERSPECTIVE,
              Metrics.UNIT,
              VALUE,
              STANDARD,
              TARGET,
              DISTANCE,
              POINTS,
              GAIN,
              SURE,
              CONCERNED,
              COUNTED,
              Metrics.FEED,
              SOLUTIONS,
              FACTORS,
              SENTENCE_ID,
              SENTENCE_EN));

  private ReportCards() {}
}
