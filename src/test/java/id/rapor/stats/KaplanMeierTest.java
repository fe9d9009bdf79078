package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Survival curves against hand calculations and against the definition, step by step. */
class KaplanMeierTest {
  private static final double HAIR = 1e-9;

  /** Ended at 2, 4, 4 and 9; last seen at 4 and 7. */
  private static KaplanMeier six() {
    return KaplanMeier.of(
        new long[] {
          KaplanMeier.seen(7, false),
          KaplanMeier.seen(4, true),
          KaplanMeier.seen(2, true),
          KaplanMeier.seen(4, false),
          KaplanMeier.seen(9, true),
          KaplanMeier.seen(4, true)
        });
  }

  @Test
  void theCurveComesDownWhereSomebodyEnds() {
    // 5/6 after 2, 5/6 x 4/5 x 3/4 = 1/2 after 4, the two last seen leave one at risk: 0 after 9.
    KaplanMeier curve = six();
    assertThat(curve.size()).isEqualTo(6);
    assertThat(curve.longest()).isEqualTo(9);
    assertThat(curve.reaches(0.9)).isEqualTo(OptionalLong.of(2));
    assertThat(curve.reaches(0.5 + HAIR)).isEqualTo(OptionalLong.of(4));
    assertThat(curve.reaches(0.5 - HAIR)).isEqualTo(OptionalLong.of(9));
    assertThat(curve.rests(0.5, HAIR)).isTrue();
    assertThat(curve.rests(0.6, HAIR)).isFalse();
  }

  @Test
  void whereMostStillWaitNoMedianIsReached() {
    KaplanMeier curve =
        KaplanMeier.of(
            new long[] {
              KaplanMeier.seen(1, true), KaplanMeier.seen(3, false), KaplanMeier.seen(5, false)
            });
    assertThat(curve.reaches(0.5)).isEmpty();
    assertThat(curve.reaches(0.7)).isEqualTo(OptionalLong.of(1));
    assertThat(curve.longest()).isEqualTo(5);
  }

  @Property(tries = 200)
  void itIsTheProductOfTheSharesThatDoNotEnd(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 99) Integer> times,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double level) {
    long[] seen =
        times.stream().mapToLong(time -> KaplanMeier.seen(time / 2, time % 2 == 0)).toArray();
    OptionalLong expected = OptionalLong.empty();
    double survival = 1;
    for (int at = 0; at < 50 && expected.isEmpty(); at++) {
      int moment = at;
      long atRisk = times.stream().filter(time -> time / 2 >= moment).count();
      long ended = times.stream().filter(time -> time / 2 == moment && time % 2 == 0).count();
      if (ended > 0) {
        survival *= 1 - (double) ended / atRisk;
      }
      if (Math.abs(survival - level) < HAIR) {
        return;
      }
      if (survival <= level) {
        expected = OptionalLong.of(at);
      }
    }
    assertThat(KaplanMeier.of(seen).reaches(level)).isEqualTo(expected);
  }

  @Test
  void whatIsNoTimeIsRefused() {
    assertThatThrownBy(() -> KaplanMeier.seen(-1, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> KaplanMeier.of(new long[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
