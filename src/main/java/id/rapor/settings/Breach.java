package id.rapor.settings;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One entry of key {@code breaches}: a breach of the law that a competent body has confirmed. It
 * caps the overall score of every period that it touches.
 *
 * @param agency key {@code agency}: the agency's code
 * @param from key {@code from}: its first day
 * @param to key {@code to}: its last day; empty while it lasts
 * @param cap key {@code cap}: the highest score, 0-100; default 59.99, just below the standard
 * @param reason key {@code reason}: who confirmed what, as it is to be published
 */
public record Breach(
    String agency, LocalDate from, Optional<LocalDate> to, double cap, String reason) {

  /** An agency that broke the law does not meet its standard, whatever else it does well. */
  public static final double BELOW_STANDARD = 59.99;

  public Breach {
    requireNonNull(agency);
    requireNonNull(from);
    requireNonNull(to);
    requireNonNull(reason);
  }

  /** Whether it touches {@code period}. */
  public boolean touches(Period period) {
    return from.isBefore(period.end())
        && !to.map(last -> last.isBefore(period.first().atDay(1))).orElse(false);
  }
}
