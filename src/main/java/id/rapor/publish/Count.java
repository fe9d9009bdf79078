package id.rapor.publish;

import id.rapor.settings.Period;
import id.rapor.table.Measurements;

/**
 * A count of persons, at least 1.
 *
 * @param isSmall whether it is below the least that is published
 */
record Count(Cell cell, long n, boolean isSmall, Before before) {

  /** Where a count stands. */
  record Cell(Period period, String service) {
    boolean isWhole() {
      return service.equals(Measurements.ALL_SERVICES);
    }
  }

  /** What the newest edition before tells of a count. */
  enum Before {
    /** Nothing, or another count. */
    UNTOLD,
    /** The same count. */
    SHOWN,
    /** That it is hidden. */
    HIDDEN
  }
}
