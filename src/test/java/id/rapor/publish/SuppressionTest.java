package id.rapor.publish;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.publish.Count.Before;
import id.rapor.publish.Count.Cell;
import id.rapor.settings.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whether sums of what is published give back what is hidden, tried by a linear program. */
class SuppressionTest {
  private static final long SMALL = 10;

  @Test
  void aThresholdAloneGivesTheSmallOneBack() {
    Map<Cell, Long> counts = nation("2026-01 KTP 7", "2026-01 SIM 40");
    assertThat(Attack.on(counts, small(counts))).contains(cell("2026-01", "KTP"));
  }

  @Test
  void theCheapestIsHiddenBesideIt() {
    Map<Cell, Long> counts = nation("2026-01 KTP 7", "2026-01 SIM 40", "2026-01 IMB 55");
    Set<Cell> hidden = hidden(list(counts, Map.of()));
    // Quarter and half-year have no other month, so that their counts are those of the month.
    assertThat(hidden)
        .containsExactlyInAnyOrder(
            cell("2026-01", "KTP"),
            cell("2026-Q1", "KTP"),
            cell("2026-H1", "KTP"),
            cell("2026-01", "SIM"),
            cell("2026-Q1", "SIM"),
            cell("2026-H1", "SIM"));
    assertThat(Attack.on(counts, hidden)).isEmpty();
  }

  @Test
  void aMonthThatCouldBeTakenOffItsQuarterHasAnotherHiddenBesideIt() {
    Map<Cell, Long> counts = nation("2026-01 KTP 7", "2026-02 KTP 40", "2026-03 KTP 31");
    assertThat(Attack.on(counts, small(counts))).contains(cell("2026-01", "*"));
    Set<Cell> hidden = hidden(list(counts, Map.of()));
    assertThat(hidden).contains(cell("2026-03", "KTP")).doesNotContain(cell("2026-Q1", "*"));
    assertThat(Attack.on(counts, hidden)).isEmpty();
  }

  @Test
  void nothingSmallNothingHidden() {
    assertThat(hidden(list(nation("2026-01 KTP 10", "2026-02 SIM 40"), Map.of()))).isEmpty();
  }

  @Test
  void randomNationsKeepTheirSecrets() {
    int given = 0;
    int more = 0;
    int all = 0;
    for (int seed = 0; seed < 40; seed++) {
      Map<Cell, Long> counts = random(new Random(seed));
      given += Attack.on(counts, small(counts)).size();
      Set<Cell> hidden = hidden(list(counts, Map.of()));
      assertThat(Attack.on(counts, hidden)).as("seed " + seed).isEmpty();
      all += counts.size();
      more += hidden.size() - small(counts).size();
    }
    assertThat(given).as("given back by the threshold alone").isGreaterThan(40);
    assertThat((double) more / all).as("share hidden besides").isLessThan(0.25);
  }

  /**
   * What is counted among them. Some of each are, and some are not: a total of 0 % or 100 % would
   * tell the same of its parts, and is published on purpose.
   */
  @Test
  void whatIsCountedAmongThemIsNotGivenBackEither() {
    int given = 0;
    for (int seed = 0; seed < 20; seed++) {
      Map<Cell, Long> counts = random(new Random(seed));
      Map<Cell, Long> halves = halves(counts);
      given += Attack.on(halves, small(counts), small(counts)).size();
      assertThat(Attack.on(halves, hidden(list(counts, Map.of())), small(counts)))
          .as("seed " + seed)
          .isEmpty();
    }
    assertThat(given).isPositive();
  }

  @Test
  void theOrderOfTheCountsDoesNotMatter() {
    Map<Cell, Long> counts = random(new Random(7));
    List<Count> shuffled = new ArrayList<>(list(counts, Map.of()));
    Collections.shuffle(shuffled, new Random(1));
    assertThat(hidden(shuffled)).isEqualTo(hidden(list(counts, Map.of())));
  }

