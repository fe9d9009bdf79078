package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Leading digits against benford.analysis, and by hand. */
class BenfordTest {

  @Test
  void equalsTheReference() {
    JsonNode inputs = Oracle.read("benford/amounts.input.json");
    JsonNode expected = Oracle.read("benford/amounts.expected.json");
    for (int i = 0; i < inputs.size(); i++) {
      double[] x = Oracle.doubles(inputs.get(i).get("x"));
      compare(Benford.firstDigit(x), expected.get(i).get("first_digit"));
      compare(Benford.firstTwoDigits(x), expected.get(i).get("first_two_digits"));
    }
  }

  private static void compare(Benford found, JsonNode expected) {
    assertThat(found.n()).isEqualTo(expected.get("n").asLong());
    assertThat(found.counts()).containsExactly(longs(expected.get("counts")));
    assertThat(found.mad()).isCloseTo(expected.get("MAD").asDouble(), within(1e-9));
    double chi = expected.get("chisq").asDouble();
    assertThat(found.chiSquared()).isCloseTo(chi, within(1e-9 * Math.max(1, chi)));
    double p = expected.get("chisq_p").asDouble();
    assertThat(found.p()).isCloseTo(p, within(1e-8 * p));
    assertThat(found.arc()).isCloseTo(expected.get("mantissa_arc_L2").asDouble(), within(1e-9));
    assertThat(found.isConforming())
        .isEqualTo(!expected.get("conformity").asText().equals("Nonconformity"));
  }

  private static Long[] longs(JsonNode array) {
    return DoubleStream.of(Oracle.doubles(array))
        .mapToObj(each -> (long) each)
        .toArray(Long[]::new);
  }

  @Test
  void digitsAreThoseAsWritten() {
    assertThat(Benford.firstDigit(0.3, 0.07, 300).counts())
        .containsExactly(0L, 0L, 2L, 0L, 0L, 0L, 1L, 0L, 0L);
    assertThat(Benford.firstTwoDigits(0.3, 7).counts().get(20)).isEqualTo(1);
  }

  @Test
  void whatIsNoAmountDoesNotCount() {
    Benford none = Benford.firstDigit(0, -5, Double.NaN);
    assertThat(none.n()).isZero();
    assertThat(none.mad()).isNaN();
    assertThat(none.p()).isNaN();
    assertThat(none.applies()).isFalse();
  }

  @Test
  void itAppliesToManyAmountsOverTwoOrdersOfMagnitude() {
    double[] wide = DoubleStream.iterate(1, each -> each * 1.01).limit(500).toArray();
    assertThat(Benford.firstDigit(wide).applies()).isTrue();
    assertThat(Benford.firstDigit(wide).isConforming()).isTrue();
    assertThat(Benford.firstDigit(DoubleStream.of(wide).limit(499).toArray()).applies()).isFalse();
    assertThat(
            Benford.firstDigit(DoubleStream.generate(() -> 50_000).limit(900).toArray()).applies())
        .isFalse();
  }
}
