package id.rapor.detect;

import id.rapor.stats.Dispersion;
import id.rapor.stats.NormalTail;
import id.rapor.stats.Tails;
import java.math.BigDecimal;

/**
 * The share of one agency's rows that have a mark, beside what its peers lead to expect: see {@link
 * PeerGroup}. Where a floor is known by other means, the larger one counts.
 *
 * <p>The chance of it is the larger of two: Fisher's exact one, as if agencies differed by chance
 * alone, and that of a funnel of asin(sqrt(share)) widened by how much the other agencies differ.
 *
 * <p>Source: indirect standardisation; Fisher 1935; Spiegelhalter 2005.
 *
 * @param n rows
 * @param hits rows with the mark
 * @param expected rows with the mark to be expected
 * @param isByFloor whether a floor says so, as peers lead to expect less
 * @param peers rows of all others
 * @param amount money of the rows with the mark, or null where they are about none
 */
record PeerShare(
    Subject subject,
    long n,
    long hits,
    double expected,
    boolean isByFloor,
    long peers,
    BigDecimal amount) {
  /**
   * Counts of one stratum.
   *
   * @param floor rows with the mark to be expected at least, by other means than peers
   * @param amount money of the rows with the mark, or null where they are about none
   */
  record Tally(
      Subject subject, String stratum, long n, long hits, double floor, BigDecimal amount) {}

  double share() {
    return (double) hits / n;
  }

  double expectedShare() {
    return expected / n;
  }

  /** The chance of it where peers differ as {@code usual}; in [0, 1]. */
  double chance(Dispersion usual) {
    return Math.max(exact(), NormalTail.above(usual.z(off(), error())));
  }

  /** Fisher's exact chance; binomial without peers, where a floor alone is known. */
  private double exact() {
    if (peers == 0) {
      return Tails.binomial(hits, n, expectedShare());
    }
    long marked = hits + Math.round(expectedShare() * peers);
    return Tails.hypergeometric(hits, n + peers, marked, n);
  }

  /** How far it lies from what is expected, on the scale of asin(sqrt(share)). */
  double off() {
    return angle(share()) - angle(expectedShare());
  }

  /** The standard error of {@link #off} by chance alone. */
  double error() {
    double variance = 1.0 / (4 * n) + (peers == 0 ? 0 : 1.0 / (4 * peers));
    return Math.sqrt(variance);
  }

  private static double angle(double share) {
    return Math.asin(Math.sqrt(Math.min(1, share)));
  }
}
