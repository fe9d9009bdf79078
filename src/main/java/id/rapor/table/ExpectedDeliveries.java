package id.rapor.table;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One row is one delivery that an agency owed, and whether it came. */
public final class ExpectedDeliveries {
  public static final Field DELIVERED_AT =
      Field.optional(
          "delivered_at",
          Field.TIME,
          "when the first file with rows of the agency and period that were not refused arrived");
  public static final Field DELIVERED_ON =
      Field.optional(
          "delivered_on",
          Field.DAY,
          "the day that counts: as noted in the reference, else the local day of delivered_at");
  public static final Field ACCEPTED =
      Field.required("accepted", Field.WHOLE, "lines of the agency and period accepted so far");
  public static final Field STATUS =
      Field.required(
          "status",
          Field.TEXT,
          "on_time, late, missing, or not_due where as-of is not past due_on");

  public static final String ON_TIME = "on_time";
  public static final String LATE = "late";
  public static final String MISSING = "missing";
  public static final String NOT_DUE = "not_due";

  public static final Table TABLE =
      new Table(
          "expected_deliveries",
          "one delivery that an agency owed, and whether it came",
          List.of(Measurements.PERIOD, Cases.AGENCY_ID, Deliveries.FEED, Provenance.SOURCE),
          List.of(
              Measurements.PERIOD,
              Cases.AGENCY_ID,
              Deliveries.FEED,
              Provenance.SOURCE,
              Deliveries.DUE_ON,
              DELIVERED_AT,
              DELIVERED_ON,
              ACCEPTED,
              STATUS));

  private ExpectedDeliveries() {}

  /** Those of {@code deliveries} that are missing, then the late ones, the latest due first. */
  public static Dataset<Row> troubles(Dataset<Row> deliveries) {
    return deliveries
        .where(STATUS.col().isin(MISSING, LATE))
        .orderBy(
            STATUS.col().desc(),
            Deliveries.DUE_ON.col().desc(),
            Cases.AGENCY_ID.col(),
            Deliveries.FEED.col(),
            Measurements.PERIOD.col(),
            Provenance.SOURCE.col());
  }
}
