package id.rapor.league;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.stats.RankSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Places of one table by hand, and the laws of any. */
class RankingTest {

  @Test
  void scoresEqualAsPublishedShareALabelButNotARank() {
    Map<String, Place> places =
        Ranking.places(
            List.of(
                ranked("a", 90, 1),
                ranked("b", 80.004, 1),
                ranked("c", 80.001, 1),
                ranked("d", 70, 1)),
            1);
    assertThat(places.get("a").label()).isEqualTo("1");
    assertThat(places.get("b").label()).isEqualTo("2=");
    assertThat(places.get("c").label()).isEqualTo("2=");
    assertThat(places.get("d").label()).isEqualTo("4");
    assertThat(places.get("b").set().rank()).isEqualTo(2);
    assertThat(places.get("c").set().rank()).isEqualTo(3);
  }

  @Test
  void badgesNeedTheWholeSetWithinAFifth() {
    List<Entrant> ten =
        IntStream.range(0, 10).mapToObj(i -> ranked("a" + i, 95 - 5 * i, 0.1)).toList();
    Map<String, Place> places = Ranking.places(ten, 1);
    assertThat(IntStream.range(0, 10).mapToObj(i -> places.get("a" + i).badge().code()))
        .containsExactly(
            "top",
            "top",
            "not_told_apart",
            "not_told_apart",
            "not_told_apart",
            "not_told_apart",
            "not_told_apart",
            "not_told_apart",
            "bottom",
            "bottom");
    List<Entrant> unsure = new ArrayList<>(ten);
    unsure.set(1, ranked("a1", 90, 9));
    assertThat(Ranking.places(unsure, 1).get("a1").badge()).isEqualTo(Place.Badge.NOT_TOLD_APART);
  }

  @Test
  void aFifthIsRoundedDown() {
    RankSet first = new RankSet(1, 1, 1, 3, 0, 2);
    assertThat(Place.Badge.of(first, 4)).isEqualTo(Place.Badge.NOT_TOLD_APART);
    assertThat(Place.Badge.of(first, 5)).isEqualTo(Place.Badge.TOP);
    assertThat(Place.Badge.of(new RankSet(2, 1, 2, 7, 0, 2), 9))
        .isEqualTo(Place.Badge.NOT_TOLD_APART);
    assertThat(Place.Badge.of(new RankSet(9, 9, 10, 0, 8, 2), 10)).isEqualTo(Place.Badge.BOTTOM);
    assertThat(Place.Badge.of(new RankSet(9, 8, 10, 0, 7, 2), 10))
        .isEqualTo(Place.Badge.NOT_TOLD_APART);
  }

  @Test
  void whoIsNotRatedIsNotRanked() {
    Map<String, Place> places =
        Ranking.places(
            List.of(
                ranked("a", 50, 1),
                new Entrant("b", Double.NaN, Double.NaN, "not_rated", "no data: x"),
                new Entrant("c", 90, Double.NaN, "published", null)),
            1);
    assertThat(places).containsOnlyKeys("a");
    assertThat(places.get("a").set()).isEqualTo(new RankSet(1, 1, 1, 0, 0, 0));
    assertThat(places.get("a").amongFirst()).isEqualTo(1);
    assertThat(Ranking.places(List.of(), 1)).isEmpty();
  }

  @Test
  void ofTwoEachIsHeldAgainstTheOther() {
    Map<String, Place> close = Ranking.places(List.of(ranked("a", 80, 3), ranked("b", 78, 3)), 1);
    assertThat(close.get("b").set().low()).isEqualTo(1);
    assertThat(close.get("a").set().high()).isEqualTo(2);
    Map<String, Place> apart = Ranking.places(List.of(ranked("a", 80, 1), ranked("b", 70, 1)), 1);
    assertThat(apart.get("b").set().low()).isEqualTo(2);
    assertThat(apart.get("a").set().betterThan()).isEqualTo(1);
  }

  @Property(tries = 200)
  void everySetHoldsItsRankAndNoneIsBothEnds(@ForAll("tables") List<Entrant> entrants) {
    Map<String, Place> places = Ranking.places(entrants, 1);
    for (Entrant entrant : entrants) {
      Place place = places.get(entrant.agency());
      RankSet set = place.set();
      assertThat(set.rank()).isBetween(set.low(), set.high());
      assertThat(set.low()).isGreaterThanOrEqualTo(1);
      assertThat(set.high()).isLessThanOrEqualTo(entrants.size());
      assertThat(place.amongFirst()).isBetween(0.0, 1.0);
      assertThat(Integer.parseInt(place.label().replace("=", ""))).isLessThanOrEqualTo(set.rank());
    }
  }

  @Property(tries = 100)
  void swappingTwoAgenciesSwapsTheirRows(
      @ForAll("tables") List<Entrant> entrants, @ForAll @IntRange(max = 624) int pick) {
    int i = pick % entrants.size();
    int j = pick / 25 % entrants.size();
    List<Entrant> swapped = new ArrayList<>(entrants);
    swapped.set(i, named(entrants.get(i).agency(), entrants.get(j)));
    swapped.set(j, named(entrants.get(j).agency(), entrants.get(i)));
    Map<String, Place> before = Ranking.places(entrants, 1);
    Map<String, Place> after = Ranking.places(swapped, 1);
    assertThat(after.get("a" + i)).isEqualTo(before.get("a" + j));
    assertThat(after.get("a" + j)).isEqualTo(before.get("a" + i));
  }

  @Property(tries = 50)
  void lowestFirstIsHighestFirstOfTheNegatives(@ForAll("tables") List<Entrant> entrants) {
    List<Entrant> negative =
        entrants.stream()
            .map(one -> ranked(one.agency(), -one.score(), one.standardError()))
            .toList();
    assertThat(Ranking.places(entrants, -1)).isEqualTo(Ranking.places(negative, 1));
  }

  private static Entrant named(String agency, Entrant entrant) {
    return ranked(agency, entrant.score(), entrant.standardError());
  }

  @Provide
  Arbitrary<List<Entrant>> tables() {
    return Combinators.combine(
            Arbitraries.doubles().between(0, 100).ofScale(2),
            Arbitraries.of(0.0, 0.004, 0.4, 2.0, 8.0))
        .as((score, error) -> ranked("", score, error))
        .list()
        .ofMinSize(1)
        .ofMaxSize(25)
        .map(
            rows ->
                IntStream.range(0, rows.size())
                    .mapToObj(
                        i -> ranked("a" + i, rows.get(i).score(), rows.get(i).standardError()))
                    .toList());
  }

  private static Entrant ranked(String agency, double score, double error) {
    return new Entrant(agency, score, error, "published", null);
  }
}
