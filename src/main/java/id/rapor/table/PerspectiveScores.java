package id.rapor.table;

import java.util.List;

/** One row is the score of one perspective of one agency in one period. */
public final class PerspectiveScores {
  public static final Field SCORE =
      Field.optional("score", Field.REAL, "0-100: 60 is the standard, 100 the target; unrounded");
  public static final Field STANDARD_ERROR =
      Field.optional("standard_error", Field.REAL, "of the score, before clipping at the anchors");
  public static final Field LOW =
      Field.optional("low", Field.REAL, "lower end of the 95 % interval, at least 0");
  public static final Field HIGH =
      Field.optional("high", Field.REAL, "upper end of the 95 % interval, at most 100");
  public static final Field COVERAGE =
      Field.required("coverage", Field.REAL, "share of the weight that has a value, 0-1");
  public static final Field REASON = Field.optional("reason", Field.TEXT, "why there is no score");

  /** The reason of a perspective that does not apply, as the settings score no metric of it. */
  public static final String NOT_APPLICABLE = "no metric of this perspective is scored";

  public static final Table TABLE =
      new Table(
          "perspective_scores",
          "the score of one perspective of one agency in one period",
          List.of(Measurements.PERIOD, Cases.AGENCY_ID, Metrics.PERSPECTIVE),
          List.of(
              Measurements.PERIOD,
              Cases.AGENCY_ID,
              Metrics.PERSPECTIVE,
              SCORE,
              STANDARD_ERROR,
              LOW,
              HIGH,
              COVERAGE,
              Measurements.STATUS,
              REASON));

  private PerspectiveScores() {}
}
