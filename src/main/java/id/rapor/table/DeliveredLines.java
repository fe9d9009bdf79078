package id.rapor.table;

import java.util.List;

/** One row is what became of the lines that one file brought of one agency and month. */
public final class DeliveredLines {
  public static final Field MONTH =
      Field.optional(
          "month",
          Field.TEXT,
          "YYYY-MM of the newest event that a line tells of, in the agency's zone; else of its recording");
  public static final Field WARNED =
      Field.required(
          "warned", Field.WHOLE, "records not refused that break a rule which only marks them");

  public static final Table TABLE =
      new Table(
          "delivered_lines",
          "what became of the lines that one file brought of one agency and month",
          List.of(Provenance.DELIVERY, Cases.AGENCY_ID, MONTH),
          List.of(
              Provenance.DELIVERY,
              Provenance.SOURCE,
              Provenance.FILE,
              Quarantine.FEED,
              Cases.AGENCY_ID,
              MONTH,
              Files.LINES,
              Files.ACCEPTED,
              Files.SUPERSEDED,
              Files.REFUSED,
              WARNED,
              Provenance.RUN_ID));

  /** Stands for all feeds together where one is to be named. */
  public static final Feed EVERY_FEED = new Feed("all", List.of(), TABLE);

  private DeliveredLines() {}
}
