package id.rapor.table;

import java.util.List;

/**
 * One row is one accepted case that was not retracted, with the tariff and limit in force, its due
 * moments, its working time and its fee, so that later stages need no reference table.
 */
public final class JudgedCases {
  public static final Field ZONE = Places.ZONE;
  public static final Field CALENDAR = WorkingDays.CALENDAR;
  public static final Field CLOCK_START_AT =
      Field.required("clock_start_at", Field.TIME, "complete_at, else submitted_at");
  public static final Field DUE_AT =
      Field.optional("due_at", Field.TIME, "last moment in time; empty without a limit");
  public static final Field COMPLETION_DUE_AT =
      Field.optional(
          "completion_due_at",
          Field.TIME,
          "the due moment at twice the limit, when completion is judged");
  public static final Field SUBMITTED_MONTH = month("submitted_month", "submitted");
  public static final Field COHORT_MONTH =
      month("cohort_month", "due, or without a limit the clock started");
  public static final Field COMPLETION_MONTH = month("completion_month", "due at twice the limit");
  public static final Field CLOSED_MONTH = month("closed_month", "closed");
  public static final Field WORKED_BEFORE_START =
      Field.required(
          "worked_before_start",
          Field.WHOLE,
          "the calendar's running working minutes at clock_start_at");
  public static final Field WORKING_MINUTES =
      Field.optional(
          "working_minutes",
          Field.WHOLE,
          "working minutes from clock_start_at to closed_at less pauses, at least 0; empty while open");
  public static final Field LIMIT_MINUTES =
      Field.optional(
          "limit_minutes",
          Field.WHOLE,
          "the time limit in working minutes of a standard day of 480");
  public static final Field DECIDED =
      Field.required("decided", Field.TRUTH, "completed or rejected, and closed");
  public static final Field WITHDRAWN =
      Field.required("withdrawn", Field.TRUTH, "the applicant withdrew it");
  public static final Field ON_TIME =
      Field.optional(
          "on_time",
          Field.TRUTH,
          "decided by due_at; empty until then, without a limit or when withdrawn");
  public static final Field MAX_VISITS = Standards.MAX_VISITS;
  public static final Field PROCEDURE_STEPS =
      Field.optional(
          "procedure_steps",
          Field.WHOLE,
          "how many steps the procedure has: those that the standard lists, else its most");
  public static final Field PUBLISHED_DOCUMENTS =
      Field.optional(
          "published_documents", Field.TEXTS, "documents that may be asked for by the standard");
  public static final Field COMPLETED_IN_TIME =
      Field.optional(
          "completed_in_time",
          Field.TRUTH,
          "decided by completion_due_at; empty until then, without a limit or when withdrawn");
  public static final Field PAID =
      Field.optional(
          "paid",
          Field.MONEY,
          "sum of payments where the agency has any in that month, else fee_paid");
  public static final Field EXPECTED_FEE =
      Field.optional(
          "expected_fee",
          Field.MONEY,
          "tariff in force at submission; 0 with a lawful waiver; empty without a tariff");
  public static final Field FEE_TOLERANCE =
      Field.optional("fee_tolerance", Field.MONEY, "how far paid may lie from the tariff");
  public static final Field EXCESS_FEE =
      Field.optional(
          "excess_fee",
          Field.MONEY,
          "paid less the tariff (within 7 days of a change: less the higher one); negative when less was paid");
  public static final Field FEE_RIGHT =
      Field.optional(
          "fee_right",
          Field.TRUTH,
          "paid lies within the tolerance of the tariff in force (within 7 days of a change: of either)");

  public static final Table TABLE =
      new Table(
          "judged_cases",
          "one accepted case with the tariff, limit and working time that apply",
          List.of(Cases.AGENCY_ID, Cases.CASE_ID),
          List.of(
              Cases.AGENCY_ID,
              Cases.CASE_ID,
              Cases.OFFICE_ID,
              Places.RESOLVED_REGION,
              Cases.SERVICE_ID,
              Cases.SERVICE_CLASS,
              Cases.CHANNEL,
              Cases.APPLICANT_ID,
              Cases.APPLICANT_GROUP,
              Cases.OFFICER_ID,
              Cases.PRIORITISED,
              Cases.PRIORITY_GROUND,
              Cases.STATUS,
              Cases.SUBMITTED_AT,
              Cases.COMPLETE_AT,
              Cases.STARTED_AT,
              Cases.CLOSED_AT,
              Cases.PAUSED_MINUTES,
              Feed.RECORDED_AT,
              Cases.RETURNS,
              Cases.VISITS,
              Cases.RECEIPT_NO,
              ZONE,
              CALENDAR,
              CLOCK_START_AT,
              DUE_AT,
              COMPLETION_DUE_AT,
              SUBMITTED_MONTH,
              COHORT_MONTH,
              COMPLETION_MONTH,
              CLOSED_MONTH,
              WORKED_BEFORE_START,
              WORKING_MINUTES,
              LIMIT_MINUTES,
              Standards.TIME_UNIT,
              DECIDED,
              WITHDRAWN,
              ON_TIME,
              COMPLETED_IN_TIME,
              PAID,
              EXPECTED_FEE,
              FEE_TOLERANCE,
              EXCESS_FEE,
              FEE_RIGHT,
              MAX_VISITS,
              PROCEDURE_STEPS,
              PUBLISHED_DOCUMENTS,
              Standards.LEGAL_BASIS));

  private JudgedCases() {}

  private static Field month(String name, String what) {
    return Field.optional(name, Field.TEXT, "local month, YYYY-MM, in which it was " + what);
  }
}
