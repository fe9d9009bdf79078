package id.rapor.sample;

import id.rapor.sample.Agency.Habit;
import id.rapor.sample.Draft.Asked;
import id.rapor.sample.Draft.Step;
import java.util.List;

/** What handling a case leaves behind: its steps and the documents asked for. */
final class Traces {
  /** A document that no published list names. */
  static final String NEEDLESS = "fotokopi_tambahan";

  private Traces() {}

  static void leave(Draft draft, Draw draw) {
    boolean hasSteps = CaseMaker.isSampled(draft, Habit.STEPS, draw);
    boolean hasDocuments = CaseMaker.isSampled(draft, Habit.DOCUMENTS, draw);
    if (hasSteps) {
      steps(draft, draw);
    }
    if (hasDocuments) {
      documents(draft, draw);
    }
  }

  private static void steps(Draft draft, Draw draw) {
    List<String> activities = draft.product().steps();
    if (activities.isEmpty()) {
      return;
    }
    WorkCalendar calendar = draft.calendar();
    long from = calendar.worked(draft.started);
    boolean isOpen = draft.closed == Draft.NEVER;
    double clumsy = 1 - draft.agency.quality().care();
    double rework = Math.min(0.9, 0.25 * clumsy * draft.product().timesRedone());
    int repeated = !isOpen && draw.happens(rework) ? Math.min(1, activities.size() - 1) : -1;
    int count = isOpen ? 1 : activities.size() + (repeated < 0 ? 0 : 1);
    long length = isOpen ? 3600 : Math.max(0, calendar.worked(draft.closed) - from);
    long start = draft.started;
    for (int step = 0; step < count; step++) {
      double part = step == count - 1 ? 1 : (step + draw.between(0.6, 1.0)) / count;
      long end = calendar.at(from + (long) (length * part));
      boolean isAgain = repeated >= 0 && step > repeated;
      String activity = activities.get(isAgain ? step - 1 : step);
      draft.steps.add(new Step(activity, officer(draft, draw), start, end));
      start = end;
    }
  }

  private static int officer(Draft draft, Draw draw) {
    return draw.happens(0.7) ? draft.officer : draw.below(draft.agency.officers());
  }

  private static void documents(Draft draft, Draw draw) {
    long moment = draft.submitted;
    for (String document : draft.product().documents()) {
      draft.documents.add(new Asked(document, moment));
    }
    if (draft.documentsRequested > draft.product().documents().size()) {
      moment = draft.calendar().after(draft.submitted, 600 + draw.below(7200));
      draft.documents.add(new Asked(NEEDLESS, moment));
    }
  }
}
