package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import id.rapor.table.Standards;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which a reference row holds, both ends included.
 *
 * @param from first valid day; empty = it always was
 * @param to last valid day; empty = open
 */
public record Spell(Optional<LocalDate> from, Optional<LocalDate> to) {
  public static final Spell ALWAYS = new Spell(Optional.empty(), Optional.empty());

  public Spell {
    requireNonNull(from);
    requireNonNull(to);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw new IllegalArgumentException("Cannot make a spell from " + from + " to " + to);
    }
  }

  /** The spell of a line; one that ends before it begins is told as a problem. */
  static Spell of(CsvLine line) {
    Optional<LocalDate> from = line.day(Standards.VALID_FROM);
    Optional<LocalDate> to = line.day(Standards.VALID_TO);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      line.problem(
          Standards.VALID_TO, to.get().toString(), "a day not before valid_from " + from.get());
      return ALWAYS;
    }
    return new Spell(from, to);
  }

  /** Whether {@code day} lies in it. */
  public boolean covers(LocalDate day) {
    return !first().isAfter(day) && !last().isBefore(day);
  }

  /** Whether any day lies in both. */
  public boolean overlaps(Spell other) {
    return !first().isAfter(other.last()) && !other.first().isAfter(last());
  }

  /** Its first day; far in the past where none is given. */
  LocalDate first() {
    return from.orElse(LocalDate.MIN);
  }

  /** Its last day; far in the future where none is given. */
  LocalDate last() {
    return to.orElse(LocalDate.MAX);
  }
}
