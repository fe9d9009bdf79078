package id.rapor.table;

import java.util.List;

/** One row is one agency in the funnel of one rate of one period. */
public final class Funnels {
  public static final Field TARGET =
      Field.required("target", Field.REAL, "the rate of all agencies together, in the rate's unit");
  public static final Field LOW_95 =
      Field.required("low_95", Field.REAL, "lower 95 % limit for an agency of its size; inside");
  public static final Field HIGH_95 =
      Field.required("high_95", Field.REAL, "upper 95 % limit; inside");
  public static final Field LOW_998 =
      Field.required("low_998", Field.REAL, "lower 99.8 % limit; inside");
  public static final Field HIGH_998 =
      Field.required("high_998", Field.REAL, "upper 99.8 % limit; inside");
  public static final Field PHI =
      Field.required(
          "phi", Field.REAL, "mean squared z of the metric and period: 1 = chance alone");
  public static final Field TAU2 =
      Field.required(
          "tau2",
          Field.REAL,
          "variance between agencies that the limits allow for, on the arcsine");
  public static final Field Z =
      Field.required("z", Field.REAL, "distance from the target in standard errors, with tau2");
  public static final Field READING =
      Field.required(
          "reading",
          Field.TEXT,
          "different (outside 99.8 %), watch (outside 95 %), no_evidence (of a difference)");

  public static final Table TABLE =
      new Table(
          "funnels",
          "one agency in the funnel of one rate of one period",
          List.of(Measurements.PERIOD, Measurements.METRIC, Cases.AGENCY_ID),
          List.of(
              Measurements.PERIOD,
              Measurements.METRIC,
              Cases.AGENCY_ID,
              Measurements.N,
              Measurements.VALUE,
              TARGET,
              LOW_95,
              HIGH_95,
              LOW_998,
              HIGH_998,
              PHI,
              TAU2,
              Z,
              Findings.P_VALUE,
              Findings.Q_VALUE,
              READING));

  private Funnels() {}
}
