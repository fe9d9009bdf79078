package id.rapor.publish;

import id.rapor.publish.Relations.Sum;
import java.util.BitSet;

/**
 * Between what the unknown counts lie, as far as sums tell one at a time. A hidden count is at
 * least 1, as 0 is shown.
 */
final class Bounds {
  /** More than any sum of counts; far enough from the end that sums of it do not overflow. */
  private static final long MOST = 1L << 50;

  /** Bounds that still move after so many rounds hardly meet. */
  private static final int ROUNDS = 20;

  private final BitSet unknown;
  private final long[] least;
  private final long[] most;
  private boolean moved;

  private Bounds(BitSet unknown, long[] counts) {
    this.unknown = unknown;
    this.least = counts;
    this.most = counts.clone();
    unknown.stream().forEach(at -> least[at] = 1);
    unknown.stream().forEach(at -> most[at] = MOST);
  }

  /** The unknown counts whose bounds meet. */
  static BitSet met(BitSet unknown, Relations relations) {
    Bounds bounds = new Bounds(unknown, relations.counts());
    bounds.moved = true;
    for (int round = 0; round < ROUNDS && bounds.moved; round++) {
      bounds.moved = false;
      relations.sums().forEach(bounds::narrow);
    }
    BitSet met = new BitSet();
    unknown.stream().filter(at -> bounds.least[at] == bounds.most[at]).forEach(met::set);
    return met;
  }

  private void narrow(Sum sum) {
    BitSet parts = sum.parts();
    long low = 0;
    long high = 0;
    for (int at = parts.nextSetBit(0); at >= 0; at = parts.nextSetBit(at + 1)) {
      low += least[at];
      high += most[at];
    }
    bound(sum.whole(), low, high);
    for (int at = parts.nextSetBit(0); at >= 0; at = parts.nextSetBit(at + 1)) {
      bound(at, least[sum.whole()] - (high - most[at]), most[sum.whole()] - (low - least[at]));
    }
  }

  private void bound(int at, long low, long high) {
    if (unknown.get(at) && (low > least[at] || high < most[at])) {
      least[at] = Math.max(least[at], low);
      most[at] = Math.min(most[at], high);
      moved = true;
    }
  }
}
