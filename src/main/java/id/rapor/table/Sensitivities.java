package id.rapor.table;

import java.util.List;

/** One row is how far the overall rank of one agency depends on choices that could be others. */
public final class Sensitivities {
  public static final Field RANK_MEDIAN =
      Field.required("rank_median", Field.REAL, "middle rank over all choices drawn");
  public static final Field RANK_5 =
      Field.required("rank_5", Field.WHOLE, "5 % of the choices give a better rank than this");
  public static final Field RANK_95 =
      Field.required("rank_95", Field.WHOLE, "5 % of the choices give a worse rank than this");
  public static final Field WEIGHTS_SHARE = share("weights", "the weights, 25 % up or down");
  public static final Field NORMALISATION_SHARE =
      share("normalisation", "how values become points");
  public static final Field AGGREGATION_SHARE = share("aggregation", "how points become a score");
  public static final Field SAMPLING_SHARE = share("sampling", "sampling error");
  public static final Field WEIGHTS_TOTAL = total("weights");
  public static final Field NORMALISATION_TOTAL = total("normalisation");
  public static final Field AGGREGATION_TOTAL = total("aggregation");
  public static final Field SAMPLING_TOTAL = total("sampling");
  public static final Field DRAWS =
      Field.required("draws", Field.WHOLE, "how many sets of choices the ranks were told from");
  public static final Field ROBUSTNESS =
      Field.required(
          "robustness",
          Field.REAL,
          "of the period's whole table: mean rank correlation (Spearman) of the published ranks"
              + " with those under other choices; 1 = the same whatever is chosen");

  public static final Table TABLE =
      new Table(
          "sensitivities",
          "how far the overall rank of one agency depends on choices that could be others",
          List.of(Measurements.PERIOD, Cases.AGENCY_ID),
          List.of(
              Measurements.PERIOD,
              Cases.AGENCY_ID,
              League.RANK,
              RANK_MEDIAN,
              RANK_5,
              RANK_95,
              WEIGHTS_SHARE,
              NORMALISATION_SHARE,
              AGGREGATION_SHARE,
              SAMPLING_SHARE,
              WEIGHTS_TOTAL,
              NORMALISATION_TOTAL,
              AGGREGATION_TOTAL,
              SAMPLING_TOTAL,
              DRAWS,
              ROBUSTNESS,
              Findings.SENTENCE_ID,
              Findings.SENTENCE_EN));

  private Sensitivities() {}

  private static Field share(String name, String words) {
    return Field.optional(
        name + "_share",
        Field.REAL,
        "share of the rank's variance due to "
            + words
            + " alone (first-order Sobol index); an estimate, may lie below 0; empty where the"
            + " rank never moves");
  }

  private static Field total(String name) {
    return Field.optional(
        name + "_total", Field.REAL, "the same with all that it does together with the others");
  }
}
