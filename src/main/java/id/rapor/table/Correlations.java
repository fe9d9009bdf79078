package id.rapor.table;

import java.util.List;

/** One row is how the sampling errors of two metrics go together in one period. */
public final class Correlations {
  public static final Field OTHER =
      Field.required("other_metric", Field.TEXT, "the other metric's code, after the first's");
  public static final Field CORRELATION =
      Field.required(
          "correlation",
          Field.REAL,
          "of what one row adds to the two values, within agencies, over the whole country; -1 to"
              + " 1");
  public static final Field ROWS =
      Field.required("rows", Field.WHOLE, "rows in the sample that count to both metrics");

  public static final Table TABLE =
      new Table(
          "correlations",
          "how the sampling errors of two metrics of one feed go together in one period",
          List.of(Measurements.PERIOD, Measurements.METRIC, OTHER),
          List.of(Measurements.PERIOD, Measurements.METRIC, OTHER, CORRELATION, ROWS));

  private Correlations() {}
}
