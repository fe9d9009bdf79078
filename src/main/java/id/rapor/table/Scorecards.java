package id.rapor.table;

import static id.rapor.table.PerspectiveScores.COVERAGE;
import static id.rapor.table.PerspectiveScores.HIGH;
import static id.rapor.table.PerspectiveScores.LOW;
import static id.rapor.table.PerspectiveScores.REASON;
import static id.rapor.table.PerspectiveScores.SCORE;
import static id.rapor.table.PerspectiveScores.STANDARD_ERROR;

import java.util.List;

/** One row is the balanced scorecard of one agency in one period. */
public final class Scorecards {
  /** Between the kind of body and the range of its volume, as in {@code city:30-299}. */
  public static final String VOLUME = ":";

  public static final Field PEER_GROUP =
      Field.required(
          "peer_group",
          Field.TEXT,
          "the agencies it is compared with: body_type, with the range of cases handed in per month"
              + " where enough agencies share it, as in city:30-299");
  public static final Field FINANCE = perspective("finance");
  public static final Field PROCESS = perspective("process");
  public static final Field CUSTOMER = perspective("customer");
  public static final Field GROWTH = perspective("growth");
  public static final Field GRADE =
      Field.optional("grade", Field.TEXT, "A 85, B 70, C 60, D 40 (lower bounds), else E");
  public static final Field UNCAPPED_SCORE =
      Field.optional(
          "uncapped_score", Field.REAL, "what the score was before the cap; empty without a cap");
  public static final Field CAP_REASON =
      Field.optional("cap_reason", Field.TEXT, "the confirmed breaches that cap the score");
  public static final Field CAP =
      Field.optional(
          "cap", Field.REAL, "the highest score that these leave, 0-100; empty without any");

  public static final Table TABLE =
      new Table(
          "scorecards",
          "the balanced scorecard of one agency in one period",
          List.of(Measurements.PERIOD, Cases.AGENCY_ID),
          List.of(
              Measurements.PERIOD,
              Cases.AGENCY_ID,
              PEER_GROUP,
              FINANCE,
              PROCESS,
              CUSTOMER,
              GROWTH,
              SCORE,
              STANDARD_ERROR,
              LOW,
              HIGH,
              COVERAGE,
              GRADE,
              Measurements.STATUS,
              REASON,
              UNCAPPED_SCORE,
              CAP_REASON,
              CAP));

  private Scorecards() {}

  private static Field perspective(String name) {
    return Field.optional(name, Field.REAL, "score of the " + name + " perspective, 0-100");
  }
}
