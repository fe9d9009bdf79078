package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for the ranks of any units. */
class RankLawsTest {

  @Property(tries = 200)
  void everySetHoldsItsRank(@ForAll("units") List<Unit> units) {
    for (RankSet set : ranks(units)) {
      assertThat(set.rank()).isBetween(set.low(), set.high());
      assertThat(set.low()).isEqualTo(1 + set.worseThan());
      assertThat(set.high()).isEqualTo(units.size() - set.betterThan());
    }
  }

  @Property(tries = 200)
  void swappingTwoUnitsSwapsTheirRows(
      @ForAll("units") List<Unit> units, @ForAll @IntRange(max = 99) int pick) {
    int i = pick % units.size();
    int j = pick / 10 % units.size();
    List<RankSet> expected = new ArrayList<>(ranks(units));
    java.util.Collections.swap(expected, i, j);
    List<Unit> swapped = new ArrayList<>(units);
    java.util.Collections.swap(swapped, i, j);
    assertThat(ranks(swapped)).isEqualTo(expected);
    assertThat(top(swapped)[i]).isEqualTo(top(units)[j]);
  }

  @Property(tries = 200)
  void smallerErrorsNeverMakeASetGrow(
      @ForAll("units") List<Unit> units, @ForAll @DoubleRange(min = 0.01, max = 0.99) double by) {
    List<RankSet> before = ranks(units);
    List<RankSet> after =
        ranks(units.stream().map(unit -> new Unit(unit.value, unit.error * by)).toList());
    for (int i = 0; i < units.size(); i++) {
      assertThat(after.get(i).low()).isGreaterThanOrEqualTo(before.get(i).low());
      assertThat(after.get(i).high()).isLessThanOrEqualTo(before.get(i).high());
    }
  }

  /** One more test raises the critical value: a set changes only if a pair lies in between. */
  @Property(tries = 200)
  void aFarOffUnitChangesNothingOnItsBetterSide(@ForAll("units") List<Unit> units) {
    List<Unit> more = new ArrayList<>(units);
    more.add(new Unit(-1e6, 1));
    List<RankSet> before = ranks(units);
    List<RankSet> after = ranks(more);
    for (int i = 0; i < units.size(); i++) {
      RankSet old = before.get(i);
      RankSet now = after.get(i);
      assertThat(now.rank()).isEqualTo(old.rank());
      assertThat(now.low()).isLessThanOrEqualTo(old.low());
      assertThat(now.high()).isGreaterThanOrEqualTo(old.high());
      if (noPairBetween(units, i, old.criticalValue(), now.criticalValue())) {
        assertThat(List.of(now.low(), now.high())).isEqualTo(List.of(old.low(), old.high()));
      }
    }
  }

  @Property(tries = 100)
  void thePlacesAmongTheFirstAddUp(@ForAll("uncertain") List<Unit> units) {
    double[] top = top(units);
    double places = Math.min(3, units.size());
    assertThat(DoubleStream.of(top).sum()).isBetween(places - 1e-5, places + 1e-5);
    for (double p : top) {
      assertThat(p).isBetween(0.0, 1.0);
    }
  }

  @Property(tries = 100)
  void aBetterUnitOfTheSameErrorIsMoreLikelyAmongTheFirst(@ForAll("uncertain") List<Unit> units) {
    List<Unit> same = units.stream().map(unit -> new Unit(unit.value, 2)).toList();
    double[] top = top(same);
    for (int i = 0; i < same.size(); i++) {
      for (int j = 0; j < same.size(); j++) {
        if (same.get(i).value > same.get(j).value) {
          assertThat(top[i]).isGreaterThanOrEqualTo(top[j] - 1e-6);
        }
      }
    }
  }

  @Provide
  Arbitrary<List<Unit>> units() {
    return units(Arbitraries.of(0.0, 0.25, 0.5, 1.0, 1.7, 4.0, 10.0));
  }

  @Provide
  Arbitrary<List<Unit>> uncertain() {
    return units(Arbitraries.doubles().between(0.05, 5));
  }

  private static Arbitrary<List<Unit>> units(Arbitrary<Double> errors) {
    Arbitrary<Double> values = Arbitraries.integers().between(0, 80).map(half -> 60 + half / 4.0);
    return Combinators.combine(values, errors).as(Unit::new).list().ofMinSize(1).ofMaxSize(12);
  }

  private static boolean noPairBetween(List<Unit> units, int i, double from, double to) {
    return units.stream()
        .mapToDouble(
            other ->
                Math.abs(other.value - units.get(i).value)
                    / Math.hypot(other.error, units.get(i).error))
        .noneMatch(distance -> distance > from - 1e-6 && distance < to + 1e-6);
  }

  private static List<RankSet> ranks(List<Unit> units) {
    return MarginalRanks.of(values(units), errors(units), 0.95);
  }

  private static double[] top(List<Unit> units) {
    return TopProbability.amongFirst(values(units), errors(units), 3);
  }

  private static double[] values(List<Unit> units) {
    return IntStream.range(0, units.size()).mapToDouble(i -> units.get(i).value).toArray();
  }

  private static double[] errors(List<Unit> units) {
    return IntStream.range(0, units.size()).mapToDouble(i -> units.get(i).error).toArray();
  }

  record Unit(double value, double error) {}
}
