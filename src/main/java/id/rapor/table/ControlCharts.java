package id.rapor.table;

import java.util.List;

/** One row is one month of the control chart of one metric of one agency, all services together. */
public final class ControlCharts {
  public static final Field CENTRE =
      Field.required("centre", Field.REAL, "what the series wobbles about, in the metric's unit");
  public static final Field LOWER_LIMIT =
      Field.required("lower_limit", Field.REAL, "natural lower limit of this month's value");
  public static final Field UPPER_LIMIT =
      Field.required("upper_limit", Field.REAL, "natural upper limit of this month's value");
  public static final Field SIGNAL =
      Field.required(
          "signal",
          Field.TEXT,
          "the rule that fired: above_limit, below_limit, rising, falling, two_of_three_above,"
              + " two_of_three_below, seven_above, seven_below, none");
  public static final Field POINTS =
      Field.required("points", Field.WHOLE, "months of the chart; fewer than 13 tell little");
  public static final Field EXPECTED_SIGNALS =
      Field.required(
          "expected_signals",
          Field.REAL,
          "how many of the chart's months would be signalled if nothing had changed");

  public static final Table TABLE =
      new Table(
          "control_charts",
          "one month of the control chart of one metric of one agency",
          List.of(Measurements.PERIOD, Cases.AGENCY_ID, Measurements.METRIC),
          List.of(
              Measurements.PERIOD,
              Cases.AGENCY_ID,
              Measurements.METRIC,
              Measurements.VALUE,
              CENTRE,
              LOWER_LIMIT,
              UPPER_LIMIT,
              SIGNAL,
              POINTS,
              EXPECTED_SIGNALS));

  private ControlCharts() {}
}
