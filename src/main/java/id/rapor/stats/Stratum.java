package id.rapor.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Counts of one stratum, in which two groups can be held against each other.
 *
 * @param event how many of the group had the event
 * @param noEvent how many of it had not
 * @param otherEvent how many of the others had it
 * @param otherNoEvent how many of the others had not
 */
public record Stratum(long event, long noEvent, long otherEvent, long otherNoEvent) {

  public Stratum {
    if (Math.min(Math.min(event, noEvent), Math.min(otherEvent, otherNoEvent)) < 0) {
      throw new IllegalArgumentException(
          "Cannot compare two groups: a count is negative, expected 0 or more; check the counting.");
    }
  }

  /** How many the group has. */
  public long group() {
    return event + noEvent;
  }

  /** How many the others have. */
  public long others() {
    return otherEvent + otherNoEvent;
  }

  long events() {
    return event + otherEvent;
  }

  long all() {
    return group() + others();
  }

  /** Whether either side has any. */
  public boolean hasBoth() {
    return group() > 0 && others() > 0;
  }

  /** Whether it says anything of a difference: both groups, both outcomes. */
  boolean isInformative() {
    return hasBoth() && events() > 0 && events() < all();
  }

  /**
   * {@code strata} whose odds ratio knows no bound, as none of the others had the event or all of
   * the group: as if it had been otherwise with one of them, in the stratum where both are most.
   */
  public static List<Stratum> bounded(List<Stratum> strata) {
    Comparator<Stratum> size = Comparator.comparingLong(one -> Math.min(one.group(), one.others()));
    Stratum most = Collections.max(strata, size);
    long other = most.otherEvent == 0 ? 1 : 0;
    long own = most.noEvent == 0 ? 1 : 0;
    List<Stratum> bounded = new ArrayList<>(strata);
    bounded.set(
        strata.indexOf(most),
        new Stratum(
            most.event - own,
            most.noEvent + own,
            most.otherEvent + other,
            most.otherNoEvent - other));
    return bounded;
  }
}
