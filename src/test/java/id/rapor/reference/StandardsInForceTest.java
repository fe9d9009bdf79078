package id.rapor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.reference.StandardsInForce.Scope;
import id.rapor.reference.StandardsInForce.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Timelines of standards against a resolution of each day by itself. */
class StandardsInForceTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final int DAYS = 60;
  private static final int GRACE = 7;
  private static final Subject SUBJECT = new Subject("S", Standard.REGULAR);
  private static final List<String> REGIONS_UP = List.of("32.04", "32");

  @Property
  void onEveryDayTheMostSpecificRowWins(@ForAll("rows") List<Standard> rows) {
    StandardsInForce standards = new StandardsInForce(rows, GRACE);
    List<StandardSpell> timeline = standards.timeline(SUBJECT, standards.scope("A", REGIONS_UP));
    for (LocalDate day = FIRST.minusDays(9);
        day.isBefore(FIRST.plusDays(DAYS));
        day = day.plusDays(1)) {
      assertThat(at(timeline, day).map(StandardSpell::standard)).isEqualTo(naive(rows, day));
    }
  }

  @Property
  void nearAChangeTheTariffBesideIsTheOneOfAnAdjacentDay(@ForAll("rows") List<Standard> rows) {
    StandardsInForce standards = new StandardsInForce(rows, GRACE);
    List<StandardSpell> timeline = standards.timeline(SUBJECT, standards.scope("A", REGIONS_UP));
    for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
      LocalDate today = day;
      Optional<Tariff> previous =
          at(timeline, day)
              .flatMap(StandardSpell::previous)
              .filter(beside -> !today.isAfter(beside.day()))
              .map(StandardSpell.Beside::tariff);
      Optional<Tariff> next =
          at(timeline, day)
              .flatMap(StandardSpell::next)
              .filter(beside -> !today.isBefore(beside.day()))
              .map(StandardSpell.Beside::tariff);
      assertThat(previous).isEqualTo(naiveBeside(rows, day, -1));
      assertThat(next).isEqualTo(naiveBeside(rows, day, 1));
    }
  }

  @Example
  void aMoreSpecificRowIsTakenWhole() {
    Standard country = row("", "", Optional.empty(), Optional.empty(), Optional.of("100"));
    Standard region = row("", "32", Optional.empty(), Optional.empty(), Optional.empty());
    StandardsInForce standards = new StandardsInForce(List.of(country, region), GRACE);
    assertThat(standards.timeline(SUBJECT, standards.scope("A", REGIONS_UP)))
        .singleElement()
        .satisfies(spell -> assertThat(spell.standard().tariff().isKnown()).isFalse());
  }

  @Example
  void placesThatNoRowTellsApartShareTheirScope() {
    Standard region = row("", "32", Optional.empty(), Optional.empty(), Optional.of("1"));
    StandardsInForce standards = new StandardsInForce(List.of(region), GRACE);
    assertThat(standards.scope("A", List.of("32.04", "32")))
        .isEqualTo(standards.scope("B", List.of("32.73", "32")))
        .isEqualTo(new Scope(Optional.empty(), List.of("32")));
  }

  @Provide
  Arbitrary<List<Standard>> rows() {
    Arbitrary<Standard> row =
        Combinators.combine(
                Arbitraries.of("", "A", "B"),
                Arbitraries.of("", "32", "32.04", "51"),
                Arbitraries.integers().between(0, DAYS).injectNull(0.2),
                Arbitraries.integers().between(0, 30).injectNull(0.2),
                Arbitraries.of("100", "200", "300").injectNull(0.2))
            .as(
                (agency, region, from, length, fee) ->
                    row(
                        agency,
                        region,
                        Optional.ofNullable(from).map(FIRST::plusDays),
                        Optional.ofNullable(length)
                            .map(days -> FIRST.plusDays((from == null ? 0 : from) + days)),
                        Optional.ofNullable(fee)));
    return row.list().ofMaxSize(12).map(StandardsInForceTest::withoutEqualRanks);
  }

  private static List<Standard> withoutEqualRanks(List<Standard> rows) {
    List<Standard> kept = new ArrayList<>();
    for (Standard row : rows) {
      if (kept.stream()
          .noneMatch(
              other ->
                  other.agencyId().equals(row.agencyId())
                      && other.regionCode().equals(row.regionCode())
                      && other.spell().overlaps(row.spell()))) {
        kept.add(row);
      }
    }
    return kept;
  }

  private static Standard row(
      String agency,
      String region,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<String> fee) {
    return new Standard(
        "S",
        Standard.REGULAR,
        Optional.of(agency).filter(text -> !text.isEmpty()),
        Optional.of(region).filter(text -> !text.isEmpty()),
        new Spell(from, to),
        new Tariff(fee.map(BigDecimal::new), Optional.empty(), Optional.empty(), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private static Optional<StandardSpell> at(List<StandardSpell> timeline, LocalDate day) {
    List<StandardSpell> found =
        timeline.stream().filter(spell -> spell.days().covers(day)).toList();
    assertThat(found).hasSizeLessThanOrEqualTo(1);
    return found.stream().findFirst();
  }

  /** Agency over region, near region over far: written out rank by rank. */
  private static Optional<Standard> naive(List<Standard> rows, LocalDate day) {
    for (Optional<String> agency : List.of(Optional.of("A"), Optional.<String>empty())) {
      for (Optional<String> region :
          List.of(Optional.of("32.04"), Optional.of("32"), Optional.<String>empty())) {
        for (Standard row : rows) {
          if (row.spell().covers(day)
              && row.agencyId().equals(agency)
              && row.regionCode().equals(region)) {
            return Optional.of(row);
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Walks day by day to the nearest other tariff; it counts if it is known, the walk meets no day
   * without a standard, and the new tariff's first day lies within the grace.
   */
  private static Optional<Tariff> naiveBeside(List<Standard> rows, LocalDate day, int step) {
    Optional<Tariff> own = naive(rows, day).map(Standard::tariff);
    int furthest = step < 0 ? GRACE + 1 : GRACE;
    for (int away = 1; away <= furthest && own.isPresent(); away++) {
      Optional<Tariff> other = naive(rows, day.plusDays((long) step * away)).map(Standard::tariff);
      if (other.isEmpty()) {
        return Optional.empty();
      }
      if (!other.equals(own)) {
        return other.filter(Tariff::isKnown);
      }
    }
    return Optional.empty();
  }
}
