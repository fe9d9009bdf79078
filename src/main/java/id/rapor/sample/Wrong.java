package id.rapor.sample;

import id.rapor.sample.Agency.Habit;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One kind of wrong that can be planted: which detector should find it, where it may happen, and
 * what it does to a case.
 *
 * @param detector code of the detector that should find it
 * @param rate share of a guilty agency's cases that are tempted
 * @param minimum cases that an agency must have to be chosen; enough for the detector to see it
 * @param share of all agencies that are guilty, at least one
 * @param where agencies that can do it
 * @param needs what a guilty agency must record for it to be seen
 */
record Wrong(
    String detector,
    Subject subject,
    Stage stage,
    double rate,
    long minimum,
    double share,
    Predicate<Agency> where,
    Set<Habit> needs,
    Change change) {

  /** What the truth names: each case bent, or once the agency, officer or pair. */
  enum Subject {
    CASE,
    OFFICER,
    AGENCY,
    PAIR
  }

  /** How far a case is made when the wrong bends it. */
  enum Stage {
    /** Before any time is known: working durations, applicant, officer. */
    PLANNED,
    /** When times are known and fees are not. */
    TIMED,
    /** When fees are paid. */
    PAID,
    /** At the end: steps, documents, survey, complaint. */
    TOLD;

    /** Whether both bend the same part of a case: durations and dates are one part. */
    boolean clashesWith(Stage other) {
      return this == other || (isOfTime() && other.isOfTime());
    }

    private boolean isOfTime() {
      return this == PLANNED || this == TIMED;
    }
  }

  /** Bends a case; says whether it could. */
  interface Change {
    boolean bend(Draft draft, Draw draw, Guilt guilt);
  }

  private static final double FEW = 0.05;
  private static final double FEWER = 0.012;

  /** A wrong of single cases, each of which a detector should find. */
  static Wrong ofCases(
      String detector, Stage stage, double rate, Predicate<Agency> where, Change change) {
    return new Wrong(detector, Subject.CASE, stage, rate, 150, FEW, where, Set.of(), change);
  }

  /** A wrong of an agency as a whole, seen only over at least {@code minimum} cases. */
  static Wrong ofAgency(
      String detector,
      Stage stage,
      double rate,
      long minimum,
      Predicate<Agency> where,
      Change change) {
    return new Wrong(
        detector, Subject.AGENCY, stage, rate, minimum, FEWER, where, Set.of(), change);
  }

  /** The same, with another subject. */
  Wrong by(Subject other) {
    return new Wrong(detector, other, stage, rate, minimum, share, where, needs, change);
  }

  /** The same, where the agency must record {@code habits}. */
  Wrong seenIn(Habit first, Habit... habits) {
    return new Wrong(
        detector, subject, stage, rate, minimum, share, where, EnumSet.of(first, habits), change);
  }
}
