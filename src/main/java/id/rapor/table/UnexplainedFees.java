package id.rapor.table;

import java.util.List;

/**
 * One row is what applicants of one agency, office and service paid in one month beyond what the
 * tariffs ask, as far as it is not explained.
 */
public final class UnexplainedFees {
  public static final Field CASES =
      Field.required("cases", Field.WHOLE, "cases in which more was paid, each once");
  public static final Field AMOUNT =
      Field.required("amount", Field.MONEY, "what was paid beyond the tariffs");
  public static final Field LOW =
      Field.required("low", Field.MONEY, "lower end of its 95 % interval, at least 0");
  public static final Field HIGH =
      Field.required("high", Field.MONEY, "upper end of its 95 % interval");

  public static final Table TABLE =
      new Table(
          "unexplained_fees",
          "what was paid beyond the tariffs at one agency, office and service in one month",
          List.of(Measurements.PERIOD, Cases.AGENCY_ID, Cases.OFFICE_ID, Cases.SERVICE_ID),
          List.of(
              Measurements.PERIOD,
              Cases.AGENCY_ID,
              Cases.OFFICE_ID,
              Cases.SERVICE_ID,
              CASES,
              AMOUNT,
              LOW,
              HIGH));

  private UnexplainedFees() {}
}
