package id.rapor.sample;

import id.rapor.sample.Draft.Asked;
import id.rapor.sample.Draft.Step;

/** Wrongs of procedure. */
final class TraceWrongs {
  private TraceWrongs() {}

  /** The file goes back and forth between two steps, twice. */
  static boolean goRound(Draft draft, Draw draw, Guilt guilt) {
    if (draft.steps.size() < 3) {
      return false;
    }
    Step second = draft.steps.get(1);
    Step third = draft.steps.get(2);
    int place = 3;
    for (int round = 1; round <= 2; round++) {
      draft.steps.add(place++, later(second, third.endedAt(), round * 2 - 1));
      draft.steps.add(place++, later(third, third.endedAt(), round * 2));
    }
    return true;
  }

  /** A document is asked for again, and one that no list names. */
  static boolean askTwice(Draft draft, Draw draw, Guilt guilt) {
    if (draft.documents.isEmpty()) {
      return false;
    }
    long moment = draft.calendar().after(draft.submitted, 3600 + draw.below(7200));
    draft.documents.add(new Asked(draft.documents.get(0).document(), moment));
    draft.documents.add(new Asked(Traces.NEEDLESS, moment + 60));
    draft.documentsRequested = draft.documents.size();
    return true;
  }

  /** Applicants must come and mend their file again and again. */
  static boolean sendBack(Draft draft, Draw draw, Guilt guilt) {
    draft.visits += 3 + draw.below(2);
    draft.returns += 2 + draw.below(2);
    return true;
  }

  /** The same step again, one of some that follow each other within minutes. */
  private static Step later(Step step, long after, int number) {
    return new Step(
        step.activity(), step.officer(), after + (number - 1) * 60L, after + number * 60L);
  }
}
