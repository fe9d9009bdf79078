package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Stratified association against R, and by hand. */
class MantelHaenszelTest {
  private static final Offset<Double> CLOSE = within(1e-8);

  @Test
  void equalsTheReference() {
    JsonNode inputs = Oracle.read("mantel-haenszel/strata.input.json");
    JsonNode expected = Oracle.read("mantel-haenszel/strata.expected.json");
    for (int i = 0; i < inputs.size(); i++) {
      JsonNode one = expected.get(i);
      String id = one.get("id").asText();
      MantelHaenszel found = MantelHaenszel.of(strata(inputs.get(i)));
      double[] interval = Oracle.doubles(one.get("mh_or_ci95_robins_breslow_greenland"));
      assertThat(found.crude()).as(id).isCloseTo(number(one, "crude_odds_ratio"), CLOSE);
      assertThat(found.ratio()).as(id).isCloseTo(number(one, "mh_odds_ratio"), CLOSE);
      assertThat(found.low()).as(id).isCloseTo(interval[0], CLOSE);
      assertThat(found.high()).as(id).isCloseTo(interval[1], CLOSE);
      assertThat(found.chiSquared())
          .as(id)
          .isCloseTo(number(one, "cmh_chisq_no_correction"), CLOSE);
      assertThat(found.p()).as(id).isCloseTo(number(one, "cmh_p_no_correction"), CLOSE);
      if (one.hasNonNull("tarone_p")) {
        assertThat(found.heterogeneity()).as(id).isCloseTo(number(one, "tarone_p"), within(1e-6));
      }
    }
  }

  private static List<Stratum> strata(JsonNode input) {
    List<Stratum> strata = new ArrayList<>();
    for (JsonNode one : input.get("strata")) {
      strata.add(
          new Stratum(
              one.get("group1_event").asLong(),
              one.get("group1_no_event").asLong(),
              one.get("group0_event").asLong(),
              one.get("group0_no_event").asLong()));
    }
    return strata;
  }

  private static double number(JsonNode from, String name) {
    return from.get(name).asDouble();
  }

  @Test
  void aDifferenceOfMixAloneIsNone() {
    // Half of all cases of the hard service are late and a tenth of the easy one, whoever asks.
    MantelHaenszel found =
        MantelHaenszel.of(List.of(new Stratum(40, 40, 10, 10), new Stratum(2, 18, 8, 72)));
    assertThat(found.crude()).isGreaterThan(2.5);
    assertThat(found.ratio()).isCloseTo(1, within(1e-12));
    assertThat(found.p()).isCloseTo(1, within(1e-12));
  }

  @Test
  void strataThatSayNothingChangeNothing() {
    Stratum telling = new Stratum(10, 5, 6, 12);
    MantelHaenszel alone = MantelHaenszel.of(List.of(telling));
    MantelHaenszel among =
        MantelHaenszel.of(List.of(new Stratum(3, 0, 7, 0), telling, new Stratum(0, 0, 4, 4)));
    assertThat(among.ratio()).isEqualTo(alone.ratio()).isEqualTo(4);
    assertThat(among.p()).isEqualTo(alone.p());
    assertThat(among.strata()).isEqualTo(1);
  }

  @Test
  void nothingToCompareIsNoAssociation() {
    MantelHaenszel none = MantelHaenszel.of(List.of());
    assertThat(none.ratio()).isNaN();
    assertThat(none.p()).isEqualTo(1);
    assertThat(none.heterogeneity()).isEqualTo(1);
    MantelHaenszel always = MantelHaenszel.of(List.of(new Stratum(5, 0, 3, 4)));
    assertThat(always.ratio()).isInfinite();
    assertThat(always.low()).isNaN();
  }

  @Test
  void aNegativeCountIsRefused() {
    assertThatThrownBy(() -> new Stratum(1, -1, 2, 2)).hasMessageContaining("negative");
  }

  /** Of 60 of the group 30 were refused, of 60 others none: told as if one of them had been. */
  @Test
  void oddsWithoutBoundAreToldAsIfOneHadBeenOtherwise() {
    List<Stratum> strata = Collections.nCopies(5, new Stratum(6, 6, 0, 12));
    assertThat(MantelHaenszel.of(strata).ratio()).isInfinite();
    MantelHaenszel bounded = MantelHaenszel.of(Stratum.bounded(strata));
    // (4 x 6 x 12 + 6 x 11) / 24 over 6 x 1 / 24.
    assertThat(bounded.ratio()).isCloseTo(59, within(1e-9));
    assertThat(bounded.low()).isGreaterThan(1);
  }
}
