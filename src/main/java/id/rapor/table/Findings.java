package id.rapor.table;

import java.util.List;

/** One row is one lead of one detector: worth a look, never an accusation. */
public final class Findings {
  public static final Field FINDING_ID =
      Field.required("finding_id", Field.TEXT, "hash of detector, subject and period");
  public static final Field DETECTOR =
      Field.required("detector", Field.TEXT, "the detector's code");
  public static final Field PROBLEM =
      Field.required("problem", Field.TEXT, "the ill it points at, P1-P5");
  public static final Field SUBJECT_KIND =
      Field.required(
          "subject_kind", Field.TEXT, "case, officer, office, agency, agency_service, pair");
  public static final Field SEVERITY = Field.required("severity", Field.TEXT, "low, medium, high");
  public static final Field VALUE = Field.required("value", Field.REAL, "what was seen");
  public static final Field BASELINE =
      Field.optional("baseline", Field.REAL, "what was to be expected");
  public static final Field EFFECT = Field.optional("effect", Field.REAL, "value against baseline");
  public static final Field P_VALUE =
      Field.optional(
          "p_value", Field.REAL, "chance of it among clean peers; empty for a legal rule");
  public static final Field Q_VALUE =
      Field.optional(
          "q_value",
          Field.REAL,
          "false discovery rate at which it is found; empty for a legal rule");
  public static final Field TESTS =
      Field.required("tests", Field.WHOLE, "subjects tested in this detector and period");
  public static final Field AMOUNT_AT_RISK =
      Field.optional("amount_at_risk", Field.MONEY, "money at stake");
  public static final Field THRESHOLD =
      Field.required("threshold", Field.TEXT, "the threshold and where it comes from");
  public static final Field RULE_VERSION =
      Field.required("rule_version", Field.TEXT, "version of the detector's rule");
  public static final Field FLAGGED_SHARE =
      Field.optional(
          "flagged_share", Field.REAL, "share of those tested that the detector found, 0 to 1");
  public static final Field CROWDED =
      Field.required(
          "crowded",
          Field.TRUTH,
          "the detector found more than its most_flagged share: look at data and rule first");
  public static final Field INNOCENT =
      Field.required("innocent", Field.TEXTS, "known innocent explanations");
  public static final Field NEXT_STEP =
      Field.required("next_step", Field.TEXT, "what an inspector does with it");
  public static final Field CASE_IDS = Field.required("case_ids", Field.TEXTS, "up to 20 cases");
  public static final Field SENTENCE_ID =
      Field.required("sentence_id", Field.TEXT, "what was seen, in Indonesian");
  public static final Field SENTENCE_EN =
      Field.required("sentence_en", Field.TEXT, "what was seen, in English");

  public static final Table TABLE =
      new Table(
          "findings",
          "one lead of one detector",
          List.of(FINDING_ID),
          List.of(
              FINDING_ID,
              DETECTOR,
              PROBLEM,
              SUBJECT_KIND,
              Measurements.PERIOD,
              Cases.AGENCY_ID,
              Cases.OFFICE_ID,
              Cases.SERVICE_ID,
              Cases.CASE_ID,
              Cases.OFFICER_ID,
              SEVERITY,
              VALUE,
              BASELINE,
              EFFECT,
              Measurements.N,
              P_VALUE,
              Q_VALUE,
              TESTS,
              AMOUNT_AT_RISK,
              THRESHOLD,
              Standards.LEGAL_BASIS,
              CASE_IDS,
              SENTENCE_ID,
              SENTENCE_EN,
              RULE_VERSION,
              FLAGGED_SHARE,
              CROWDED,
              INNOCENT,
              NEXT_STEP));

  private Findings() {}
}
