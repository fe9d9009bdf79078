package id.rapor.table;

import static id.rapor.table.Cases.AGENCY_ID;
import static id.rapor.table.Cases.REGION_CODE;

import java.util.List;

/** One row is one complaint. */
public final class Complaints {
  public static final Field COMPLAINT_ID =
      Field.required("complaint_id", Field.TEXT, "unique within the agency");
  public static final Field SERVICE_ID =
      Field.optional("service_id", Field.TEXT, "the service complained of");
  public static final Field CASE_ID =
      Field.optional("case_id", Field.TEXT, "the case complained of");
  public static final Field CATEGORY =
      Field.optional(
          "category", Field.TEXT, "time, cost, procedure, discrimination, bribery, conduct, other");
  public static final Field CLASS =
      Field.optional(
          "class", Field.TEXT, "information, no_examination, examination: each has its own clock");
  public static final Field RECEIVED_AT =
      Field.required("received_at", Field.TIME, "when it came in");
  public static final Field FIRST_RESPONSE_AT =
      Field.optional("first_response_at", Field.TIME, "when it was first answered");
  public static final Field RESOLVED_AT =
      Field.optional("resolved_at", Field.TIME, "when it was closed");
  public static final Field STATUS =
      Field.optional(
          "status",
          Field.TEXT,
          "open, resolved, rejected; when empty its times tell whether it is open");
  public static final Field ACCEPTED =
      Field.optional("accepted", Field.TRUTH, "did the reporter accept the answer");
  public static final Field REOPENED_AT =
      Field.optional("reopened_at", Field.TIME, "when it was opened again");
  public static final Field ANSWER = Field.optional("answer", Field.TEXT, "the answer's text");

  public static final Feed FEED =
      Feed.of(
          "complaints",
          "one complaint",
          List.of(AGENCY_ID, COMPLAINT_ID),
          List.of(
              COMPLAINT_ID,
              AGENCY_ID,
              REGION_CODE,
              SERVICE_ID,
              CASE_ID,
              CATEGORY,
              CLASS,
              RECEIVED_AT,
              FIRST_RESPONSE_AT,
              RESOLVED_AT,
              STATUS,
              ACCEPTED,
              REOPENED_AT,
              ANSWER));

  private Complaints() {}
}
