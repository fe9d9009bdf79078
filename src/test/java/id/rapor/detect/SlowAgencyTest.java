package id.rapor.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.rapor.detect.SlowAgency.Lag;
import id.rapor.settings.Detection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** That few cases make an agency less sure to be slow. */
class SlowAgencyTest {
  private static final Scene SCENE =
      new Scene(
          table -> null,
          null,
          new TreeSet<>(),
          new Detection(Optional.empty()),
          Instant.EPOCH,
          ZoneOffset.UTC);

  @Test
  void theSameLagOverFewCasesSaysLess() {
    // The lags lie 0.2, 0.1, 0, 0.1, 0.2, 0.2 and 1.2 off their median of 0: a MAD of 0.2.
    double spread = 0.2 / 0.6745;
    Tested many = slow(0.01);
    Tested few = slow(0.01 + 0.04);
    assertThat(z(many)).isCloseTo(1.2 / spread, within(1e-9));
    assertThat(z(few)).isCloseTo(1.2 / Math.sqrt(spread * spread + 0.04), within(1e-9));
    assertThat(many.isLarge()).isTrue();
    assertThat(few.isLarge()).isFalse();
  }

  /** The one of a lag of 1.2, beside six usual agencies of a variance of 0.01. */
  private static Tested slow(double variance) {
    List<Lag> lags = new ArrayList<>();
    for (double lag : new double[] {-0.2, -0.1, 0, 0.1, -0.2, 0.2}) {
      lags.add(new Lag(Subject.agency("2025-03", "usual " + lags.size()), lag, 100, 0.01));
    }
    lags.add(new Lag(Subject.agency("2025-03", "slow"), 1.2, 100, variance));
    return SlowAgency.tested(lags, SCENE).get(6);
  }

  private static double z(Tested one) {
    return NormalDistribution.of(0, 1).inverseSurvivalProbability(one.p());
  }
}
