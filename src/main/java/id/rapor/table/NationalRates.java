package id.rapor.table;

import java.util.List;

/**
 * One row is what the nation's agencies add up to in one stratum of a period, for one metric that
 * is adjusted for the mix of cases. Such rows of one period, laid beside the reference tables, are
 * the fixed reference of all later ones.
 */
public final class NationalRates {
  public static final Field AGENCIES =
      Field.required("agencies", Field.WHOLE, "agencies in the stratum, 3 at least");
  public static final Field NUMERATOR =
      Field.required("numerator", Field.MONEY, "sum above the line, of all agencies");
  public static final Field DENOMINATOR =
      Field.required("denominator", Field.MONEY, "sum below the line, of all agencies");

  public static final Table TABLE =
      new Table(
          "national_rates",
          "one stratum, period and metric",
          List.of(
              Measurements.PERIOD,
              Measurements.METRIC,
              Cases.SERVICE_ID,
              Cases.SERVICE_CLASS,
              Cases.CHANNEL),
          List.of(
              Measurements.PERIOD,
              Measurements.METRIC,
              Cases.SERVICE_ID,
              Cases.SERVICE_CLASS,
              Cases.CHANNEL,
              AGENCIES,
              NUMERATOR,
              DENOMINATOR));

  private NationalRates() {}
}
