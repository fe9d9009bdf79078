package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Coefficients of agreement against R and by hand. */
class CorrelationTest {
  private static final Offset<Double> TOLERANCE = within(1e-10);

  @Test
  void equalTheReference() {
    JsonNode inputs = Oracle.read("correlation/pairs.input.json");
    JsonNode expected = Oracle.read("correlation/pairs.expected.json");
    assertThat(inputs.size()).isEqualTo(7);
    for (int i = 0; i < inputs.size(); i++) {
      JsonNode reference = expected.get(i);
      String id = reference.get("id").asText();
      double[] x = complete(inputs.get(i), "x");
      double[] y = complete(inputs.get(i), "y");
      assertThat(x).as(id).hasSize(reference.get("n_pairs").asInt());
      assertThat(Correlation.pearson(x, y))
          .as(id)
          .isCloseTo(reference.get("pearson").asDouble(), TOLERANCE);
      assertThat(Correlation.spearman(x, y))
          .as(id)
          .isCloseTo(reference.get("spearman").asDouble(), TOLERANCE);
      assertThat(Correlation.kendall(x, y))
          .as(id)
          .isCloseTo(reference.get("kendall_tau_b").asDouble(), TOLERANCE);
      assertThat(Correlation.gamma(x, y))
          .as(id)
          .isCloseTo(reference.get("goodman_kruskal_gamma").asDouble(), TOLERANCE);
      assertThat(Correlation.tauA(x, y))
          .as(id)
          .isCloseTo(reference.get("kendall_tau_a").asDouble(), TOLERANCE);
      Correlation.Pairs pairs = Correlation.Pairs.of(x, y);
      assertThat(pairs.concordant()).as(id).isEqualTo(reference.get("concordant").asLong());
      assertThat(pairs.discordant()).as(id).isEqualTo(reference.get("discordant").asLong());
      tailsEqual(x, y, reference);
    }
  }

  private static void tailsEqual(double[] x, double[] y, JsonNode reference) {
    JsonNode interval = reference.get("pearson_ci95");
    double[] limits = Significance.pearson(Correlation.pearson(x, y), x.length, 0.95);
    if (interval.isNull()) {
      // A perfect correlation has no interval in the package.
      assertThat(limits).containsOnly(Math.signum(reference.get("pearson").asDouble()));
    } else {
      assertThat(limits).containsExactly(Oracle.doubles(interval), TOLERANCE);
    }
    closeTail(
        Significance.spearman(Correlation.spearman(x, y), x.length),
        reference.get("spearman_p_t_approx").asDouble());
    closeTail(Significance.kendall(x, y), reference.get("kendall_p_normal_approx").asDouble());
  }

  private static void closeTail(double made, double expected) {
    assertThat(made).isCloseTo(expected, within(1e-8 * expected));
  }

  @Test
  void tiesCountInTauAndNotInGamma() {
    double[] x = {1, 2, 2, 3};
    double[] y = {1, 2, 3, 3};
    // Of six pairs four are concordant, one is tied in x and one in y.
    assertThat(Correlation.kendall(x, y)).isCloseTo(4 / 5.0, TOLERANCE);
    assertThat(Correlation.gamma(x, y)).isEqualTo(1);
    assertThat(Correlation.kendall(x, new double[] {7, 7, 7, 7})).isNaN();
    assertThat(Correlation.gamma(x, new double[] {7, 7, 7, 7})).isNaN();
    assertThatThrownBy(() -> Correlation.kendall(x, new double[3]))
        .hasMessageContaining("Cannot correlate 4 with 3");
  }

  /** The values of one row where both rows have one. */
  private static double[] complete(JsonNode input, String row) {
    return IntStream.range(0, input.get(row).size())
        .filter(i -> !input.get("x").get(i).isNull() && !input.get("y").get(i).isNull())
        .mapToDouble(i -> input.get(row).get(i).asDouble())
        .toArray();
  }
}
