package id.rapor.stats;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The share that still waits after each time, where some are only known to have waited so long: the
 * product-limit estimate (Kaplan and Meier, 1958, JASA 53, 457-481). Who ended at a time comes
 * before who was last seen at it.
 *
 * <p>Times are whole, at least 0 and at most {@link #LONGEST}, in any unit.
 */
public final class KaplanMeier {
  /** The longest time that can be told. */
  public static final long LONGEST = Long.MAX_VALUE >> 1;

  private final long[] seen;
  private final double[] survival;

  private KaplanMeier(long[] seen, double[] survival) {
    this.seen = seen;
    this.survival = survival;
  }

  /** A time as {@link #of} takes it, in one number that sorts as times do. */
  public static long seen(long time, boolean ended) {
    if (time < 0 || time > LONGEST) {
      throw new IllegalArgumentException(
          "Cannot tell a waiting time of " + time + ", expected 0 to " + LONGEST + ".");
    }
    return time << 1 | (ended ? 0 : 1);
  }

  /**
   * The curve of {@code seen}, which is sorted on the way.
   *
   * @param seen of {@link #seen}, at least one
   */
  public static KaplanMeier of(long[] seen) {
    if (seen.length == 0) {
      throw new IllegalArgumentException("Cannot draw a survival curve of no times.");
    }
    Arrays.sort(seen);
    double[] survival = new double[seen.length];
    // Between two that were last seen, the share is one of whole numbers: no error adds up.
    double level = 1;
    int atRisk = seen.length;
    for (int i = 0; i < seen.length; i++) {
      int left = seen.length - i - 1;
      boolean ended = (seen[i] & 1) == 0;
      if (ended) {
        survival[i] = level * left / atRisk;
      } else {
        survival[i] = level * (left + 1) / atRisk;
        level = survival[i];
        atRisk = Math.max(1, left);
      }
    }
    return new KaplanMeier(seen, survival);
  }

  public int size() {
    return seen.length;
  }

  /** The longest time seen, ended or not. */
  public long longest() {
    return seen[seen.length - 1] >> 1;
  }

  /** The first time after which at most {@code level} still wait; empty if more do at the end. */
  public OptionalLong reaches(double level) {
    int place = place(level);
    return place == seen.length ? OptionalLong.empty() : OptionalLong.of(seen[place] >> 1);
  }

  /** Whether the share stays within {@code hair} of {@code level} for any while. */
  public boolean rests(double level, double hair) {
    int place = place(level + hair);
    return place < seen.length && survival[place] >= level - hair;
  }

  /** Where the curve first comes down to {@code level}. */
  private int place(double level) {
    int low = 0;
    int high = seen.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (survival[middle] <= level) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
