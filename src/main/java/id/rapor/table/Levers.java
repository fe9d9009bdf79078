package id.rapor.table;

import java.util.List;

/** One row is the metric that would raise the overall rank of one agency most. */
public final class Levers {
  public static final Field STANDARD_VALUE =
      Field.required(
          "standard_value", Field.REAL, "the value that meets the standard, in the metric's unit");
  public static final Field SCORE_THEN =
      Field.required("score_then", Field.REAL, "the overall score with it, 0-100");
  public static final Field RANK_THEN =
      Field.required("rank_then", Field.WHOLE, "the rank with it, all others as they are");
  public static final Field RANK_GAIN = Field.required("rank_gain", Field.WHOLE, "places risen");
  public static final Field CASES =
      Field.optional(
          "cases",
          Field.WHOLE,
          "how many cases, answers or posts more (or fewer, where lower is better) that takes;"
              + " empty where the metric is not a percentage of a count");

  public static final Table TABLE =
      new Table(
          "levers",
          "the metric whose reaching its standard would raise the rank of one agency most",
          List.of(Measurements.PERIOD, Cases.AGENCY_ID),
          List.of(
              Measurements.PERIOD,
              Cases.AGENCY_ID,
              Measurements.METRIC,
              Measurements.VALUE,
              STANDARD_VALUE,
              PerspectiveScores.SCORE,
              SCORE_THEN,
              League.RANK,
              RANK_THEN,
              RANK_GAIN,
              CASES));

  private Levers() {}
}
