package id.rapor.settings;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * One entry of key {@code releases}: an edition that is announced, so that nobody may choose its
 * day by what it says (European Statistics Code of Practice, principle 6).
 *
 * @param period key {@code period}: its code
 * @param edition key {@code edition}: {@code provisional} or {@code final}; default provisional. No
 *     final one is made before its day
 * @param on key {@code on}: the day
 */
public record PlannedEdition(Period period, String edition, LocalDate on) {
  static final String FINAL = "final";

  public PlannedEdition {
    requireNonNull(period);
    requireNonNull(edition);
    requireNonNull(on);
  }

  /** Whether it is announced as final. */
  public boolean isFinal() {
    return edition.equals(FINAL);
  }
}
