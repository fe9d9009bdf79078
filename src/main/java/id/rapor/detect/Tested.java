package id.rapor.detect;

import id.rapor.detect.DetectorEntry.Words;
import java.math.BigDecimal;

/**
 * One subject that was tested, found or not.
 *
 * @param effect value against baseline
 * @param n what it rests on
 * @param p chance of it among clean peers
 * @param isLarge whether the effect matters, however sure it is
 * @param words what was seen, for a finding
 * @param amount money at stake, or null where none is told
 */
record Tested(
    Subject subject,
    double value,
    double baseline,
    double effect,
    long n,
    double p,
    boolean isLarge,
    Words words,
    BigDecimal amount) {

  /** A test about something else than money. */
  Tested(
      Subject subject,
      double value,
      double baseline,
      double effect,
      long n,
      double p,
      boolean isLarge,
      Words words) {
    this(subject, value, baseline, effect, n, p, isLarge, words, null);
  }

  /** The same test, which counts in the family and makes no finding. */
  Tested asTestAlone() {
    return new Tested(subject, value, baseline, effect, n, p, false, words, amount);
  }
}
