package id.rapor.table;

import java.util.List;

/** One row is one month of one period that is computed; on the way only, never stored. */
public final class PeriodMonths {
  public static final Field MONTH = Field.required("month", Field.TEXT, "the month, YYYY-MM");
  public static final Field FIRST_DAY =
      Field.required("first_day", Field.DAY, "first day of the period");
  public static final Field END_DAY =
      Field.required("end_day", Field.DAY, "the day after the period");

  public static final Field MERGING =
      Field.required(
          "merging", Field.TEXT, "flow: every month; stock: the last; year: twelve up to the last");

  public static final Table TABLE =
      new Table(
          "period_months",
          "one month of one period that is computed",
          List.of(Measurements.PERIOD, MERGING, MONTH),
          List.of(Measurements.PERIOD, MERGING, MONTH, FIRST_DAY, END_DAY));

  private PeriodMonths() {}
}
