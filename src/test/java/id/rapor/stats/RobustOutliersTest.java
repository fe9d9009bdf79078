package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Robust scores, medcouple and fences against robustbase, and by hand. */
class RobustOutliersTest {

  @Test
  void equalTheReference() {
    JsonNode inputs = Oracle.read("robust-outliers/vectors.input.json");
    JsonNode expected = Oracle.read("robust-outliers/vectors.expected.json");
    for (int i = 0; i < inputs.size(); i++) {
      compare(Oracle.doubles(inputs.get(i).get("x")), expected.get(i));
    }
  }

  private static void compare(double[] x, JsonNode expected) {
    String id = expected.get("id").asText();
    RobustScores scores = RobustScores.of(x);
    double[] z = IntStream.range(0, x.length).mapToDouble(i -> scores.z(x[i])).toArray();
    assertThat(scores.median()).as(id).isCloseTo(expected.get("median").asDouble(), within(1e-9));
    assertThat(z).as(id).containsExactly(Oracle.doubles(expected.get("modified_z")), within(1e-9));
    assertThat(beyond(z, -3.5, 3.5))
        .as(id)
        .containsExactly(Oracle.integers(expected.get("modified_z_outlier_index0")));
    boolean isLarge = x.length > 100;
    assertThat(Medcouple.of(x))
        .as(id)
        .isCloseTo(expected.get("medcouple").asDouble(), within(isLarge ? 1e-4 : 1e-9));
    AdjustedBoxplot fences = AdjustedBoxplot.of(x);
    double close = isLarge ? 1e-3 * Math.abs(fences.high()) : 1e-9 * Math.max(1, fences.high());
    assertThat(new double[] {fences.low(), fences.high()})
        .as(id)
        .containsExactly(
            Oracle.doubles(expected.get("adjusted_boxplot_fences_hinges")), within(close));
    assertThat(beyond(x, fences.low(), fences.high()))
        .as(id)
        .containsExactly(Oracle.integers(expected.get("adjusted_boxplot_outlier_index0")));
    assertThat(HodgesLehmann.centre(x))
        .as(id)
        .isCloseTo(expected.get("hodges_lehmann").asDouble(), within(1e-9));
  }

  private static int[] beyond(double[] values, double low, double high) {
    return IntStream.range(0, values.length)
        .filter(i -> values[i] < low || values[i] > high)
        .toArray();
  }

  @Test
  void byHand() {
    // Off the median of 3: 2, 1, 0, 1, 97; their median is 1.
    RobustScores scores = RobustScores.of(1, 2, 3, 4, 100);
    assertThat(scores.z(100)).isCloseTo(0.6745 * 97, within(1e-12));
    // Most equal: the mean of |x - 5| is 3/4 = 0.75.
    assertThat(RobustScores.of(5, 5, 5, 8).z(8)).isCloseTo(3 / (1.253314 * 0.75), within(1e-12));
    assertThat(RobustScores.of(5, 5, 5).z(5)).isZero();
    assertThat(RobustScores.of(7).z(7)).isZero();
    assertThat(scores.z(Double.NaN)).isNaN();
    // A spread of 3 and an error of 4: 97 / sqrt(9 + 16).
    assertThat(new RobustScores(3, 3).z(100, 4)).isCloseTo(97 / 5.0, within(1e-12));
  }

  @Test
  void fewValuesHaveNoSkew() {
    assertThat(Medcouple.of(new double[] {1, 9})).isZero();
    AdjustedBoxplot one = AdjustedBoxplot.of(4);
    assertThat(new double[] {one.low(), one.high()}).containsOnly(4);
  }

  @Test
  void aShiftIsTheMiddleOfAllDifferences() {
    // 5-1, 5-2, 9-1, 9-2: 4, 3, 8, 7.
    assertThat(HodgesLehmann.shift(new double[] {5, 9}, new double[] {1, 2})).isEqualTo(5.5);
    assertThat(HodgesLehmann.centre(4)).isEqualTo(4);
  }

  @Test
  void quantilesLieBetweenTheValues() {
    assertThat(Quantiles.of(new double[] {1, 2, 4}, 0.75)).isEqualTo(3);
    double[] four = {1, 2, 4, 8};
    assertThat(Quantiles.of(four, 0.5)).isEqualTo(3);
    assertThat(Quantiles.of(four, 0.25)).isEqualTo(1.75);
    assertThat(Quantiles.of(four, 1)).isEqualTo(8);
    assertThat(Quantiles.median(9, 1, 4, 2)).isEqualTo(3);
    assertThat(Quantiles.of(new double[] {6}, 0.1)).isEqualTo(6);
    assertThatThrownBy(Quantiles::median).hasMessageContaining("0 values");
    assertThatThrownBy(() -> Quantiles.of(new double[] {1}, 1.5)).hasMessageContaining("1.5");
  }
}
