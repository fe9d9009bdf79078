package id.rapor.table;

import static id.rapor.table.PerspectiveScores.REASON;

import java.util.List;

/** One row is the place of one agency in one league table of one period. */
public final class League {
  /** The peer group of the whole country. */
  public static final String WHOLE_COUNTRY = "*";

  /** The league of the balanced score of all perspectives. */
  public static final String OVERALL = "overall";

  /** Decimals of a published score: two scores equal at these share a rank label. */
  public static final int SCORE_DECIMALS = 2;

  /** A league by one service is named by this and the service's code. */
  public static final String SERVICE = "service:";

  public static final Field LEAGUE =
      Field.required(
          "league", Field.TEXT, "overall, a perspective, a metric, or service:<service_id>");
  public static final Field RANK =
      Field.optional(
          "rank", Field.WHOLE, "1 + how many score higher, unrounded; empty when not ranked");
  public static final Field RANK_LABEL =
      Field.optional(
          "rank_label", Field.TEXT, "rank at published precision; = marks those who share it");
  public static final Field RANK_LOW =
      Field.optional("rank_low", Field.WHOLE, "best rank in the 95 % confidence set");
  public static final Field RANK_HIGH =
      Field.optional("rank_high", Field.WHOLE, "worst rank in the 95 % confidence set");
  public static final Field SCORE =
      Field.optional(
          PerspectiveScores.SCORE.name(),
          Field.REAL,
          "what is ranked, unrounded: overall and by perspective points of 0-100, where 60 is the"
              + " standard and 100 the target; by metric or service the metric's value in its unit,"
              + " adjusted where the metric is");
  public static final Field BADGE =
      Field.optional("badge", Field.TEXT, "top, bottom, not_told_apart");
  public static final Field BETTER_THAN =
      Field.optional("better_than", Field.WHOLE, "agencies it is shown to be better than");
  public static final Field WORSE_THAN =
      Field.optional("worse_than", Field.WHOLE, "agencies shown to be better than it");
  public static final Field P_TOP =
      Field.optional("p_top", Field.REAL, "probability of being among the first ten");
  public static final Field PREVIOUS_RANK =
      Field.optional(
          "previous_rank", Field.WHOLE, "rank in the period before, recomputed on today's data");
  public static final Field SIMULTANEOUS_LOW =
      Field.optional(
          "simultaneous_low",
          Field.WHOLE,
          "best rank in the set of those that hold for all agencies at once with 95 %");
  public static final Field SIMULTANEOUS_HIGH =
      Field.optional("simultaneous_high", Field.WHOLE, "worst rank in that set");
  public static final Field TAU_BEST =
      Field.optional(
          "tau_best", Field.TRUTH, "among those that cannot be told apart from the first ten");
  public static final Field TAU_WORST =
      Field.optional(
          "tau_worst", Field.TRUTH, "among those that cannot be told apart from the last ten");
  public static final Field MOVEMENT_TOLD =
      Field.optional(
          "movement_told",
          Field.TRUTH,
          "whether the movement can be told from none: the sets of both ranks do not meet");
  public static final Field MOVEMENT =
      Field.optional("movement", Field.WHOLE, "previous rank - rank: positive = risen");

  public static final Field SIGNAL =
      Field.optional(
          "signal",
          Field.TEXT,
          "the rule that fired on the control chart of the metric in this month, as in"
              + " control_charts; empty for other tables and longer periods");
  public static final Field CONTESTED =
      Field.optional(
          "contested",
          Field.TRUTH,
          "whether the agency says that it is wrong; empty without a reply");
  public static final Field REPLY = Field.optional("reply", Field.TEXT, "the agency's reply");

  /** What ranking makes. */
  public static final Table RANKS =
      new Table(
          "league",
          "the place of one agency in one league table of one period",
          List.of(Measurements.PERIOD, LEAGUE, Scorecards.PEER_GROUP, Cases.AGENCY_ID),
          List.of(
              Measurements.PERIOD,
              LEAGUE,
              Scorecards.PEER_GROUP,
              Cases.AGENCY_ID,
              RANK,
              RANK_LABEL,
              RANK_LOW,
              RANK_HIGH,
              SCORE,
              BADGE,
              BETTER_THAN,
              WORSE_THAN,
              P_TOP,
              PREVIOUS_RANK,
              MOVEMENT,
              Measurements.STATUS,
              REASON,
              SIMULTANEOUS_LOW,
              SIMULTANEOUS_HIGH,
              TAU_BEST,
              TAU_WORST,
              MOVEMENT_TOLD));

  /** With what the control charts signal and the agencies reply. */
  public static final Table TABLE = RANKS.with(List.of(SIGNAL, CONTESTED, REPLY));

  private League() {}
}
