package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The one standard that holds during a run of days, and the tariffs that are right beside its own
 * near a change.
 *
 * @param previous the tariff before; also right up to and on its day
 * @param next the tariff after; also right from its day on
 */
record StandardSpell(
    Spell days, Standard standard, Optional<Beside> previous, Optional<Beside> next) {

  /** A neighbouring tariff and the last (or first) day on which it is also right. */
  record Beside(Tariff tariff, LocalDate day) {
    Beside {
      requireNonNull(tariff);
      requireNonNull(day);
    }
  }

  StandardSpell {
    requireNonNull(days);
    requireNonNull(standard);
    requireNonNull(previous);
    requireNonNull(next);
  }
}
