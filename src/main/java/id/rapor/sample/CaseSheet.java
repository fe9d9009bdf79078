package id.rapor.sample;

import id.rapor.sample.Agency.Habit;
import id.rapor.sample.Sheet.Cell;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import java.util.HashMap;
import java.util.Map;

/** The feed of cases: one cell for each column, as known at the draft's horizon. */
final class CaseSheet {
  /** Pass this where a row is asked for: a case's row is the draft itself. */
  static final Object ROW = new Object();

  static final Sheet<Object> CASES = cases();

  private CaseSheet() {}

  private static Sheet<Object> cases() {
    Map<Field, Cell<Object>> cells = new HashMap<>();
    what(cells);
    who(cells);
    when(cells);
    money(cells);
    effort(cells);
    return Sheet.of(Cases.FEED, cells);
  }

  private static void what(Map<Field, Cell<Object>> cells) {
    cells.put(Cases.CASE_ID, (line, draft, row) -> line.text(draft.id));
    cells.put(Cases.AGENCY_ID, (line, draft, row) -> line.text(draft.agency.id()));
    cells.put(Cases.OFFICE_ID, (line, draft, row) -> line.text(draft.office.id()));
    cells.put(Cases.REGION_CODE, (line, draft, row) -> line.text(draft.agency.region().code()));
    cells.put(Cases.SERVICE_ID, (line, draft, row) -> line.text(draft.product().serviceId()));
    cells.put(Cases.SERVICE_CLASS, (line, draft, row) -> line.text(draft.product().serviceClass()));
    cells.put(Cases.CHANNEL, (line, draft, row) -> line.text(draft.channel));
    cells.put(
        Cases.STATUS,
        (line, draft, row) -> line.text(draft.isClosingKnown() ? draft.fate.code() : "pending"));
  }

  private static void who(Map<Field, Cell<Object>> cells) {
    cells.put(Cases.APPLICANT_ID, (line, draft, row) -> People.applicant(line, draft.applicant));
    cells.put(
        Cases.APPLICANT_GROUP,
        (line, draft, row) -> line.text(draft.agency.does(Habit.GROUPS) ? draft.group : ""));
    cells.put(
        Cases.PRIORITISED, (line, draft, row) -> line.text(draft.isPrioritised ? "true" : "false"));
    cells.put(Cases.PRIORITY_GROUND, (line, draft, row) -> line.text(draft.ground));
    cells.put(
        Cases.OFFICER_ID,
        (line, draft, row) -> {
          if (draft.isKnown(draft.started)) {
            People.officer(line, draft.agency, draft.officer);
          }
        });
  }

  private static void when(Map<Field, Cell<Object>> cells) {
    cells.put(Cases.SUBMITTED_AT, (line, draft, row) -> Sheet.time(line, draft, draft.submitted));
    cells.put(
        Cases.COMPLETE_AT,
        (line, draft, row) -> {
          if (draft.complete != draft.submitted || !draft.agency.does(Habit.SHORT_FORM)) {
            Sheet.time(line, draft, draft.complete);
          }
        });
    cells.put(
        Cases.PROMISED_AT,
        (line, draft, row) -> {
          // A promise is about the future, so it may lie beyond what is known.
          boolean isPromised = draft.promised != Draft.NEVER && draft.isKnown(draft.complete);
          if (isPromised && draft.agency.does(Habit.PROMISES)) {
            line.time(draft.agency, draft.promised);
          }
        });
    handling(cells);
  }

  private static void handling(Map<Field, Cell<Object>> cells) {
    cells.put(
        Cases.STARTED_AT,
        (line, draft, row) -> {
          if (draft.agency.does(Habit.STARTS)) {
            Sheet.time(line, draft, draft.started);
          }
        });
    cells.put(
        Cases.CLOSED_AT,
        (line, draft, row) -> {
          if (draft.isClosingKnown()) {
            line.time(draft.agency, draft.closed);
          }
        });
    cells.put(Feed.RECORDED_AT, (line, draft, row) -> line.time(draft.agency, draft.lastEvent()));
  }

  private static void money(Map<Field, Cell<Object>> cells) {
    cells.put(
        Cases.FEE_PAID,
        (line, draft, row) -> {
          if (draft.isKnown(draft.paidAt)) {
            line.whole(draft.paid);
          }
        });
    cells.put(Cases.FEE_WAIVER, (line, draft, row) -> line.text(draft.waiver));
    cells.put(
        Cases.FEE_QUANTITY,
        (line, draft, row) -> {
          if (draft.quantity > 0) {
            line.whole(draft.quantity);
          }
        });
    cells.put(
        Cases.RECEIPT_NO,
        (line, draft, row) -> {
          if (draft.isKnown(draft.paidAt)) {
            line.text(draft.receipt);
          }
        });
  }

  private static void effort(Map<Field, Cell<Object>> cells) {
    cells.put(Cases.PAUSED_MINUTES, (line, draft, row) -> line.whole(draft.pausedWork() / 60));
    cells.put(Cases.VISITS, (line, draft, row) -> line.whole(draft.visits));
    cells.put(Cases.RETURNS, (line, draft, row) -> line.whole(draft.returns));
    cells.put(
        Cases.DOCUMENTS_REQUESTED, (line, draft, row) -> line.whole(draft.documentsRequested));
  }
}
