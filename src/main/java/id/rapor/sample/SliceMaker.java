package id.rapor.sample;

import id.rapor.sample.Agency.Habit;
import id.rapor.sample.Draft.Asked;
import id.rapor.sample.Draft.Grievance;
import id.rapor.sample.Draft.Pause;
import id.rapor.sample.Draft.Payment;
import id.rapor.sample.Draft.Step;

/**
 * Writes the cases of a slice into the files of the months in which the register came to know of
 * them: a case that is open at the month's end is delivered again when more is known.
 */
final class SliceMaker {
  private final Nation nation;
  private final Span span;
  private final CaseMaker maker;
  private final Dirt dirt;
  private final int last;

  SliceMaker(Nation nation) {
    this.nation = nation;
    this.span = nation.span;
    this.maker = new CaseMaker(nation);
    this.dirt = new Dirt(nation);
    this.last = span.months() - 1;
  }

  Batch make(Slice slice) {
    Batch batch = new Batch(span.months());
    long start = 0;
    for (Agency agency : nation.agencies) {
      long count = nation.counts[agency.index()][slice.month()];
      long upTo = Math.min(slice.to() - start, count);
      for (long ordinal = Math.max(0, slice.from() - start); ordinal < upTo; ordinal++) {
        Draft draft = maker.make(agency, slice.month(), ordinal);
        cases(draft, batch);
        traces(draft, batch);
        voices(draft, batch);
        dirt.soil(draft, start + ordinal, batch);
        Truth.tell(draft, span, batch);
      }
      start += count;
    }
    return batch;
  }

  private void cases(Draft draft, Batch batch) {
    writeCase(draft, draft.month, batch);
    draft.horizon = span.horizon();
    int known = span.monthOf(draft.lastEvent());
    if (known > draft.month) {
      writeCase(draft, known, batch);
    }
    draft.horizon = span.horizon();
  }

  private void writeCase(Draft draft, int month, Batch batch) {
    draft.horizon = span.end(month);
    CaseSheet.CASES.write(batch.of(CaseSheet.CASES, month), draft, CaseSheet.ROW);
  }

  private void traces(Draft draft, Batch batch) {
    for (Step step : draft.steps) {
      write(Sheets.STEPS, draft, step, step.startedAt(), step.endedAt(), batch);
    }
    if (draft.agency.does(Habit.PAUSES)) {
      for (Pause pause : draft.pauses) {
        write(Sheets.PAUSES, draft, pause, pause.pausedAt(), pause.resumedAt(), batch);
      }
    }
    for (Asked asked : draft.documents) {
      write(Sheets.DOCUMENTS, draft, asked, asked.requestedAt(), asked.requestedAt(), batch);
    }
    for (Payment payment : draft.payments) {
      if (span.knows(payment.paidAt())) {
        batch.earn(draft, span.monthOf(payment.paidAt()), payment.amount());
        if (draft.agency.does(Habit.PAYMENTS)) {
          write(Sheets.PAYMENTS, draft, payment, payment.paidAt(), payment.paidAt(), batch);
        }
      }
    }
  }

  private void voices(Draft draft, Batch batch) {
    if (draft.answer != null) {
      long answeredAt = draft.answer.answeredAt();
      write(Sheets.SURVEYS, draft, draft.answer, answeredAt, answeredAt, batch);
    }
    Grievance grievance = draft.grievance;
    if (grievance == null || !span.knows(grievance.receivedAt())) {
      return;
    }
    int first = span.monthOf(grievance.receivedAt());
    int known = span.monthOf(Sheets.newest(draft, grievance));
    draft.horizon = span.end(first);
    Sheets.COMPLAINTS.write(batch.of(Sheets.COMPLAINTS, first), draft, grievance);
    if (known > first) {
      draft.horizon = span.end(known);
      Sheets.COMPLAINTS.write(batch.of(Sheets.COMPLAINTS, known), draft, grievance);
    }
    draft.horizon = span.horizon();
  }

  /** Writes a row into the month in which it ended; what has begun and not ended, into the last. */
  private <R> void write(Sheet<R> sheet, Draft draft, R row, long begun, long ended, Batch batch) {
    if (span.knows(begun)) {
      int month = span.knows(ended) ? span.monthOf(ended) : last;
      sheet.write(batch.of(sheet, month), draft, row);
    }
  }
}
