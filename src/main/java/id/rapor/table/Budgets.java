package id.rapor.table;

import static id.rapor.table.Cases.AGENCY_ID;
import static id.rapor.table.Staffing.PERIOD;

import java.util.List;

/** One row is an agency's money in one month. */
public final class Budgets {
  public static final Field ALLOCATED =
      Field.optional("allocated", Field.MONEY, "budget for the month");
  public static final Field REALISED =
      Field.optional("realised", Field.MONEY, "spent in the month");
  public static final Field NON_TAX_REVENUE =
      Field.optional("non_tax_revenue", Field.MONEY, "service revenue booked in the month");

  public static final Feed FEED =
      Feed.of(
          "budgets",
          "an agency's money in one month",
          List.of(AGENCY_ID, PERIOD),
          List.of(AGENCY_ID, PERIOD, ALLOCATED, REALISED, NON_TAX_REVENUE));

  private Budgets() {}
}
