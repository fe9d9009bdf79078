package id.rapor.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** How likely luck alone makes cases faster than their like. */
class PaceTest {
  @Test
  void fewCasesThatDifferAreFasterByLuck() {
    // -1 and 0: t = -0.5 / 0.5 with one degree of freedom, a quarter of Cauchy's curve.
    assertThat(Pace.chanceOfFaster(2, -1, 1)).isCloseTo(0.25, within(1e-12));
    // -2, -1, 0: t = -sqrt(3) with two, and its tail is 1/2 + t / (2 sqrt(2 + t^2)).
    assertThat(Pace.chanceOfFaster(3, -3, 5))
        .isCloseTo(0.5 - Math.sqrt(3) / (2 * Math.sqrt(5)), within(1e-12));
  }

  @Test
  void equalCasesLeaveNothingToLuckAndOneEverything() {
    assertThat(Pace.chanceOfFaster(6, -6, 6)).isZero();
    assertThat(Pace.chanceOfFaster(6, 0, 0)).isOne();
    assertThat(Pace.chanceOfFaster(6, 6, 6)).isOne();
    assertThat(Pace.chanceOfFaster(1, -3, 9)).isOne();
  }

  @Test
  void lastDigitsOfASumDoNotMatter() {
    assertThat(Pace.chanceOfFaster(3, -3 + 4e-11, 5 - 4e-11))
        .isEqualTo(Pace.chanceOfFaster(3, -3, 5));
  }
}
