package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is among the first, by hand and by drawing. */
class TopProbabilityTest {

  @Test
  void ofTwoTheBetterIsFirstByTheirDifference() {
    // P(N(1, 3^2 + 4^2) > 0) = Phi(1/5)
    double[] top = TopProbability.amongFirst(new double[] {51, 50}, new double[] {3, 4}, 1);
    assertThat(top[0]).isCloseTo(1 - NormalTail.above(0.2), within(1e-6));
    assertThat(top[1]).isCloseTo(NormalTail.above(0.2), within(1e-6));
  }

  @Test
  void equalUnitsHaveEqualChances() {
    double[] errors = new double[60];
    Arrays.fill(errors, 2.5);
    double[] sixths = new double[60];
    Arrays.fill(sixths, 1.0 / 6);
    assertThat(TopProbability.amongFirst(new double[60], errors, 10))
        .containsExactly(sixths, within(1e-6));
  }

  @Test
  void valuesWithoutErrorStandWhereTheyStand() {
    double[] top =
        TopProbability.amongFirst(
            new double[] {90, 80, 80, 70, 80}, new double[] {0, 0, 0, 0, 1}, 2);
    // 80 has one certain unit above it, and the uncertain one half of the time.
    assertThat(top).containsExactly(new double[] {1, 0.5, 0.5, 0, 0.5}, within(1e-6));
  }

  @Test
  void agreesWithDrawing() {
    double[] estimates = {70, 69, 66, 72, 60, 71, 50, 68};
    double[] errors = {1, 5, 0, 0.1, 9, 2, 1, 0.02};
    int[] hits = new int[estimates.length];
    Random random = new Random(20);
    int draws = 200_000;
    for (int draw = 0; draw < draws; draw++) {
      double[] values = new double[estimates.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = estimates[i] + errors[i] * random.nextGaussian();
      }
      double[] sorted = Arrays.stream(values).sorted().toArray();
      for (int i = 0; i < values.length; i++) {
        hits[i] += values[i] >= sorted[values.length - 3] ? 1 : 0;
      }
    }
    double[] top = TopProbability.amongFirst(estimates, errors, 3);
    for (int i = 0; i < hits.length; i++) {
      assertThat(top[i]).isCloseTo(hits[i] / (double) draws, within(0.005));
    }
  }

  @Test
  void withNoMoreUnitsThanPlacesAllAreAmongTheFirst() {
    assertThat(TopProbability.amongFirst(new double[0], new double[0], 10)).isEmpty();
    assertThat(TopProbability.amongFirst(new double[] {1, 2}, new double[] {1, 0}, 2))
        .containsExactly(1, 1);
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThatThrownBy(
            () -> TopProbability.amongFirst(new double[] {Double.NaN}, new double[] {1}, 1))
        .hasMessageContaining("unit 0 is NaN");
    assertThatThrownBy(() -> TopProbability.amongFirst(new double[1], new double[1], 0))
        .hasMessageContaining("at least 1");
  }

  @Test
  @Tag("slow")
  void threeThousandEqualUnitsTakeSeconds() {
    double[] errors = new Random(7).doubles(3000, 0.5, 5).toArray();
    long start = System.nanoTime();
    double[] top = TopProbability.amongFirst(new double[3000], errors, 10);
    assertThat(System.nanoTime() - start).isLessThan(40_000_000_000L);
    assertThat(Arrays.stream(top).sum()).isCloseTo(10, within(1e-3));
  }
}
