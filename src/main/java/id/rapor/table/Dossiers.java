package id.rapor.table;

import java.util.List;

/**
 * One row is one finding as analysts get it, with names and with what was decided: the first five
 * columns are those of {@code decisions.csv}. It is made when it is asked for and never stored.
 */
public final class Dossiers {
  public static final Field DETECTOR_NAME =
      Field.required("detector_name", Field.TEXT, "what the detector is called");
  public static final Field AGENCY_NAME =
      Field.optional("agency_name", Field.TEXT, "what the agency is called");
  public static final Field SERVICE_NAME =
      Field.optional("service_name", Field.TEXT, "what the service is called");

  public static final Table TABLE =
      new Table(
          "findings",
          "one finding, with what was decided about it",
          List.of(Findings.FINDING_ID),
          List.of(
              Findings.FINDING_ID,
              Decisions.DECISION,
              Decisions.REASON,
              Decisions.DECIDED_ON,
              Decisions.DECIDED_BY,
              Findings.SEVERITY,
              Findings.DETECTOR,
              DETECTOR_NAME,
              Findings.PROBLEM,
              Measurements.PERIOD,
              Cases.AGENCY_ID,
              AGENCY_NAME,
              Findings.SUBJECT_KIND,
              Cases.OFFICE_ID,
              Cases.SERVICE_ID,
              SERVICE_NAME,
              Cases.CASE_ID,
              Cases.OFFICER_ID,
              Findings.SENTENCE_ID,
              Findings.SENTENCE_EN,
              Findings.VALUE,
              Findings.BASELINE,
              Findings.EFFECT,
              Measurements.N,
              Findings.P_VALUE,
              Findings.Q_VALUE,
              Findings.TESTS,
              Findings.AMOUNT_AT_RISK,
              Findings.THRESHOLD,
              Standards.LEGAL_BASIS,
              Findings.INNOCENT,
              Findings.NEXT_STEP,
              Findings.CASE_IDS,
              Findings.FLAGGED_SHARE,
              Findings.CROWDED,
              Findings.RULE_VERSION));

  private Dossiers() {}
}
