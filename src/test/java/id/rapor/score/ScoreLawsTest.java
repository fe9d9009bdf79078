package id.rapor.score;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.settings.Aggregation.Mean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for any scores. */
class ScoreLawsTest {
  @Property
  void aBetterValueNeverLowersAScore(
      @ForAll("metrics") List<Case> cases,
      @ForAll @IntRange(max = 7) int pick,
      @ForAll @DoubleRange(min = 0, max = 100) double step) {
    Case chosen = cases.get(pick % cases.size());
    double better = chosen.target > chosen.standard ? step : -step;
    List<Case> improved = new ArrayList<>(cases);
    improved.set(pick % cases.size(), chosen.moved(better));
    for (Mean mean : Mean.values()) {
      double before = overall(mean, cases).score();
      assertThat(overall(mean, improved).score()).isGreaterThanOrEqualTo(before - 1e-9);
    }
  }

  /** Save where a part below 1 counts as 1. */
  @Property
  void aGeometricMeanIsNeverAboveTheArithmetic(@ForAll("metrics") List<Case> cases) {
    assertThat(overall(Mean.GEOMETRIC, cases).score())
        .isLessThanOrEqualTo(Math.max(1, overall(Mean.ARITHMETIC, cases).score() + 1));
  }

  @Property
  void aScoreLiesWithinItsIntervalAndBetween0And100(@ForAll("metrics") List<Case> cases) {
    Estimate overall = overall(cases);
    assertThat(overall.low()).isGreaterThanOrEqualTo(0).isLessThanOrEqualTo(overall.score());
    assertThat(overall.high()).isLessThanOrEqualTo(100).isGreaterThanOrEqualTo(overall.score());
    assertThat(overall.standardError()).isPositive();
  }

  /** Errors that all go together are the most that any correlation can make of them. */
  @Property
  void theErrorIsNeverAboveThatOfFullCorrelation(@ForAll("metrics") List<Case> cases) {
    List<Case> oneFeed = cases.stream().map(each -> each.of("cases")).toList();
    assertThat(overall(cases).standardError())
        .isLessThanOrEqualTo(overall(oneFeed).standardError() * (1 + 1e-9));
  }

  @Provide
  Arbitrary<List<Case>> metrics() {
    return Combinators.combine(
            Arbitraries.doubles().between(0, 100),
            Arbitraries.doubles().between(0.01, 20),
            Arbitraries.doubles().between(10, 45),
            Arbitraries.doubles().between(55, 90),
            Arbitraries.of(true, false),
            Arbitraries.of("cases", "surveys", "staffing"))
        .as(
            (value, error, low, high, higher, feed) ->
                higher
                    ? new Case(value, error, low, high, feed)
                    : new Case(value, error, high, low, feed))
        .list()
        .ofMinSize(2)
        .ofMaxSize(8);
  }

  /** The metrics in turn belong to the process and to the customer perspective. */
  private static Estimate overall(List<Case> cases) {
    return overall(Mean.ARITHMETIC, cases);
  }

  private static Estimate overall(Mean mean, List<Case> cases) {
    PerspectiveScore.Method method = new PerspectiveScore.Method(mean, 0.6, Dependence.UNKNOWN);
    Map<String, List<ScoredMetric>> metrics =
        Map.of("process", new ArrayList<>(), "customer", new ArrayList<>());
    Map<String, Reading> readings = new HashMap<>();
    for (int i = 0; i < cases.size(); i++) {
      ScoredMetric metric = metric(i, cases.get(i));
      metrics.get(metric.perspective()).add(metric);
      readings.put(
          metric.code(),
          new Reading(
              metric.code(),
              100,
              Double.NaN,
              Double.NaN,
              cases.get(i).value,
              Double.NaN,
              cases.get(i).error,
              1,
              "published"));
    }
    List<PerspectiveScore> scores =
        metrics.entrySet().stream()
            .map(each -> PerspectiveScore.of(each.getKey(), each.getValue(), readings, method))
            .toList();
    return Scorecard.of(mean, Map.of("process", 0.7, "customer", 0.3), scores)
        .estimate()
        .orElseThrow();
  }

  private static ScoredMetric metric(int i, Case each) {
    return new ScoredMetric(
        "m" + i,
        i % 2 == 0 ? "process" : "customer",
        each.standard,
        each.target,
        1 + i % 3,
        30,
        each.feed);
  }

  record Case(double value, double error, double standard, double target, String feed) {
    Case moved(double by) {
      return new Case(value + by, error, standard, target, feed);
    }

    Case of(String otherFeed) {
      return new Case(value, error, standard, target, otherFeed);
    }
  }
}
