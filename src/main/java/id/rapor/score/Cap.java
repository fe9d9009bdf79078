package id.rapor.score;

import static java.util.stream.Collectors.joining;

import id.rapor.settings.Breach;
import id.rapor.settings.Period;
import java.util.List;
import java.util.Optional;

/**
 * The highest score that an agency can have in a period.
 *
 * @param score 0-100
 * @param reason the breaches that cap it; empty where none does
 */
record Cap(double score, String reason) {
  private static final Cap OPEN = new Cap(100, "");

  /** The lowest cap of the breaches that touch the period; a period of another form has none. */
  static Cap of(List<Breach> breaches, Subject subject) {
    Optional<Period> period = Period.parse(subject.period());
    List<Breach> theirs =
        breaches.stream()
            .filter(breach -> breach.agency().equals(subject.agency()))
            .filter(breach -> period.map(breach::touches).orElse(false))
            .toList();
    return theirs.isEmpty()
        ? OPEN
        : new Cap(
            theirs.stream().mapToDouble(Breach::cap).min().getAsDouble(),
            theirs.stream().map(Breach::reason).collect(joining("; ")));
  }

  boolean isOpen() {
    return reason.isEmpty();
  }

  /** {@code points}, no higher than the cap. */
  double on(double points) {
    return Math.min(score, points);
  }
}
