package id.rapor.detect;

import id.rapor.detect.DetectorEntry.Words;

/**
 * One subject that was tested, found or not.
 *
 * @param effect value against baseline
 * @param n what it rests on
 * @param p chance of it among clean peers
 * @param isLarge whether the effect matters, however sure it is
 * @param words what was seen, for a finding
 */
record Tested(
    Subject subject,
    double value,
    double baseline,
    double effect,
    long n,
    double p,
    boolean isLarge,
    Words words) {

  /** The same test, which counts in the family and makes no finding. */
  Tested asTestAlone() {
    return new Tested(subject, value, baseline, effect, n, p, false, words);
  }
}
