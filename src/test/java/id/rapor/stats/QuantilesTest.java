package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Quantiles against R and by hand. */
class QuantilesTest {
  private static final Map<String, Quantiles.Type> TYPES =
      Map.of(
          "type7", Quantiles.Type.LINEAR,
          "type1_inverse_cdf", Quantiles.Type.INVERSE,
          "type6", Quantiles.Type.WEIBULL,
          "type8", Quantiles.Type.UNBIASED);

  @Test
  void equalTheReference() {
    JsonNode inputs = Oracle.read("quantiles/vectors.input.json");
    JsonNode expected = Oracle.read("quantiles/vectors.expected.json");
    assertThat(inputs.size()).isEqualTo(expected.size()).isGreaterThan(4);
    for (int i = 0; i < inputs.size(); i++) {
      double[] sorted = Oracle.doubles(inputs.get(i).get("x"));
      Arrays.sort(sorted);
      double[] shares = Oracle.doubles(inputs.get(i).get("probs"));
      JsonNode reference = expected.get(i);
      TYPES.forEach(
          (name, type) ->
              close(
                  Arrays.stream(shares).map(share -> Quantiles.of(sorted, share, type)).toArray(),
                  Oracle.doubles(reference.get(name))));
      close(Quantiles.fiveNumbers(sorted), Oracle.doubles(reference.get("tukey_five_number")));
      assertThat(Quantiles.median(Oracle.doubles(inputs.get(i).get("x"))))
          .isEqualTo(Quantiles.of(sorted, 0.5));
    }
  }

  private static void close(double[] made, double[] expected) {
    assertThat(made).hasSameSizeAs(expected);
    for (int i = 0; i < made.length; i++) {
      assertThat(made[i])
          .isCloseTo(expected[i], within(1e-12 * Math.max(1e-3, Math.abs(expected[i]))));
    }
  }

  @Test
  void byHand() {
    double[] values = {1, 2, 4, 8};
    // Place 3 x 0.9 = 2.7 between 4 and 8; the first that nine tenths do not exceed is the fourth.
    assertThat(Quantiles.of(values, 0.9)).isCloseTo(4 + 0.7 * 4, within(1e-12));
    assertThat(Quantiles.of(values, 0.9, Quantiles.Type.INVERSE)).isEqualTo(8);
    assertThat(Quantiles.of(values, 0.5, Quantiles.Type.INVERSE)).isEqualTo(2);
    assertThat(Quantiles.fiveNumbers(values)).containsExactly(1, 1.5, 3, 6, 8);
    assertThatThrownBy(() -> Quantiles.of(new double[0], 0.5)).hasMessageContaining("0 values");
    assertThatThrownBy(() -> Quantiles.of(values, 1.5)).hasMessageContaining("1.5");
  }
}
