package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import id.rapor.stats.XmrChart.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** XmR charts against NHSRplotthedots and by hand. */
class XmrChartTest {
  private static final Map<String, Signal> NAMES =
      Map.of(
          "Above UCL", Signal.ABOVE_LIMIT,
          "Below LCL", Signal.BELOW_LIMIT,
          "7 Point Trend (Increasing)", Signal.RISING,
          "7 Point Trend (Decreasing)", Signal.FALLING,
          "2 in 3 Above CL", Signal.TWO_OF_THREE_ABOVE,
          "2 in 3 Below CL", Signal.TWO_OF_THREE_BELOW,
          "7 Points Above CL", Signal.SEVEN_ABOVE,
          "7 Points Below CL", Signal.SEVEN_BELOW,
          "Common Cause", Signal.NONE);

  private static final Map<String, Assurance> VERDICTS =
      Map.of(
          "consistent_pass", Assurance.PASSES,
          "consistent_fail", Assurance.FAILS,
          "inconsistent", Assurance.VARIES);

  @Test
  void equalsTheReference() {
    for (JsonNode one : Oracle.read("spc-xmr/cases.json")) {
      String id = one.get("id").asText();
      boolean isScreened = one.get("screen_outlier_moving_ranges").asBoolean();
      phases(id).values().forEach(phase -> compare(id, phase, isScreened));
    }
  }

  /** The verdict is that of the last phase. */
  @Test
  void assuranceEqualsTheReference() {
    int judged = 0;
    for (JsonNode one : Oracle.read("spc-xmr/cases.json")) {
      if (!one.get("assurance").isNull()) {
        List<List<String[]>> phases = List.copyOf(phases(one.get("id").asText()).values());
        String[] row = phases.get(phases.size() - 1).get(0);
        Assurance found =
            Assurance.of(
                one.get("target").asDouble(),
                Double.parseDouble(row[5]),
                Double.parseDouble(row[6]),
                one.get("improvement_direction").asText().equals("increase"));
        assertThat(VERDICTS).containsEntry(one.get("assurance").asText(), found);
        judged++;
      }
    }
    assertThat(judged).isPositive();
  }

  @Test
  void aStandardOnALimitIsMetOrMissedByChance() {
    assertThat(Assurance.of(80, 80, 90, true)).isEqualTo(Assurance.VARIES);
    assertThat(Assurance.of(79, 80, 90, true)).isEqualTo(Assurance.PASSES);
    assertThat(Assurance.of(79, 80, 90, false)).isEqualTo(Assurance.FAILS);
    assertThat(Assurance.of(91, 80, 90, true)).isEqualTo(Assurance.FAILS);
    assertThat(Assurance.of(91, 80, 90, false)).isEqualTo(Assurance.PASSES);
  }

  private static void compare(String id, List<String[]> phase, boolean isScreened) {
    double[] values = phase.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray();
    int baseline = (int) phase.stream().filter(row -> row[3].equals("true")).count();
    XmrChart chart = XmrChart.of(values, baseline, isScreened ? 3.267 : Double.POSITIVE_INFINITY);
    double[] expected = new double[3];
    for (int i = 0; i < 3; i++) {
      // The package leaves the limits of a constant series open; here they are its mean.
      String limit = phase.get(0)[4 + i];
      expected[i] = Double.parseDouble(limit.isEmpty() ? phase.get(0)[4] : limit);
    }
    double close = 1e-9 * Math.max(1, Math.abs(expected[0]));
    assertThat(new double[] {chart.mean(), chart.low(), chart.high()})
        .as(id)
        .containsExactly(expected, within(close));
    assertThat(chart.signals())
        .as(id)
        .isEqualTo(phase.stream().map(row -> NAMES.get(row[10])).toList());
  }

  private static Map<String, List<String[]>> phases(String id) {
    Map<String, List<String[]>> phases = new TreeMap<>();
    List<String> lines = Oracle.lines("spc-xmr/" + id + ".expected.csv");
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.split(",", -1);
      phases.computeIfAbsent(row[2], any -> new ArrayList<>()).add(row);
    }
    return phases;
  }

  @Test
  void aConstantSeriesHasItsMeanForLimits() {
    XmrChart chart = XmrChart.of(new double[] {7, 7, 7, 7});
    assertThat(new double[] {chart.mean(), chart.low(), chart.high()}).containsOnly(7);
    assertThat(chart.signals()).containsOnly(Signal.NONE);
  }

  @Test
  void onePointIsItsOwnMean() {
    assertThat(XmrChart.of(new double[] {3}).signals()).containsExactly(Signal.NONE);
  }

  @Test
  void whatCannotBeChartedIsRefused() {
    assertThatThrownBy(() -> XmrChart.of(new double[] {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 values");
    assertThatThrownBy(() -> XmrChart.of(new double[] {1, Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> XmrChart.of(new double[] {1, 2}, 3, 3.267))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anInControlSeriesIsSignalledAsOftenAsStated() {
    Random random = new Random(20260630);
    long signalled = 0;
    for (int series = 0; series < 20_000; series++) {
      double[] values = random.doubles(24).map(NormalTail::quantile).toArray();
      signalled +=
          XmrChart.of(values).signals().stream().filter(each -> each != Signal.NONE).count();
    }
    assertThat(signalled / (20_000.0 * 24)).isCloseTo(XmrChart.FALSE_SIGNALS, within(0.003));
  }

  @Property
  void aMirroredSeriesHasMirroredSignals(
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = -100, max = 100) Double> series) {
    double[] values = series.stream().mapToDouble(each -> Math.rint(each * 4) / 4).toArray();
    double[] mirrored = java.util.Arrays.stream(values).map(each -> -each).toArray();
    List<Signal> expected =
        XmrChart.of(values).signals().stream().map(XmrChartTest::mirrored).toList();
    assertThat(XmrChart.of(mirrored).signals()).isEqualTo(expected);
  }

  private static Signal mirrored(Signal signal) {
    return switch (signal) {
      case ABOVE_LIMIT -> Signal.BELOW_LIMIT;
      case BELOW_LIMIT -> Signal.ABOVE_LIMIT;
      case RISING -> Signal.FALLING;
      case FALLING -> Signal.RISING;
      case TWO_OF_THREE_ABOVE -> Signal.TWO_OF_THREE_BELOW;
      case TWO_OF_THREE_BELOW -> Signal.TWO_OF_THREE_ABOVE;
      case SEVEN_ABOVE -> Signal.SEVEN_BELOW;
      case SEVEN_BELOW -> Signal.SEVEN_ABOVE;
      case NONE -> Signal.NONE;
    };
  }
}
