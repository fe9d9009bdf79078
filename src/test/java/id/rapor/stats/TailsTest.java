package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Exact upper tails, by hand. */
class TailsTest {

  @Test
  void ofABinomial() {
    // 3 or more heads of 4: 5/16.
    assertThat(Tails.binomial(3, 4, 0.5)).isCloseTo(0.3125, within(1e-15));
    assertThat(Tails.binomial(0, 4, 0.5)).isEqualTo(1);
    assertThat(Tails.binomial(4, 4, 0.1)).isCloseTo(1e-4, within(1e-18));
    assertThat(Tails.binomial(0, 0, 0.5)).isEqualTo(1);
    assertThat(Tails.binomial(1, 4, 0)).isZero();
    assertThat(Tails.binomial(4, 4, 1)).isEqualTo(1);
  }

  @Test
  void ofASign() {
    // 5 of 6 on one side: (6 + 1) / 64, and the same on the other.
    assertThat(Tails.sign(5, 1)).isCloseTo(14 / 64.0, within(1e-15));
    assertThat(Tails.sign(1, 5)).isCloseTo(14 / 64.0, within(1e-15));
    assertThat(Tails.sign(3, 3)).isEqualTo(1);
    assertThat(Tails.sign(0, 0)).isEqualTo(1);
  }

  @Test
  void ofAPoisson() {
    assertThat(Tails.poisson(1, 2)).isCloseTo(1 - Math.exp(-2), within(1e-15));
    assertThat(Tails.poisson(2, 1)).isCloseTo(1 - 2 * Math.exp(-1), within(1e-15));
    assertThat(Tails.poisson(0, 0)).isEqualTo(1);
    assertThat(Tails.poisson(1, 0)).isZero();
  }

  @Test
  void ofAHypergeometric() {
    // The lady tasting tea: all four of eight right by chance is 1/70, three or more 17/70.
    assertThat(Tails.hypergeometric(4, 8, 4, 4)).isCloseTo(1 / 70.0, within(1e-15));
    assertThat(Tails.hypergeometric(3, 8, 4, 4)).isCloseTo(17 / 70.0, within(1e-14));
    assertThat(Tails.hypergeometric(0, 8, 0, 4)).isEqualTo(1);
    assertThat(Tails.hypergeometric(0, 0, 0, 0)).isEqualTo(1);
  }

  @Test
  void ofAChiSquared() {
    assertThat(Tails.chiSquared(3.841458820694124, 1)).isCloseTo(0.05, within(1e-12));
    assertThat(Tails.chiSquared(0, 3)).isEqualTo(1);
    assertThat(Tails.chiSquaredQuantile(0.95, 1)).isCloseTo(3.841458820694124, within(1e-9));
  }

  @Test
  void whatCannotOccurIsRefused() {
    assertThatThrownBy(() -> Tails.binomial(5, 4, 0.5)).hasMessageContaining("count is 5");
    assertThatThrownBy(() -> Tails.binomial(1, 4, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Tails.poisson(-1, 2)).hasMessageContaining("count is -1");
    assertThatThrownBy(() -> Tails.poisson(1, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Tails.hypergeometric(3, 8, 2, 4)).hasMessageContaining("2 marked");
  }

  @Property
  void aLargerCountIsNeverLessRare(
      @ForAll @IntRange(min = 1, max = 60) int n, @ForAll @IntRange(max = 100) int percent) {
    for (int count = 1; count <= n; count++) {
      assertThat(Tails.binomial(count, n, percent / 100.0))
          .isLessThanOrEqualTo(Tails.binomial(count - 1, n, percent / 100.0));
    }
  }
}
