package id.rapor.publish;

import id.rapor.publish.Count.Before;
import id.rapor.publish.Count.Cell;
import id.rapor.publish.Relations.Adding;
import id.rapor.settings.Period;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses which counts of one agency are hidden, so that no sum of the others gives a small one
 * back. Counts of all services together are the sum of those by service, and a longer period's is
 * the sum of its months', quarters' and halves'; what adds up is looked for in the counts
 * themselves.
 *
 * <p>Besides the small ones further ones are hidden (complementary suppression, Hundepool and
 * others, 2012), the cheapest first: single services before all of them, short periods before long
 * ones, small counts before large ones. The result does not depend on the order of the counts.
 */
final class Suppression {
  private static final Comparator<Count> CHEAPEST =
      Comparator.comparing((Count one) -> one.cell().isWhole())
          .thenComparing(one -> months(one.cell().period()))
          .thenComparing(Count::n)
          .thenComparing(one -> one.cell().service())
          .thenComparing(one -> one.cell().period());

  private final List<Count> counts;
  private final Relations relations;

  /** What a reader does not know: what is hidden now and was not shown before. */
  private final BitSet unknown = new BitSet();

  private final BitSet hidden = new BitSet();

  /** What must not be told. */
  private final BitSet small = new BitSet();

  /** What an edition before has shown; hiding it again protects nothing. */
  private final BitSet given = new BitSet();

  /** Small counts that nothing can protect any more, as what is beside them was shown before. */
  private final BitSet lost = new BitSet();

  private Suppression(Collection<Count> all, Adding adding) {
    counts = all.stream().filter(one -> one.n() > 0).sorted(CHEAPEST).toList();
    relations = Relations.of(counts, adding);
  }

  /** The cells to hide, of counts of the same rows. */
  static Set<Cell> of(Collection<Count> counts, Adding adding) {
    Suppression suppression = new Suppression(counts, adding);
    suppression.hide();
    Set<Cell> cells = new HashSet<>();
    suppression.hidden.stream().forEach(at -> cells.add(suppression.counts.get(at).cell()));
    return cells;
  }

  private static long months(Period period) {
    return ChronoUnit.MONTHS.between(period.first(), period.last());
  }

  private void hide() {
    boolean anySmall = counts.stream().anyMatch(Count::isSmall);
    for (int at = 0; at < counts.size() && anySmall; at++) {
      Count count = counts.get(at);
      given.set(at, count.before() == Before.SHOWN);
      small.set(at, count.isSmall());
      if (count.isSmall() || count.before() == Before.HIDDEN) {
        hidden.set(at);
        unknown.set(at, !given.get(at));
      }
    }
    for (BitSet found = found(); found.intersects(small); found = found()) {
      BitSet fresh = new BitSet();
      BitSet all = found;
      small.stream().filter(all::get).forEach(at -> protect(at, all, fresh));
    }
  }

  /** What a reader can work out, without what is lost. */
  private BitSet found() {
    BitSet found = relations.found(unknown, small);
    found.andNot(lost);
    return found;
  }

  /**
   * Hides one more count for that one: the cheapest of a sum that has no other unknown; of a sum
   * that settles one of those that settle it; else of any sum, the nearest first. Not if a {@code
   * fresh} one was hidden there in the same round.
   */
  private void protect(int at, BitSet found, BitSet fresh) {
    BitSet reached = new BitSet();
    BitSet next = new BitSet();
    next.set(at);
    while (!next.isEmpty()) {
      if (hidesOne(relations.settling(next, unknown), fresh)) {
        return;
      }
      reached.or(next);
      next = relations.beside(next);
      next.and(unknown);
      next.and(found);
      next.andNot(reached);
    }
    reached.clear();
    next.set(at);
    while (!next.isEmpty()) {
      reached.or(next);
      next = relations.beside(next);
      next.andNot(reached);
      if (hidesOne(next, fresh)) {
        return;
      }
    }
    lost.set(at);
  }

  /** Hides the cheapest of {@code some}; whether one of them is freshly hidden. */
  private boolean hidesOne(BitSet some, BitSet fresh) {
    BitSet open = (BitSet) some.clone();
    open.andNot(hidden);
    open.andNot(given);
    int cheapest = open.nextSetBit(0);
    if (cheapest >= 0 && !some.intersects(fresh)) {
      hidden.set(cheapest);
      unknown.set(cheapest);
      fresh.set(cheapest);
    }
    return some.intersects(fresh);
  }
}
