package id.rapor.sample;

import id.rapor.sample.Agency.Habit;
import id.rapor.sample.Draft.Fate;
import id.rapor.sample.Draft.Pause;
import id.rapor.sample.Draw.Purpose;
import id.rapor.sample.Wrong.Stage;

/** Makes one case from its key: an ordinary one first, which the agency's wrongs then bend. */
final class CaseMaker {
  /** Spread of working durations inside one agency and product, on the log scale. */
  static final double SIGMA = 0.35;

  /** Part of the usual duration that a case waits before work begins. */
  private static final double WAIT = 0.3;

  private static final int REPEATERS = 50;

  /** Below 1, more comes late in the month. */
  private static final double RUSH = 0.7;

  private final Nation nation;
  private final Span span;
  private final long seed;

  CaseMaker(Nation nation) {
    this.nation = nation;
    this.span = nation.span;
    this.seed = nation.options.seed();
  }

  /** The {@code ordinal}-th case (from 0) that {@code agency} received in {@code month}. */
  Draft make(Agency agency, int month, long ordinal) {
    Draft draft = new Draft(agency, month, ordinal, id(month, ordinal));
    draft.horizon = Draft.NEVER;
    ask(draft, draw(Purpose.CASE, draft));
    handle(draft, draw(Purpose.HANDLING, draft));
    nation.guilty.bend(Stage.PLANNED, draft);
    time(draft);
    nation.guilty.bend(Stage.TIMED, draft);
    Fees.charge(draft, draw(Purpose.FEE, draft));
    nation.guilty.bend(Stage.PAID, draft);
    Traces.leave(draft, draw(Purpose.TRACE, draft));
    Voices.raise(draft, draw(Purpose.VOICE, draft));
    nation.guilty.bend(Stage.TOLD, draft);
    return draft;
  }

  private Draw draw(Purpose purpose, Draft draft) {
    return Draw.of(seed, purpose, draft.agency.index(), draft.month, draft.ordinal);
  }

  private String id(int month, long ordinal) {
    int number = (span.month(month).getYear() % 100) * 100 + span.month(month).getMonthValue();
    String digits = Long.toString(ordinal + 1);
    return number + "-" + "00000".substring(Math.min(5, digits.length())) + digits;
  }

  /** Who asks for what, where and when. */
  private void ask(Draft draft, Draw draw) {
    Agency agency = draft.agency;
    draft.office = office(agency, draw.unit());
    draft.offer = offer(agency, draw.unit());
    long count = nation.counts[agency.index()][draft.month];
    WorkCalendar calendar = draft.calendar();
    long from = calendar.worked(span.start(draft.month));
    long work = calendar.worked(span.end(draft.month)) - from;
    double share = (draft.ordinal + draw.unit()) / count;
    double place = agency.does(Habit.PAYDAYS) ? StrictMath.pow(share, RUSH) : share;
    draft.submitted = calendar.at(from + (long) (place * work));
    draft.standard = draft.offer.at(draft.submitted);
    draft.channel = channel(draft, draw.unit());
    draft.group = draw.happens(newcomers(draft)) ? "newcomer" : "local";
    draft.applicant =
        draw.happens(0.06)
            ? agency.index() * 1000L + draw.below(REPEATERS)
            : 100_000_000L + draw.below(900_000_000);
    draft.officer = draw.below(agency.officers());
    double fate = draw.unit();
    draft.fate = fate < 0.93 ? Fate.COMPLETED : fate < 0.975 ? Fate.REJECTED : Fate.WITHDRAWN;
    prioritise(draft, draw);
    if (draft.product().isExpress()) {
      draft.likeness(LookAlikes.EXPRESS);
    }
  }

  private static double newcomers(Draft draft) {
    if (!draft.agency.does(Habit.HARD_NEWCOMERS)) {
      return 0.25;
    }
    return draft.product().isHard() ? 0.5 : 0.1;
  }

  private static void prioritise(Draft draft, Draw draw) {
    double slip = 0.015 * (1 - draft.agency.quality().care());
    if (draw.happens(0.03)) {
      draft.isPrioritised = true;
      draft.ground = draw.oneOf("elderly", "disability", "pregnancy", "emergency");
      draft.likeness(LookAlikes.PRIORITY);
    } else if (draw.happens(slip)) {
      draft.isPrioritised = true;
    }
  }

