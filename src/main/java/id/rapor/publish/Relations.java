package id.rapor.publish;

import id.rapor.publish.Count.Cell;
import id.rapor.settings.Period;
import id.rapor.table.Measurements;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * What adds up among counts, each named by its place in a list, and what follows from it for those
 * that a reader does not know.
 */
final class Relations {
  private final long[] counts;
  private final List<Sum> sums;

  /** The sums that each count stands in. */
  private final List<List<Sum>> around = new ArrayList<>();

  private Relations(long[] counts, List<Sum> sums) {
    this.counts = counts;
    this.sums = List.copyOf(sums);
    for (int at = 0; at < counts.length; at++) {
      around.add(new ArrayList<>());
    }
    sums.forEach(sum -> sum.all().stream().forEach(at -> around.get(at).add(sum)));
  }

  /** All counts, to be kept by the caller. */
  long[] counts() {
    return counts.clone();
  }

  /** Each sum with its parts. */
  List<Sum> sums() {
    return sums;
  }

  /**
   * Of all {@code counts} the one at {@code whole} is the sum of those at {@code parts}; {@code
   * all} are both.
   */
  record Sum(int whole, BitSet parts, BitSet all) {}

  /** How counts of months go together in a longer period. */
  enum Adding {
    /** They are summed. */
    ROWS,
    /** The greatest stands for all, as the same officers are counted; what they do is summed. */
    OFFICERS
  }

  /** All sums that hold among {@code counts}; a count that is not there is 0. */
  static Relations of(List<Count> counts, Adding adding) {
    long[] values = counts.stream().mapToLong(Count::n).toArray();
    Map<Cell, Integer> places = new HashMap<>();
    for (int at = 0; at < counts.size(); at++) {
      places.put(counts.get(at).cell(), at);
    }
    List<Sum> sums = new ArrayList<>();
    Map<Period, BitSet> byPeriod = new TreeMap<>();
    Map<String, TreeSet<Period>> periods = new TreeMap<>();
    for (Cell cell : places.keySet()) {
      periods.computeIfAbsent(cell.service(), service -> new TreeSet<>()).add(cell.period());
      if (!cell.isWhole()) {
        byPeriod.computeIfAbsent(cell.period(), one -> new BitSet()).set(places.get(cell));
      }
    }
    byPeriod.forEach(
        (period, parts) ->
            add(
                sums,
                places.get(new Cell(period, Measurements.ALL_SERVICES)),
                parts,
                values,
                Adding.ROWS));
    periods.forEach(
        (service, some) ->
            some.forEach(
                period ->
                    parts(period, service, some, places)
                        .forEach(
                            parts ->
                                add(
                                    sums,
                                    places.get(new Cell(period, service)),
                                    parts,
                                    values,
                                    adding))));
    return new Relations(values, sums);
  }

  /** The shorter periods of each kind within {@code period}. */
  private static Collection<BitSet> parts(
      Period period, String service, Collection<Period> periods, Map<Cell, Integer> places) {
    Map<Period.Kind, BitSet> parts = new TreeMap<>();
    for (Period other : periods) {
      boolean isWithin =
          other.kind().compareTo(period.kind()) < 0
              && period.holds(other.first())
              && period.holds(other.last());
      if (isWithin) {
        parts
            .computeIfAbsent(other.kind(), kind -> new BitSet())
            .set(places.get(new Cell(other, service)));
      }
    }
    return parts.values();
  }

  private static void add(
      List<Sum> sums, Integer whole, BitSet parts, long[] counts, Adding adding) {
    LongStream all = parts.stream().mapToLong(at -> counts[at]);
    long together = adding == Adding.ROWS ? all.sum() : all.max().orElse(0);
    if (whole != null && together == counts[whole]) {
      BitSet members = (BitSet) parts.clone();
      members.set(whole);
      sums.add(new Sum(whole, parts, members));
    }
  }

  /** All others that stand in a sum with any of {@code some}. */
  BitSet beside(BitSet some) {
    BitSet beside = new BitSet();
    for (int at = some.nextSetBit(0); at >= 0; at = some.nextSetBit(at + 1)) {
      around.get(at).forEach(sum -> beside.or(sum.all()));
    }
    beside.andNot(some);
    return beside;
  }

  /** All that stands in a sum whose only one of {@code unknown} is one of {@code some}. */
  BitSet settling(BitSet some, BitSet unknown) {
    BitSet settling = new BitSet();
    for (int at = some.nextSetBit(0); at >= 0; at = some.nextSetBit(at + 1)) {
      for (Sum sum : around.get(at)) {
        if (unknown.get(at) && isOnly(at, sum.all(), unknown)) {
          settling.or(sum.all());
        }
      }
    }
    return settling;
  }

  private static boolean isOnly(int one, BitSet all, BitSet unknown) {
    for (int at = all.nextSetBit(0); at >= 0; at = all.nextSetBit(at + 1)) {
      if (at != one && unknown.get(at)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Those of {@code unknown} that follow from what is known: all of them, unless bounds alone give
   * one of {@code secrets}, which is quicker to tell.
   */
  BitSet found(BitSet unknown, BitSet secrets) {
    BitSet found = Bounds.met(unknown, this);
    if (!found.intersects(secrets)) {
      found.or(solved(unknown));
    }
    return found;
  }

  /**
   * By elimination. Two hierarchies crossed make a network, so that whether an unknown is settled
   * can be told by arithmetic modulo 2 (its matrix is totally unimodular).
   */
  private BitSet solved(BitSet unknown) {
    Map<Integer, BitSet> rows = new HashMap<>();
    BitSet pivots = new BitSet();
    for (Sum sum : sums) {
      BitSet row = (BitSet) sum.all().clone();
      row.and(unknown);
      BitSet met = (BitSet) row.clone();
      met.and(pivots);
      met.stream().forEach(pivot -> row.xor(rows.get(pivot)));
      if (!row.isEmpty()) {
        int pivot = row.nextSetBit(0);
        rows.values().stream().filter(other -> other.get(pivot)).forEach(other -> other.xor(row));
        rows.put(pivot, row);
        pivots.set(pivot);
      }
    }
    BitSet solved = new BitSet();
    rows.forEach((pivot, row) -> solved.set(pivot, row.cardinality() == 1));
    return solved;
  }
}
