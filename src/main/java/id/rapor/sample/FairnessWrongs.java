package id.rapor.sample;

/** Wrongs of unequal treatment. */
final class FairnessWrongs {
  private FairnessWrongs() {}

  /** Newcomers wait twice as long for the same. */
  static boolean slowNewcomers(Draft draft, Draw draw, Guilt guilt) {
    if (!draft.group.equals("newcomer")) {
      return false;
    }
    draft.work = (long) (draft.work * 2.0);
    return true;
  }

  /** Some are taken at once, over the heads of those who wait. */
  static boolean jumpQueue(Draft draft, Draw draw, Guilt guilt) {
    draft.wait = (long) (draft.wait * 0.03);
    return true;
  }

  /** One applicant always comes to the same officer and is served quickly. */
  static boolean favourOne(Draft draft, Draw draw, Guilt guilt) {
    draft.applicant = guilt.applicant();
    draft.officer = guilt.officer();
    draft.work = (long) (draft.work * 0.4);
    draft.wait = (long) (draft.wait * 0.4);
    return true;
  }

  /** A handful of applicants are served after hours, and sooner. */
  static boolean favourAtNight(Draft draft, Draw draw, Guilt guilt) {
    draft.isInTheEvening = true;
    if (draw.happens(0.85)) {
      draft.applicant = guilt.applicant() + draw.below(3);
    }
    draft.work = (long) (draft.work * 0.5);
    draft.wait = (long) (draft.wait * 0.5);
    return true;
  }
}
