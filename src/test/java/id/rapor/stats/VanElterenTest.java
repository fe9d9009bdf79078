package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.rapor.stats.VanElteren.Ranks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stratified rank test by hand. */
class VanElterenTest {

  @Test
  void oneStratumIsWilcoxon() {
    // Ranks 1 and 2 of 5: W = 3, expected 6, variance 2 x 3 x 6 / 12 = 3.
    assertThat(VanElteren.z(List.of(new Ranks(2, 5, 3, 0))))
        .isCloseTo(-3 / Math.sqrt(3), within(1e-12));
  }

  @Test
  void strataAreWeighedByTheirSize() {
    // w = 1/6 and 1/4: (-3/6 + (1 - 2)/4) / sqrt(3/36 + (1 x 2 x 4 / 12)/16).
    assertThat(VanElteren.z(List.of(new Ranks(2, 5, 3, 0), new Ranks(1, 3, 1, 0))))
        .isCloseTo(-0.75 / Math.sqrt(3 / 36.0 + 2 / 48.0), within(1e-12));
  }

  @Test
  void tiesLowerTheVariance() {
    // Values 1 1 | 1 4: the ones share rank 2, t^3 - t = 24 of 60; W = 4, expected 5.
    assertThat(VanElteren.z(List.of(new Ranks(2, 4, 4, 24))))
        .isCloseTo(-1 / Math.sqrt(2 * 2 * 5 / 12.0 * 0.6), within(1e-12));
  }

  @Test
  void strataThatSayNothingChangeNothing() {
    Ranks telling = new Ranks(2, 5, 3, 0);
    assertThat(VanElteren.z(List.of(telling, new Ranks(3, 3, 6, 0), new Ranks(0, 4, 0, 0))))
        .isEqualTo(VanElteren.z(List.of(telling)));
    assertThat(VanElteren.z(List.of(new Ranks(1, 3, 2, 24)))).isZero();
    assertThat(VanElteren.z(List.of())).isZero();
  }
}
