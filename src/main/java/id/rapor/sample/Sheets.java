package id.rapor.sample;

import id.rapor.sample.Draft.Answer;
import id.rapor.sample.Draft.Asked;
import id.rapor.sample.Draft.Grievance;
import id.rapor.sample.Draft.Pause;
import id.rapor.sample.Draft.Payment;
import id.rapor.sample.Draft.Step;
import id.rapor.sample.Sheet.Cell;
import id.rapor.table.Cases;
import id.rapor.table.Complaints;
import id.rapor.table.Documents;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.Pauses;
import id.rapor.table.Payments;
import id.rapor.table.Steps;
import id.rapor.table.Surveys;
import java.util.HashMap;
import java.util.Map;

/** The feeds that tell more about cases: one cell for each column. */
final class Sheets {
  static final Sheet<Step> STEPS = steps();
  static final Sheet<Pause> PAUSES = pauses();
  static final Sheet<Asked> DOCUMENTS = documents();
  static final Sheet<Payment> PAYMENTS = payments();
  static final Sheet<Answer> SURVEYS = surveys();
  static final Sheet<Grievance> COMPLAINTS = complaints();

  private Sheets() {}

  private static Sheet<Step> steps() {
    Map<Field, Cell<Step>> cells = ofCase();
    cells.put(Steps.ACTIVITY, (line, draft, row) -> line.text(row.activity()));
    cells.put(
        Cases.OFFICER_ID, (line, draft, row) -> People.officer(line, draft.agency, row.officer()));
    cells.put(Steps.STARTED_AT, (line, draft, row) -> Sheet.time(line, draft, row.startedAt()));
    cells.put(Steps.ENDED_AT, (line, draft, row) -> Sheet.time(line, draft, row.endedAt()));
    return Sheet.of(Steps.FEED, cells);
  }

  private static Sheet<Pause> pauses() {
    Map<Field, Cell<Pause>> cells = ofCase();
    cells.put(Pauses.PAUSED_AT, (line, draft, row) -> Sheet.time(line, draft, row.pausedAt()));
    cells.put(Pauses.RESUMED_AT, (line, draft, row) -> Sheet.time(line, draft, row.resumedAt()));
    cells.put(Pauses.REASON, (line, draft, row) -> line.text(row.reason()));
    return Sheet.of(Pauses.FEED, cells);
  }

  private static Sheet<Asked> documents() {
    Map<Field, Cell<Asked>> cells = ofCase();
    cells.put(Documents.DOCUMENT, (line, draft, row) -> line.text(row.document()));
    cells.put(
        Documents.REQUESTED_AT, (line, draft, row) -> Sheet.time(line, draft, row.requestedAt()));
    return Sheet.of(Documents.FEED, cells);
  }

  private static Sheet<Payment> payments() {
    Map<Field, Cell<Payment>> cells = new HashMap<>();
    cells.put(
        Payments.PAYMENT_ID,
        (line, draft, row) -> {
          line.text(draft.id);
          line.text("-P");
          line.whole(row.number());
        });
    cells.put(Payments.CASE_ID, (line, draft, row) -> line.text(draft.id));
    cells.put(Cases.AGENCY_ID, (line, draft, row) -> line.text(draft.agency.id()));
    cells.put(Payments.PAID_AT, (line, draft, row) -> Sheet.time(line, draft, row.paidAt()));
    cells.put(Payments.AMOUNT, (line, draft, row) -> line.whole(row.amount()));
    cells.put(Cases.RECEIPT_NO, (line, draft, row) -> line.text(row.receipt()));
    cells.put(Payments.METHOD, (line, draft, row) -> line.text(row.method()));
    return Sheet.of(Payments.FEED, cells);
  }

