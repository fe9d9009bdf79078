package id.rapor.table;

import java.util.List;

/** One row is one service case (application, permit, request, fine, visit) as last recorded. */
public final class Cases {
  public static final Field CASE_ID =
      Field.required("case_id", Field.TEXT, "unique within the agency");
  public static final Field AGENCY_ID =
      Field.required("agency_id", Field.TEXT, "the accountable body");
  public static final Field OFFICE_ID =
      Field.optional("office_id", Field.TEXT, "the place: a one-stop hall holds many agencies");
  public static final Field REGION_CODE =
      Field.optional("region_code", Field.TEXT, "region of the office");
  public static final Field SERVICE_ID =
      Field.required("service_id", Field.TEXT, "what was asked for");
  public static final Field SERVICE_CLASS =
      Field.optional(
          "service_class",
          Field.TEXT,
          "regular when empty; a lawful express class has its own tariff and limit");
  public static final Field CHANNEL =
      Field.optional("channel", Field.TEXT, "online, mobile, counter, phone, post, ...");
  public static final Field APPLICANT_ID =
      Field.identifier("applicant_id", "keyed hash of the applicant");
  public static final Field APPLICANT_GROUP =
      Field.optional(
          "applicant_group",
          Field.TEXT,
          "group for equal-treatment checks, as recorded; never inferred");
  public static final Field PRIORITISED =
      Field.optional("prioritised", Field.TRUTH, "was it taken out of order on purpose");
  public static final Field PRIORITY_GROUND =
      Field.optional("priority_ground", Field.TEXT, "lawful ground for being served first");
  public static final Field OFFICER_ID =
      Field.identifier("officer_id", "keyed hash of the officer");
  public static final Field SUBMITTED_AT =
      Field.required("submitted_at", Field.TIME, "when it was handed in");
  public static final Field COMPLETE_AT =
      Field.optional(
          "complete_at", Field.TIME, "when the file was complete: the legal clock starts here");
  public static final Field PROMISED_AT =
      Field.optional("promised_at", Field.TIME, "the date promised to the applicant");
  public static final Field STARTED_AT =
      Field.optional("started_at", Field.TIME, "when somebody began to work on it");
  public static final Field CLOSED_AT =
      Field.optional("closed_at", Field.TIME, "when it was decided; empty while open");
  public static final Field PAUSED_MINUTES =
      Field.optional(
          "paused_minutes", Field.WHOLE, "working minutes during which the clock was stopped");
  public static final Field STATUS =
      Field.required("status", Field.TEXT, "completed, rejected, withdrawn, pending");
  public static final Field FEE_PAID =
      Field.optional("fee_paid", Field.MONEY, "total that the applicant paid");
  public static final Field FEE_WAIVER =
      Field.optional("fee_waiver", Field.TEXT, "ground for a lawful waiver");
  public static final Field FEE_QUANTITY =
      Field.optional(
          "fee_quantity",
          Field.QUANTITY,
          "quantity that a tariff per unit multiplies; 1 when empty");
  public static final Field RECEIPT_NO =
      Field.optional("receipt_no", Field.TEXT, "number of the official receipt");
  public static final Field VISITS =
      Field.optional("visits", Field.WHOLE, "how often the applicant had to come");
  public static final Field RETURNS =
      Field.optional("returns", Field.WHOLE, "how often the file was sent back");
  public static final Field DOCUMENTS_REQUESTED =
      Field.optional("documents_requested", Field.WHOLE, "documents asked for");

  public static final Feed FEED =
      Feed.of(
          "cases",
          "one service case as last recorded",
          List.of(AGENCY_ID, CASE_ID),
          List.of(
              CASE_ID,
              AGENCY_ID,
              OFFICE_ID,
              REGION_CODE,
              SERVICE_ID,
              SERVICE_CLASS,
              CHANNEL,
              APPLICANT_ID,
              APPLICANT_GROUP,
              PRIORITISED,
              PRIORITY_GROUND,
              OFFICER_ID,
              SUBMITTED_AT,
              COMPLETE_AT,
              PROMISED_AT,
              STARTED_AT,
              CLOSED_AT,
              PAUSED_MINUTES,
              STATUS,
              FEE_PAID,
              FEE_WAIVER,
              FEE_QUANTITY,
              RECEIPT_NO,
              VISITS,
              RETURNS,
              DOCUMENTS_REQUESTED));

  private Cases() {}
}
