package id.rapor.table;

import java.util.List;

/** One row is what one metric says of one agency and service in one period. */
public final class Measurements {
  /** The service code that stands for all services together. */
  public static final String ALL_SERVICES = "*";

  public static final Field PERIOD =
      Field.required("period", Field.TEXT, "2025-03, 2025-Q1, 2025-H1, 2025 or a span 2024..2025");
  public static final Field METRIC = Field.required("metric", Field.TEXT, "the metric's code");
  public static final Field N =
      Field.required("n", Field.WHOLE, "how many cases, answers or officers it rests on");
  public static final Field NUMERATOR =
      Field.optional("numerator", Field.REAL, "what was counted or summed");
  public static final Field DENOMINATOR =
      Field.optional("denominator", Field.REAL, "what it is divided by");
  public static final Field VALUE =
      Field.optional("value", Field.REAL, "the crude value, in the metric's unit");
  public static final Field STANDARD_ERROR =
      Field.optional("standard_error", Field.REAL, "of the crude value; 0 for a census");
  public static final Field LOW =
      Field.optional("low", Field.REAL, "lower end of the 95 % interval");
  public static final Field HIGH =
      Field.optional("high", Field.REAL, "upper end of the 95 % interval");
  public static final Field ADJUSTED_VALUE =
      Field.optional(
          "adjusted_value", Field.REAL, "case-mix adjusted value; empty where the metric has none");
  public static final Field ADJUSTED_ERROR =
      Field.optional(
          "adjusted_error",
          Field.REAL,
          "standard error of the adjusted value; empty where the metric has none");
  public static final Field EXPECTED =
      Field.optional(
          "expected",
          Field.REAL,
          "the numerator that its mix of service, class and channel would have at the national"
              + " rates; empty where the metric is not adjusted");
  public static final Field UNADJUSTED_SHARE =
      Field.optional(
          "unadjusted_share",
          Field.REAL,
          "share of the denominator in strata of fewer than 3 agencies, which are left as they"
              + " are, 0-1");
  public static final Field SHRUNKEN_VALUE =
      Field.optional(
          "shrunken_value",
          Field.REAL,
          "the value drawn towards the mean of all agencies by 1 - reliability; shown, never"
              + " scored");
  public static final Field DETAIL =
      Field.optional(
          "detail", Field.TEXT, "a word on the value: the grade, the element, the groups compared");
  public static final Field RELIABILITY =
      Field.optional(
          "reliability",
          Field.REAL,
          "share of the variance between agencies that is real, 0-1; empty where the metric has none");
  public static final Field ANCHOR_SCALE =
      Field.optional(
          "anchor_scale",
          Field.REAL,
          "what the value is divided by before it is held against the anchors; empty = cannot be scored");
  public static final Field STATUS =
      Field.required("status", Field.TEXT, "published, too_few, no_data, low_quality, not_rated");

  public static final Table TABLE =
      new Table(
          "measurements",
          "what one metric says of one agency and service in one period",
          List.of(PERIOD, Cases.AGENCY_ID, Cases.SERVICE_ID, METRIC),
          List.of(
              PERIOD,
              Cases.AGENCY_ID,
              Cases.SERVICE_ID,
              METRIC,
              Metrics.PERSPECTIVE,
              Metrics.DIRECTION,
              Metrics.UNIT,
              N,
              NUMERATOR,
              DENOMINATOR,
              VALUE,
              STANDARD_ERROR,
              LOW,
              HIGH,
              ADJUSTED_VALUE,
              RELIABILITY,
              ANCHOR_SCALE,
              STATUS,
              EXPECTED,
              UNADJUSTED_SHARE,
              SHRUNKEN_VALUE,
              DETAIL,
              ADJUSTED_ERROR));

  private Measurements() {}
}
