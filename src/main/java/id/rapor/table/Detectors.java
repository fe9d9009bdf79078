package id.rapor.table;

import java.util.List;

/** One row is one entry of the detector catalogue, as the run's settings have it. */
public final class Detectors {
  public static final Field FAMILY =
      Field.required(
          "family", Field.TEXT, "fees, durations, procedure, unequal_treatment, orientation");
  public static final Field SUBJECT_KIND = Findings.SUBJECT_KIND;
  public static final Field LACKS =
      Field.required(
          "lacks",
          Field.TEXTS,
          "the columns that it needs and that the data does not fill; if any, it stays silent");

  public static final Table TABLE =
      new Table(
          "detectors",
          "one entry of the detector catalogue",
          List.of(Metrics.CODE),
          List.of(
              Metrics.CODE,
              Metrics.NAME_ID,
              Metrics.NAME_EN,
              Metrics.QUESTION_ID,
              Metrics.QUESTION_EN,
              FAMILY,
              SUBJECT_KIND,
              Findings.SEVERITY,
              Findings.THRESHOLD,
              Metrics.PROBLEMS,
              Metrics.SOLUTIONS,
              Metrics.FACTORS,
              Findings.INNOCENT,
              Findings.NEXT_STEP,
              Metrics.AUTHORITY,
              Findings.RULE_VERSION,
              LACKS));

  private Detectors() {}
}
