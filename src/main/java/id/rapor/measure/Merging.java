package id.rapor.measure;

import java.util.Locale;

/** How the months of a period make one figure. */
enum Merging {
  /** Sums over the period's months. */
  FLOW,
  /** Sums over the period's months, where n is that of the largest month: of officers. */
  STAFF,
  /** The last month that the agency reported on within the period. */
  LATEST,
  /** The period's last month, or that of as-of in a period that has not ended. */
  STOCK,
  /** Sums over the twelve months up to the period's last one. */
  YEAR;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The months that it takes, as {@link id.rapor.table.PeriodMonths#MERGING} has them. */
  String months() {
    return this == STOCK || this == YEAR ? code() : FLOW.code();
  }
}
