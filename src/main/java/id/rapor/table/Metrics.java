package id.rapor.table;

import java.util.List;

/** One row is one entry of the metric catalogue, as the run's settings have it. */
public final class Metrics {
  public static final Field CODE =
      Field.required("code", Field.TEXT, "the metric's code; never changes");
  public static final Field NAME_ID = Agencies.NAME_ID;
  public static final Field NAME_EN = Agencies.NAME_EN;
  public static final Field QUESTION_ID =
      Field.required("question_id", Field.TEXT, "the question it answers, in Indonesian");
  public static final Field QUESTION_EN =
      Field.required("question_en", Field.TEXT, "the question it answers, in English");
  public static final Field PERSPECTIVE =
      Field.required("perspective", Field.TEXT, "finance, process, customer, growth");
  public static final Field DIRECTION =
      Field.required("direction", Field.TEXT, "higher, lower, context");
  public static final Field UNIT = Field.required("unit", Field.TEXT, "the value's unit");
  public static final Field STANDARD =
      Field.optional("standard", Field.REAL, "the value that scores 60");
  public static final Field TARGET =
      Field.optional("target", Field.REAL, "the value that scores 100");
  public static final Field WEIGHT =
      Field.required("weight", Field.REAL, "weight within the perspective; 0 when not scored");
  public static final Field MINIMUM_N =
      Field.required("minimum_n", Field.WHOLE, "least n that is published, inclusive");
  public static final Field FORMULA = Field.required("formula", Field.TEXT, "how it is computed");
  public static final Field FEED =
      Field.required(
          "feed", Field.TEXT, "the feed whose rows it counts: errors of one feed go together");
  public static final Field PROBLEMS =
      Field.required("problems", Field.TEXTS, "the ills it shows, P1-P5");
  public static final Field SOLUTIONS =
      Field.required("solutions", Field.TEXTS, "the cures it informs, S1-S4");
  public static final Field FACTORS =
      Field.required("factors", Field.TEXTS, "leadership, team, system, situation, personal");
  public static final Field AUTHORITY =
      Field.required("source", Field.TEXT, "the law or paper that it comes from");

  public static final Field FORM =
      Field.optional(
          "form",
          Field.TEXT,
          "how numerator and denominator make the value: share, mean, ratio, rate, census, ...");

  public static final Table TABLE =
      new Table(
          "metrics",
          "one entry of the metric catalogue",
          List.of(CODE),
          List.of(
              CODE,
              NAME_ID,
              NAME_EN,
              QUESTION_ID,
              QUESTION_EN,
              PERSPECTIVE,
              DIRECTION,
              UNIT,
              STANDARD,
              TARGET,
              WEIGHT,
              MINIMUM_N,
              FORMULA,
              FEED,
              PROBLEMS,
              SOLUTIONS,
              FACTORS,
              AUTHORITY,
              FORM));

  private Metrics() {}
}
