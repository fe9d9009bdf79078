package id.rapor.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is expected of an agency, and whom it leaves in peace, by figures worked out by hand. */
class ComparedTest {
  @Test
  void expectsWhatTheOthersDoOfTheSameKind() {
    Compared compared = new Compared();
    for (String agency : List.of("a", "b", "c")) {
      compared.add(agency, "easy", 99, 9);
      compared.add(agency, "hard", 49, 24);
    }
    compared.add("easy alone", "easy", 100, 10);
    compared.add("hard alone", "hard", 50, 25);
    // easy: 27.5 of 298; hard: 72.5 of 148.
    Map<String, Compared.Agency> tested = byName(compared, 1);
    assertThat(tested.get("easy alone").expected()).isCloseTo(100 * 27.5 / 298, within(1e-9));
    assertThat(tested.get("hard alone").expected()).isCloseTo(50 * 72.5 / 148, within(1e-9));
    assertThat(tested.values()).allMatch(agency -> agency.q() > 0.05);
  }

  @Test
  void aKindOfItsOwnIsHeldAgainstAllOthers() {
    Compared compared = new Compared();
    compared.add("a", "known", 50, 4);
    compared.add("b", "known", 49, 5);
    compared.add("lone", "own", 100, 60);
    // 9.5 of 100.
    assertThat(byName(compared, 1).get("lone").expected()).isCloseTo(9.5, within(1e-9));
  }

  @Test
  void withoutThreeAgenciesNobodyIsTested() {
    Compared compared = new Compared();
    compared.add("a", "known", 500, 4);
    compared.add("b", "known", 500, 400);
    assertThat(compared.tested(1)).isEmpty();
  }

  @Test
  void fewRowsAreNotTestedAndCountForOthers() {
    Compared compared = new Compared();
    compared.add("a", "known", 30, 3);
    compared.add("b", "known", 30, 3);
    compared.add("small", "known", 29, 29);
    assertThat(compared.tested(30)).extracting(Compared.Agency::id).containsExactly("a", "b");
  }

  @Test
  void whereAllDifferNoneStandsOut() {
    Compared compared = new Compared();
    for (int i = 1; i <= 40; i++) {
      compared.add("agency " + i, "known", 1000, 10L * i);
    }
    // Chance alone would let 30 % stand out: the agencies differ, and 390 of 1,000 is no exception.
    assertThat(compared.tested(30)).allMatch(agency -> agency.q() > 0.05);
  }

  private static Map<String, Compared.Agency> byName(Compared compared, long least) {
    return compared.tested(least).stream()
        .collect(Collectors.toMap(Compared.Agency::id, Function.identity()));
  }
}
