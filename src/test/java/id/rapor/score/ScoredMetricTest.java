package id.rapor.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import id.rapor.stats.Oracle;
import org.junit.jupiter.api.Test;

/** A value against its anchors: by hand and against COINr's goalposts. */
class ScoredMetricTest {
  private static ScoredMetric metric(double standard, double target) {
    return new ScoredMetric("m", "process", standard, target, 1, 30, "cases");
  }

  @Test
  void theStandardScores60AndTheTarget100() {
    ScoredMetric onTime = metric(80, 98);
    assertThat(onTime.score(80)).isEqualTo(60);
    assertThat(onTime.score(98)).isEqualTo(100);
    assertThat(onTime.score(89)).isCloseTo(80, within(1e-12));
    assertThat(onTime.score(71)).isCloseTo(40, within(1e-12));
    assertThat(onTime.influence()).isCloseTo(40.0 / 18, within(1e-12));
  }

  @Test
  void whereLowerIsBetterTheTargetLiesBelow() {
    ScoredMetric overdue = metric(20, 2);
    assertThat(overdue.score(20)).isEqualTo(60);
    assertThat(overdue.score(2)).isEqualTo(100);
    assertThat(overdue.score(11)).isCloseTo(80, within(1e-12));
    assertThat(overdue.influence()).isCloseTo(40.0 / 18, within(1e-12));
  }

  @Test
  void scoresAreClippedAtBothEnds() {
    assertThat(metric(80, 98).score(200)).isEqualTo(100);
    assertThat(metric(80, 98).score(0)).isZero();
    assertThat(metric(20, 2).score(100)).isZero();
    assertThat(metric(20, 2).score(-5)).isEqualTo(100);
  }

  @Test
  void equalsGoalpostsWhoseEndsScore0And100() {
    JsonNode input = Oracle.read("composite-index/functions.input.json");
    JsonNode expected = Oracle.read("composite-index/functions.expected.json");
    // 60 % of the way from 0 to 15 is 9.
    ScoredMetric metric = metric(9, 15);
    for (String vector : new String[] {"a", "b"}) {
      double[] x = Oracle.doubles(input.get(vector).get("x"));
      double[] goalposts = Oracle.doubles(expected.get(vector).get("goalposts_0_15_100"));
      for (int i = 0; i < x.length; i++) {
        assertThat(metric.score(x[i])).isCloseTo(goalposts[i], within(1e-9));
      }
    }
  }

  @Test
  void anchorsThatCannotBeUsedAreRefused() {
    assertThatThrownBy(() -> metric(80, 80)).hasMessageContaining("standard 80.0 and target 80.0");
    assertThatThrownBy(() -> metric(80, Double.NaN)).hasMessageContaining("two different numbers");
    assertThatThrownBy(() -> new ScoredMetric("m", "process", 1, 2, 0, 30, "cases"))
        .hasMessageContaining("weight of metric m is 0.0");
  }
}