  @Test
  void whatWasHiddenBeforeStaysHiddenAsTheNextMonthComes() {
    Map<Cell, Long> before = nation("2026-01 KTP 7", "2026-02 KTP 40");
    Set<Cell> first = hidden(list(before, Map.of()));
    Map<Cell, Long> now = nation("2026-01 KTP 7", "2026-02 KTP 40", "2026-03 KTP 20");
    // Without a memory March would do, as it is smaller, and February would tell January.
    assertThat(hidden(list(now, Map.of()))).doesNotContain(cell("2026-02", "KTP"));
    Map<Cell, Before> told =
        before.keySet().stream()
            .collect(
                Collectors.toMap(
                    one -> one, one -> first.contains(one) ? Before.HIDDEN : Before.SHOWN));
    told.keySet().removeIf(one -> !before.get(one).equals(now.get(one)));
    Set<Cell> second = hidden(list(now, told));
    assertThat(second).contains(cell("2026-01", "KTP"), cell("2026-02", "KTP"));
    assertThat(Attack.on(before, first, now, second)).isEmpty();
    assertThat(Attack.on(before, first, now, hidden(list(now, Map.of()))))
        .contains(cell("2026-01", "KTP"));
  }

  @Test
  void officersOfAMonthAreNotTakenOffTheirQuarter() {
    List<Count> counts =
        List.of(
            new Count(cell("2026-01", "*"), 4, true, Before.UNTOLD),
            new Count(cell("2026-02", "*"), 6, false, Before.UNTOLD),
            new Count(cell("2026-03", "*"), 7, false, Before.UNTOLD),
            new Count(cell("2026-Q1", "*"), 7, false, Before.UNTOLD));
    assertThat(Suppression.of(counts, Relations.Adding.OFFICERS))
        .containsExactlyInAnyOrder(cell("2026-01", "*"), cell("2026-02", "*"));
  }

  private static Set<Cell> hidden(List<Count> counts) {
    return Suppression.of(counts, Relations.Adding.ROWS);
  }

  private static Set<Cell> small(Map<Cell, Long> counts) {
    return counts.keySet().stream()
        .filter(one -> counts.get(one) < SMALL)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<Count> list(Map<Cell, Long> counts, Map<Cell, Before> before) {
    return counts.entrySet().stream()
        .map(
            one ->
                new Count(
                    one.getKey(),
                    one.getValue(),
                    one.getValue() < SMALL,
                    before.getOrDefault(one.getKey(), Before.UNTOLD)))
        .toList();
  }

  /** Months, quarter and half-year, by service and together, of lines "month service count". */
  private static Map<Cell, Long> nation(String... lines) {
    Map<Cell, Long> counts = new java.util.HashMap<>();
    for (String line : lines) {
      String[] parts = line.split(" ");
      Period month = Period.parse(parts[0]).orElseThrow();
      for (Period.Kind kind : List.of(Period.Kind.MONTH, Period.Kind.QUARTER, Period.Kind.HALF)) {
        Period period = Period.holding(month.first(), kind);
        for (String service : List.of(parts[1], "*")) {
          counts.merge(new Cell(period, service), Long.valueOf(parts[2]), Long::sum);
        }
      }
    }
    return counts;
  }

  /** Six months of four services. */
  private static Map<Cell, Long> random(Random random) {
    List<String> lines = new ArrayList<>();
    for (int month = 1; month <= 6; month++) {
      for (int service = 0; service < 4; service++) {
        long count = (long) Math.floor(Math.exp(random.nextGaussian() + 2.5));
        if (count > 0) {
          lines.add("2026-0" + month + " S" + service + " " + count);
        }
      }
    }
    return nation(lines.toArray(String[]::new));
  }

  /** Of each month and service the greater half, summed up. */
  private static Map<Cell, Long> halves(Map<Cell, Long> counts) {
    return nation(
        counts.entrySet().stream()
            .filter(one -> one.getKey().period().kind() == Period.Kind.MONTH)
            .filter(one -> !one.getKey().isWhole())
            .map(
                one ->
                    one.getKey().period()
                        + " "
                        + one.getKey().service()
                        + " "
                        + (one.getValue() + 1) / 2)
            .toArray(String[]::new));
  }

  private static Cell cell(String period, String service) {
    return new Cell(Period.parse(period).orElseThrow(), service);
  }
}