  private static Sheet<Answer> surveys() {
    Map<Field, Cell<Answer>> cells = new HashMap<>();
    cells.put(Surveys.RESPONSE_ID, (line, draft, row) -> suffixed(line, draft, "-S"));
    cells.put(Surveys.CASE_ID, (line, draft, row) -> line.text(draft.id));
    cells.put(Cases.AGENCY_ID, (line, draft, row) -> line.text(draft.agency.id()));
    cells.put(Surveys.SERVICE_ID, (line, draft, row) -> line.text(draft.product().serviceId()));
    cells.put(Cases.REGION_CODE, (line, draft, row) -> line.text(draft.agency.region().code()));
    cells.put(Surveys.ANSWERED_AT, (line, draft, row) -> Sheet.time(line, draft, row.answeredAt()));
    for (int i = 0; i < Voices.ELEMENTS; i++) {
      int element = i;
      cells.put(
          Surveys.ELEMENTS.get(i), (line, draft, row) -> line.whole(row.elements().get(element)));
    }
    cells.put(Surveys.DEVICE_ID, (line, draft, row) -> line.text(People.device(row.device())));
    cells.put(
        Surveys.REPORTED_DAYS,
        (line, draft, row) -> line.text(Double.toString(row.days()).replace(".0", "")));
    return Sheet.of(Surveys.FEED, cells);
  }

  private static Sheet<Grievance> complaints() {
    Map<Field, Cell<Grievance>> cells = new HashMap<>();
    cells.put(Complaints.COMPLAINT_ID, (line, draft, row) -> suffixed(line, draft, "-A"));
    cells.put(Cases.AGENCY_ID, (line, draft, row) -> line.text(draft.agency.id()));
    cells.put(Cases.REGION_CODE, (line, draft, row) -> line.text(draft.agency.region().code()));
    cells.put(Complaints.SERVICE_ID, (line, draft, row) -> line.text(draft.product().serviceId()));
    cells.put(Complaints.CASE_ID, (line, draft, row) -> line.text(draft.id));
    cells.put(Complaints.CATEGORY, (line, draft, row) -> line.text(row.category()));
    cells.put(Complaints.CLASS, (line, draft, row) -> line.text(row.complaintClass()));
    cells.put(
        Complaints.RECEIVED_AT, (line, draft, row) -> Sheet.time(line, draft, row.receivedAt()));
    cells.put(
        Complaints.FIRST_RESPONSE_AT,
        (line, draft, row) -> Sheet.time(line, draft, row.respondedAt()));
    cells.put(
        Complaints.RESOLVED_AT, (line, draft, row) -> Sheet.time(line, draft, row.resolvedAt()));
    cells.put(
        Complaints.REOPENED_AT, (line, draft, row) -> Sheet.time(line, draft, row.reopenedAt()));
    cells.put(Feed.RECORDED_AT, (line, draft, row) -> Sheet.time(line, draft, newest(draft, row)));
    ending(cells);
    return Sheet.of(Complaints.FEED, cells);
  }

  /** What is told of a complaint only when it is resolved. */
  private static void ending(Map<Field, Cell<Grievance>> cells) {
    cells.put(
        Complaints.STATUS,
        (line, draft, row) -> line.text(draft.isKnown(row.resolvedAt()) ? row.outcome() : "open"));
    cells.put(
        Complaints.ACCEPTED,
        (line, draft, row) -> {
          if (draft.isKnown(row.resolvedAt())) {
            line.text(row.isAccepted() ? "true" : "false");
          }
        });
    cells.put(
        Complaints.ANSWER,
        (line, draft, row) -> {
          if (draft.isKnown(row.resolvedAt())) {
            line.quoted(row.answer());
          }
        });
  }

  /** The newest known event of a complaint: when this version was written. */
  static long newest(Draft draft, Grievance row) {
    long newest = row.receivedAt();
    for (long event : new long[] {row.respondedAt(), row.resolvedAt(), row.reopenedAt()}) {
      newest = draft.isKnown(event) ? Math.max(newest, event) : newest;
    }
    return newest;
  }

  private static <R> Map<Field, Cell<R>> ofCase() {
    Map<Field, Cell<R>> cells = new HashMap<>();
    cells.put(Cases.CASE_ID, (line, draft, row) -> line.text(draft.id));
    cells.put(Cases.AGENCY_ID, (line, draft, row) -> line.text(draft.agency.id()));
    return cells;
  }

  private static void suffixed(Line line, Draft draft, String suffix) {
    line.text(draft.id);
    line.text(suffix);
  }
}
