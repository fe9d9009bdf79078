package id.rapor.table;

import java.util.List;

/**
 * One row is one finding that still needs a look: neither explained nor dismissed, with what was
 * decided and how long the same has been found.
 */
public final class Leads {
  public static final Field MONTHS_FOUND =
      Field.required(
          "months_found",
          Field.WHOLE,
          "in how many of the last three months, its own included, the same subject was found");

  public static final Table TABLE =
      new Table(
          "leads",
          "one finding that still needs a look",
          List.of(Findings.FINDING_ID),
          List.of(
              Findings.FINDING_ID,
              Findings.DETECTOR,
              Findings.SUBJECT_KIND,
              Measurements.PERIOD,
              Cases.AGENCY_ID,
              Cases.OFFICE_ID,
              Cases.SERVICE_ID,
              Cases.CASE_ID,
              Cases.OFFICER_ID,
              Findings.SEVERITY,
              Findings.CROWDED,
              MONTHS_FOUND,
              Findings.AMOUNT_AT_RISK,
              Findings.SENTENCE_ID,
              Findings.SENTENCE_EN,
              Decisions.DECISION,
              Decisions.REASON,
              Decisions.DECIDED_ON,
              Decisions.DECIDED_BY));

  private Leads() {}
}
