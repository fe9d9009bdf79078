package id.rapor.sample;

import id.rapor.sample.Draft.Fate;
import id.rapor.sample.Draft.Pause;

/** Wrongs of duration and of dates. */
final class TimeWrongs {
  /** Beyond so many times its peers' median a case is planted as slow. */
  static final double SLOW = 8;

  private static final double STALLED = 4;
  private static final int SHORT_LIMIT = 5;

  private TimeWrongs() {}

  /** One case takes 8 to 14 times what its peers need, and is then decided. */
  static boolean letLie(Draft draft, Draw draw, Guilt guilt) {
    long work = (long) (draft.peerMedian() * draw.between(SLOW, 14));
    if (!draft.product().takesDays()
        || draft.offer.limit() > SHORT_LIMIT
        || !isDecidedInTime(draft, guilt, work)) {
      return false;
    }
    draft.work = work;
    return true;
  }

  /** The case is begun and never touched again. */
  static boolean forget(Draft draft, Draw draw, Guilt guilt) {
    WorkCalendar calendar = draft.calendar();
    long age = calendar.worked(guilt.span().horizon()) - calendar.worked(draft.submitted);
    double allowed = draft.product().allowance(draft.office.hours().daySeconds());
    if (!draft.product().takesDays() || age - draft.lag < allowed * STALLED) {
      return false;
    }
    draft.isNeverClosed = true;
    draft.pauseWork = 0;
    return true;
  }

  /** Days of work are over in a minute. */
  static boolean wink(Draft draft, Draw draw, Guilt guilt) {
    long work = 20L + draw.below(70);
    if (!draft.product().takesDays() || !isDecidedInTime(draft, guilt, work)) {
      return false;
    }
    draft.work = work;
    draft.wait = work / 2;
    draft.pauseWork = 0;
    return true;
  }

  /** Everything takes more than twice as long as elsewhere, however good the agency is. */
  static boolean dawdle(Draft draft, Draw draw, Guilt guilt) {
    double lag = 1.0 + draft.offer.peerMedian() - draft.offer.difficulty();
    draft.work = (long) (draft.work * StrictMath.exp(lag));
    // The agency itself may be a large part of its few peers, so that their median moves with it.
    boolean isSlow = draft.work > 1.5 * SLOW * draft.peerMedian();
    if (isSlow && isDecidedInTime(draft, guilt, draft.work)) {
      draft.fault("slow_case");
    }
    return true;
  }

  /** What should be decided any day is decided in the month's last three working days. */
  static boolean closeAtMonthEnd(Draft draft, Draw draw, Guilt guilt) {
    if (!draft.product().takesDays() || !guilt.span().knows(draft.closed)) {
      return false;
    }
    WorkCalendar calendar = draft.calendar();
    long end = guilt.span().end(guilt.span().monthOf(draft.closed));
    long from = calendar.startOfLastOpenDays(end, 3);
    long delay = calendar.worked(from) - calendar.worked(draft.closed);
    if (draft.closed >= from || delay > draft.work) {
      return false;
    }
    long room = calendar.worked(end) - calendar.worked(from);
    draft.close(calendar.at(calendar.worked(from) + (long) (room * draw.unit())));
    return true;
  }

  /** What would be decided near the limit or late gets a date just within it. */
  static boolean closeAtLimit(Draft draft, Draw draw, Guilt guilt) {
    double place = placeInLimit(draft);
    if (!(place > 0.7 && place < 1.6)) {
      return false;
    }
    draft.close(momentInLimit(draft, draw.between(0.92, 0.995)));
    return true;
  }

  /** When the limit comes near, the clock is stopped. */
  static boolean stopClock(Draft draft, Draw draw, Guilt guilt) {
    if (!(placeInLimit(draft) > 0.7) || !draft.pauses.isEmpty()) {
      return false;
    }
    long pausedAt = momentInLimit(draft, draw.between(0.81, 0.98));
    if (pausedAt <= draft.started) {
      return false;
    }
    long pause = (long) (draw.between(1, 4) * draft.office.hours().daySeconds());
    long resumedAt = draft.calendar().after(pausedAt, pause);
    draft.pauses.add(new Pause(pausedAt, resumedAt, "waiting_for_applicant"));
    draft.close(draft.calendar().after(Math.max(draft.closed, pausedAt), pause + 600));
    return true;
  }

  /** The decision is entered days later than the date it bears; a late one bears a date in time. */
  static boolean backdate(Draft draft, Draw draw, Guilt guilt) {
    long late = (long) (draw.between(3, 10) * Span.DAY);
    if (draft.closed == Draft.NEVER || !guilt.span().knows(draft.closed + late)) {
      return false;
    }
    long known = draft.calendar().after(draft.closed + late, 0);
    if (placeInLimit(draft) > 1) {
      draft.close(momentInLimit(draft, draw.between(0.8, 0.99)));
    }
    draft.closingKnown = known;
    return guilt.span().knows(known);
  }

  /** Where in its limit a case is decided: 1 at the due moment; not a number without a limit. */
  private static double placeInLimit(Draft draft) {
    long due = draft.due();
    if (due == Draft.NEVER || draft.closed == Draft.NEVER || !draft.product().takesDays()) {
      return Double.NaN;
    }
    WorkCalendar calendar = draft.calendar();
    double from = calendar.worked(draft.complete);
    return (calendar.worked(draft.closed) - from) / (calendar.worked(due) - from);
  }

  private static long momentInLimit(Draft draft, double place) {
    WorkCalendar calendar = draft.calendar();
    long from = calendar.worked(draft.complete);
    long moment = calendar.at(from + (long) ((calendar.worked(draft.due()) - from) * place));
    return Math.max(moment, draft.started + 60);
  }

  /** Whether it is decided, not withdrawn, before the last day is over. */
  private static boolean isDecidedInTime(Draft draft, Guilt guilt, long work) {
    long all = draft.lag + work + draft.pauseWork;
    return draft.fate != Fate.WITHDRAWN
        && guilt.span().knows(draft.calendar().after(draft.submitted, all));
  }
}
