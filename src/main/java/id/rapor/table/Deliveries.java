package id.rapor.table;

import java.util.List;

/** Reference: one row says who was to deliver what by when. */
public final class Deliveries {
  public static final Field FEED = Field.required("feed", Field.TEXT, "the feed");
  public static final Field DUE_ON = Field.required("due_on", Field.DAY, "the last day in time");

  public static final Field DELIVERED_ON =
      Field.optional(
          "delivered_on",
          Field.DAY,
          "the day on which it came in, as the receiving desk noted; empty = as the file's time says");

  public static final Table TABLE =
      new Table(
          "deliveries",
          "one delivery that is due",
          List.of(Provenance.SOURCE, FEED, Cases.AGENCY_ID, Staffing.PERIOD),
          List.of(Provenance.SOURCE, FEED, Cases.AGENCY_ID, Staffing.PERIOD, DUE_ON, DELIVERED_ON));

  private Deliveries() {}
}
