package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shares of variance and rank agreement against reference values and by hand. */
class SobolTest {

  @Test
  void equalsTheReference() {
    JsonNode input = Oracle.read("composite-index/sobol.input.json");
    JsonNode expected = Oracle.read("composite-index/sobol.expected.json");
    List<double[]> mixed = new ArrayList<>();
    input.get("yAB_columns").forEach(results -> mixed.add(Oracle.doubles(results)));
    Sobol shares =
        Sobol.of(Oracle.doubles(input.get("yA")), Oracle.doubles(input.get("yB")), mixed);
    assertThat(shares.variance()).isCloseTo(expected.get("variance").asDouble(), within(1e-9));
    for (int i = 0; i < mixed.size(); i++) {
      assertThat(shares.first().get(i))
          .isCloseTo(expected.get("Si").get(i).asDouble(), within(1e-11));
      assertThat(shares.total().get(i))
          .isCloseTo(expected.get("STi").get(i).asDouble(), within(1e-11));
    }
  }

  @Test
  void aResultThatHangsOnOneInputGivesItEverything() {
    // y is the first input: AB(1) is B, AB(2) is A. V of 1, 3, 3, 1 is 4/3.
    double[] a = {1, 3};
    double[] b = {3, 1};
    Sobol shares = Sobol.of(a, b, List.of(b, a));
    assertThat(shares.total()).containsExactly(1.5, 0.0);
    assertThat(shares.first()).containsExactly(1.5, 0.0);
    assertThatThrownBy(() -> Sobol.of(a, b, List.of(new double[1])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void correlationEqualsTheReference() {
    JsonNode inputs = Oracle.read("correlation/pairs.input.json");
    JsonNode expected = Oracle.read("correlation/pairs.expected.json");
    for (int i = 0; i < inputs.size(); i++) {
      double[] x = Oracle.doubles(inputs.get(i).get("x"));
      double[] y = Oracle.doubles(inputs.get(i).get("y"));
      List<double[]> pairs = new ArrayList<>();
      for (int k = 0; k < x.length; k++) {
        if (!Double.isNaN(x[k]) && !Double.isNaN(y[k])) {
          pairs.add(new double[] {x[k], y[k]});
        }
      }
      double[] whole = pairs.stream().mapToDouble(pair -> pair[0]).toArray();
      double[] partner = pairs.stream().mapToDouble(pair -> pair[1]).toArray();
      assertThat(Correlation.pearson(whole, partner))
          .isCloseTo(expected.get(i).get("pearson").asDouble(), within(1e-10));
      assertThat(Correlation.spearman(whole, partner))
          .isCloseTo(expected.get(i).get("spearman").asDouble(), within(1e-10));
    }
  }
}
