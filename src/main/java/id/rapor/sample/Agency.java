package id.rapor.sample;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One agency: what can be known of it from the reference tables, and its hidden quality.
 *
 * @param index place in the nation's order, from 0
 * @param unit 1 for the main body, from 2 for its further service units
 * @param cases how many cases it has in the whole span
 * @param officers how many officers serve
 */
record Agency(
    int index,
    String id,
    Kind kind,
    Region region,
    int unit,
    long cases,
    int officers,
    List<Office> offices,
    List<Offer> offers,
    Quality quality,
    Set<Habit> habits) {

  /** What an agency's systems record, beyond what all record, and what is peculiar to its work. */
  enum Habit {
    /** It is mostly asked for what is hard. */
    HARD_MIX,
    /** Newcomers ask it for what is hard, those who have long lived there for the rest. */
    HARD_NEWCOMERS,
    /** Most is asked for when wages are paid, at the end of the month. */
    PAYDAYS,
    /** Times carry an offset; without it they are local wall-clock times. */
    OFFSETS,
    /** Cases say when the applicant was promised an answer. */
    PROMISES,
    /** Cases say when work began. */
    STARTS,
    /** Cases say the applicant's group. */
    GROUPS,
    /** An empty {@code complete_at} means that the file was complete when handed in. */
    SHORT_FORM,
    PAYMENTS,
    STEPS,
    PAUSES,
    DOCUMENTS
  }

  Agency {
    offices = List.copyOf(offices);
    offers = List.copyOf(offers);
    // An enum set, as this is asked several times for every line.
    habits = habits.isEmpty() ? EnumSet.noneOf(Habit.class) : EnumSet.copyOf(habits);
  }

  boolean does(Habit habit) {
    return habits.contains(habit);
  }

  String name() {
    return kind.agencyName(region, unit);
  }

  /** The main body that a service unit belongs to. */
  Optional<String> parentId() {
    return unit == 1 ? Optional.empty() : Optional.of(kind.agencyId(region, 1));
  }

  /** The share of its cases that ask for {@code some} of its offers. */
  double asked(Predicate<Offer> some) {
    double share = 0;
    double before = 0;
    for (Offer offer : offers) {
      share += some.test(offer) ? offer.cumulative() - before : 0;
      before = offer.cumulative();
    }
    return share;
  }

  /** This agency, with one more habit. */
  Agency doing(Habit habit) {
    Set<Habit> more = EnumSet.of(habit);
    more.addAll(habits);
    return new Agency(
        index, id, kind, region, unit, cases, officers, offices, offers, quality, more);
  }
}
