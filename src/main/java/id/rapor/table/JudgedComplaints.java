package id.rapor.table;

import java.util.List;

/**
 * One row is one accepted complaint that was not retracted, with the clocks of its class run out or
 * not.
 */
public final class JudgedComplaints {
  public static final Field RECEIVED_MONTH = month("received_month", "received");
  public static final Field RESPONSE_MONTH = month("response_month", "due to be answered first");
  public static final Field RESOLUTION_MONTH = month("resolution_month", "due to be resolved");
  public static final Field SETTLED_MONTH =
      month("settled_month", "closed for thirty days, when it is judged whether that held");
  public static final Field RESPONSE_DUE_AT =
      Field.required("response_due_at", Field.TIME, "24:00 of the last day for a first response");
  public static final Field RESOLUTION_DUE_AT =
      Field.optional(
          "resolution_due_at", Field.TIME, "24:00 of its class's last day; empty without a class");
  public static final Field RESPONDED_IN_TIME =
      Field.optional(
          "responded_in_time", Field.TRUTH, "answered by response_due_at; empty until then");
  public static final Field RESOLVED_IN_TIME =
      Field.optional(
          "resolved_in_time", Field.TRUTH, "resolved by resolution_due_at; empty until then");
  public static final Field SETTLED =
      Field.optional(
          "settled",
          Field.TRUTH,
          "closed, not opened again within thirty days and not refused by the reporter; empty"
              + " until then");

  public static final Table TABLE =
      new Table(
          "judged_complaints",
          "one accepted complaint with the clocks of its class",
          List.of(Cases.AGENCY_ID, Complaints.COMPLAINT_ID),
          List.of(
              Cases.AGENCY_ID,
              Complaints.COMPLAINT_ID,
              Complaints.SERVICE_ID,
              Complaints.CASE_ID,
              Complaints.CATEGORY,
              Complaints.CLASS,
              Complaints.RECEIVED_AT,
              Complaints.FIRST_RESPONSE_AT,
              Complaints.RESOLVED_AT,
              Complaints.STATUS,
              Complaints.ACCEPTED,
              Complaints.REOPENED_AT,
              Complaints.ANSWER,
              Places.ZONE,
              RECEIVED_MONTH,
              RESPONSE_DUE_AT,
              RESPONSE_MONTH,
              RESPONDED_IN_TIME,
              RESOLUTION_DUE_AT,
              RESOLUTION_MONTH,
              RESOLVED_IN_TIME,
              SETTLED_MONTH,
              SETTLED));

  private JudgedComplaints() {}

  private static Field month(String name, String what) {
    return Field.optional(name, Field.TEXT, "local month, YYYY-MM, in which it was " + what);
  }
}