  /** How long it takes and how smoothly it goes. */
  private static void handle(Draft draft, Draw draw) {
    Product product = draft.product();
    double clumsy = 1 - draft.agency.quality().care();
    double usual =
        product.allowance(draft.office.hours().daySeconds())
            * StrictMath.exp(draft.offer.difficulty());
    draft.work = (long) (draw.around(usual, SIGMA) * haste(draft, draw));
    double jitter = 1 + (0.05 + 0.35 * clumsy) * (draw.unit() - 0.5);
    double wait = usual * WAIT * (draft.isPrioritised ? 0.1 : jitter);
    draft.wait = (long) Math.min(wait, draft.work * 0.7);
    boolean isReturned =
        !product.isIssuedAtOnce()
            && draw.happens(Math.min(0.9, (0.06 + 0.24 * clumsy) * product.timesRedone()));
    draft.returns = isReturned ? 1 + (draw.happens(0.2) ? 1 : 0) : 0;
    draft.lag = isReturned ? (long) draw.around(0.8 * draft.office.hours().daySeconds(), 0.5) : 0;
    boolean comes = draft.channel.equals("counter") || draw.happens(0.3);
    int again = isReturned || draw.happens(0.25 * clumsy) ? 1 : 0;
    draft.visits = product.maxVisits() == 0 ? 0 : (comes ? 1 : 0) + again;
    draft.documentsRequested =
        product.documents().size() + (draw.happens(0.06 + 0.1 * clumsy) ? 1 : 0);
    if (product.takesDays() && draw.happens(0.08)) {
      draft.pauseStart = draw.between(0.3, 0.75);
      draft.pauseWork = (long) draw.around(draft.office.hours().daySeconds(), 0.5);
    }
  }

  private static double haste(Draft draft, Draw draw) {
    double priority = draft.isPrioritised ? 0.85 : 1;
    return draft.fate == Fate.WITHDRAWN ? priority * draw.between(0.3, 0.9) : priority;
  }

  private static void time(Draft draft) {
    WorkCalendar calendar = draft.calendar();
    draft.complete = draft.lag == 0 ? draft.submitted : calendar.after(draft.submitted, draft.lag);
    draft.started = calendar.after(draft.complete, draft.wait);
    if (draft.isNeverClosed) {
      draft.close(Draft.NEVER);
    } else if (draft.pauseWork > 0) {
      long pausedAt = calendar.after(draft.complete, (long) (draft.work * draft.pauseStart));
      long resumedAt = calendar.after(pausedAt, draft.pauseWork);
      draft.pauses.add(new Pause(pausedAt, resumedAt, "waiting_for_applicant"));
      draft.close(calendar.after(draft.complete, draft.work + draft.pauseWork));
    } else {
      draft.close(calendar.after(draft.complete, draft.work));
    }
    if (draft.isInTheEvening && draft.closed != Draft.NEVER) {
      long day = Math.floorDiv(draft.closed, (long) Span.DAY) * Span.DAY;
      draft.close(day + 18 * 3600L + draft.closed % 7200);
    }
    draft.promised = promised(draft);
  }

  /** The published day at 16:00; the exact moment where the limit is in hours or minutes. */
  private static long promised(Draft draft) {
    long due = draft.due();
    return due == Draft.NEVER || !draft.product().takesDays()
        ? due
        : due - due % Span.DAY - 8 * 3600L;
  }

  private static String channel(Draft draft, double lot) {
    double online = draft.product().isIssuedAtOnce() ? 1 : 0.2 + draft.agency.index() % 6 * 0.08;
    if (lot < online) {
      return "online";
    }
    return lot < online + 0.1 ? "mobile" : lot < online + 0.13 ? "post" : "counter";
  }

  private static Office office(Agency agency, double lot) {
    for (Office office : agency.offices()) {
      if (lot < office.cumulative()) {
        return office;
      }
    }
    return agency.offices().get(agency.offices().size() - 1);
  }

  private static Offer offer(Agency agency, double lot) {
    for (Offer offer : agency.offers()) {
      if (lot < offer.cumulative()) {
        return offer;
      }
    }
    return agency.offers().get(agency.offers().size() - 1);
  }

  /** Whether {@code agency}'s feed of this kind carries {@code draft}. */
  static boolean isSampled(Draft draft, Habit habit, Draw draw) {
    return draw.happens(0.4) && draft.agency.does(habit);
  }
}
