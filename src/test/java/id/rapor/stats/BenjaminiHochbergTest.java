package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** q-values against R and by their laws. */
class BenjaminiHochbergTest {

  @Test
  void equalsTheReference() {
    JsonNode inputs = Oracle.read("multiple-testing/pvalues.input.json");
    JsonNode expected = Oracle.read("multiple-testing/pvalues.expected.json");
    for (int i = 0; i < inputs.size(); i++) {
      double[] p = Oracle.doubles(inputs.get(i).get("p"));
      long tests = Arrays.stream(p).filter(value -> !Double.isNaN(value)).count();
      double[] q = BenjaminiHochberg.qValues(p, tests);
      double[] reference = Oracle.doubles(expected.get(i).get("benjamini_hochberg"));
      for (int j = 0; j < p.length; j++) {
        assertThat(Double.isNaN(q[j])).isEqualTo(Double.isNaN(p[j]));
        assertThat(Double.isNaN(p[j]) ? 0 : q[j] - reference[j]).isCloseTo(0, within(1e-12));
      }
    }
  }

  @Test
  void testsThatWereNotKeptCountAsOne() {
    double[] kept = BenjaminiHochberg.qValues(new double[] {0.02, 0.001}, 5);
    double[] all = BenjaminiHochberg.qValues(new double[] {0.02, 0.001, 1, 1, 1}, 5);
    assertThat(kept).containsExactly(new double[] {0.05, 0.005}, within(1e-15));
    assertThat(kept).containsExactly(Arrays.copyOf(all, 2), within(1e-15));
  }

  @Test
  void noTestsHaveNoValues() {
    assertThat(BenjaminiHochberg.qValues(new double[0], 0)).isEmpty();
    assertThat(BenjaminiHochberg.qValues(new double[] {0.3}, 1)).containsExactly(0.3);
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatThrownBy(() -> BenjaminiHochberg.qValues(new double[] {1.5}, 1))
        .hasMessageContaining("one is 1.5");
    assertThatThrownBy(() -> BenjaminiHochberg.qValues(new double[] {0.1, 0.2}, 1))
        .hasMessageContaining("the family has 1 tests");
  }

  @Property
  void aSmallerProbabilityNeverHasALargerValue(
      @ForAll @Size(min = 1, max = 30) double[] raw, @ForAll @IntRange(max = 50) int more) {
    double[] p = Arrays.stream(raw).map(BenjaminiHochbergTest::fraction).toArray();
    double[] q = BenjaminiHochberg.qValues(p, p.length + more);
    for (int i = 0; i < p.length; i++) {
      assertThat(q[i]).isBetween(p[i] * (1 - 1e-12), 1.0);
      for (int j = 0; j < p.length; j++) {
        assertThat(p[i] <= p[j] && q[i] > q[j]).isFalse();
      }
    }
  }

  @Property
  void loweringOneProbabilityRaisesNoValue(
      @ForAll @Size(min = 1, max = 30) double[] raw,
      @ForAll @DoubleRange(min = 0, max = 1) double factor) {
    double[] p = Arrays.stream(raw).map(BenjaminiHochbergTest::fraction).toArray();
    double[] q = BenjaminiHochberg.qValues(p, p.length);
    p[0] *= factor;
    double[] lowered = BenjaminiHochberg.qValues(p, p.length);
    for (int i = 0; i < p.length; i++) {
      assertThat(lowered[i]).isLessThanOrEqualTo(q[i]);
    }
  }

  private static double fraction(double any) {
    return Math.abs(any) % 1;
  }
}
