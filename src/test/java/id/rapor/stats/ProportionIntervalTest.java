package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Intervals of shares against R and by hand. */
class ProportionIntervalTest {

  @Test
  void equalsTheReference() {
    JsonNode inputs = Oracle.read("proportion-intervals/single.input.json");
    JsonNode expected = Oracle.read("proportion-intervals/single.expected.json");
    for (int i = 0; i < inputs.size(); i++) {
      double count = inputs.get(i).get("successes").asDouble();
      double n = inputs.get(i).get("trials").asDouble();
      compare(ProportionInterval.wilson(count, n, 0.95), expected.get(i).get("ci95"), 0.95);
      compare(ProportionInterval.wilson(count, n, 0.998), expected.get(i).get("ci998"), 0.998);
    }
  }

  private static void compare(ProportionInterval interval, JsonNode expected, double confidence) {
    assertThat(new double[] {interval.low(), interval.high()})
        .containsExactly(Oracle.doubles(expected.get("wilson")), within(1e-9));
    double[] coull = Oracle.doubles(expected.get("agresti_coull_unclipped"));
    double z = NormalTail.quantile((1 - confidence) / 2);
    assertThat(interval.standardError()).isCloseTo((coull[1] - coull[0]) / (2 * z), within(1e-9));
  }

  @Test
  void withoutAnyCaseNothingIsKnown() {
    ProportionInterval nothing = ProportionInterval.wilson(0, 0, 0.95);
    assertThat(nothing.low()).isZero();
    assertThat(nothing.high()).isEqualTo(1);
    assertThat(nothing.standardError()).isCloseTo(1 / (2 * 1.959963985), within(1e-9));
  }

  @Test
  void whatIsNoShareIsRefused() {
    double[][] bad = {{-1, 3}, {4, 3}, {Double.NaN, 3}, {1, Double.NaN}, {0, -1}};
    for (double[] share : bad) {
      assertThatThrownBy(() -> ProportionInterval.wilson(share[0], share[1], 0.95))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the count is " + share[0] + " of " + share[1]);
    }
    assertThatThrownBy(() -> ProportionInterval.wilson(1, 3, 95)).hasMessageContaining("95.0");
  }

  @Property
  void holdsTheShareAndNeverLacksAnError(
      @ForAll @IntRange(min = 1, max = 1_000_000) int n,
      @ForAll @IntRange(max = 1_000_000) int pick) {
    int count = pick % (n + 1);
    ProportionInterval interval = ProportionInterval.wilson(count, n, 0.95);
    assertThat((double) count / n).isBetween(interval.low(), interval.high());
    assertThat(interval.standardError()).isPositive();
  }
}
