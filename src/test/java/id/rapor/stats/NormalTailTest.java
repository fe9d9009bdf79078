package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The normal tail against printed tables and its asymptotic series. */
class NormalTailTest {

  @Test
  void equalsPrintedValues() {
    assertThat(NormalTail.above(0)).isEqualTo(0.5);
    assertThat(NormalTail.above(1.959963984540054)).isCloseTo(0.025, within(1e-16));
    assertThat(NormalTail.twoSided(-1.644853626951472)).isCloseTo(0.1, within(1e-15));
    assertThat(NormalTail.above(-8)).isCloseTo(1, within(1e-15));
    assertThat(NormalTail.above(Double.POSITIVE_INFINITY)).isZero();
    assertThat(NormalTail.above(Double.NaN)).isNaN();
  }

  @Test
  void isAccurateFarOut() {
    // Q(z) = phi(z)/z (1 - 1/z^2 + 3/z^4 - 15/z^6 ...): at 30 the next term is 105/30^8 = 1.6e-10.
    double z = 30;
    double square = z * z;
    double series = 1 - 1 / square + 3 / (square * square) - 15 / Math.pow(z, 6);
    double expected = Math.exp(-square / 2) / Math.sqrt(2 * Math.PI) / z * series;
    assertThat(NormalTail.above(z)).isCloseTo(expected, Percentage.withPercentage(1e-7));
  }

  @Test
  void theQuantileIsTheInverse() {
    assertThat(NormalTail.quantile(0.025)).isCloseTo(1.959963984540054, within(1e-14));
    for (double p : new double[] {1e-300, 1e-20, 1e-4, 0.3, 0.9}) {
      assertThat(NormalTail.above(NormalTail.quantile(p)))
          .isCloseTo(p, Percentage.withPercentage(1e-9));
    }
    assertThatThrownBy(() -> NormalTail.quantile(Double.NaN)).hasMessageContaining("NaN");
  }

  @Test
  void theTableIsTheTail() {
    for (double z = -9; z < 8.5; z += 0.000713) {
      double exact = NormalTail.above(z);
      assertThat(TailTable.above(z)).isCloseTo(exact, within(4e-13));
      assertThat(TailTable.above(z) / exact).isCloseTo(1, within(4e-9));
    }
    assertThat(TailTable.above(8.5)).isZero();
    assertThat(TailTable.above(1e9)).isZero();
  }

  @Test
  void roundsAsPeopleDo() {
    assertThat(Rounding.toHundredths(84.995)).isEqualByComparingTo("85.00");
    assertThat(Rounding.toHundredths(84.99499)).isEqualByComparingTo("84.99");
    assertThatThrownBy(() -> Rounding.toHundredths(Double.NaN)).hasMessageContaining("NaN");
  }
}
