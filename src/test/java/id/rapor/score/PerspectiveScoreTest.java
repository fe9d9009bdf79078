package id.rapor.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import id.rapor.settings.Aggregation.Mean;
import id.rapor.stats.Oracle;
import id.rapor.text.Language;
import id.rapor.text.Reasons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Perspectives and scorecards by hand. */
class PerspectiveScoreTest {
  private static final ScoredMetric ON_TIME = metric("on_time_rate", "process", 80, 98, "cases");
  private static final ScoredMetric OVERDUE = metric("overdue_stock", "process", 20, 2, "cases");
  private static final ScoredMetric ANSWERS = metric("answers", "process", 75, 95, "surveys");
  private static final ScoredMetric TRUST = metric("trust", "customer", 80, 98, "cases");
  private static final PerspectiveScore.Method METHOD =
      new PerspectiveScore.Method(Mean.ARITHMETIC, 0.6, Dependence.UNKNOWN);
  private static final List<ScoredMetric> PROCESS = List.of(ON_TIME, OVERDUE, ANSWERS);

  @Test
  void isTheMeanOfItsMetricsAndErrorsOfOneFeedAddUp() {
    PerspectiveScore score =
        score(PROCESS, at(ON_TIME, 89, 2), at(OVERDUE, 15.5, 1), at(ANSWERS, 85, 3));
    // 80, 70 and 80; errors 2 * 40/18 and 1 * 40/18 of cases, 3 * 40/20 of surveys.
    Estimate estimate = score.estimate().orElseThrow();
    assertThat(estimate.score()).isCloseTo(230.0 / 3, within(1e-12));
    double cases = (2 * 40.0 / 18 + 40.0 / 18) / 3;
    assertThat(estimate.standardError()).isCloseTo(Math.hypot(cases, 2), within(1e-12));
    assertThat(estimate.low()).isCloseTo(230.0 / 3 - 1.959964 * Math.hypot(cases, 2), within(1e-9));
    assertThat(score.coverage()).isEqualTo(1);
    assertThat(score.reason()).isEmpty();
  }

  @Test
  void aClippedScoreStillHasAnError() {
    Estimate best = score(List.of(ON_TIME), at(ON_TIME, 100, 1)).estimate().orElseThrow();
    assertThat(best.score()).isEqualTo(100);
    assertThat(best.high()).isEqualTo(100);
    assertThat(best.standardError()).isCloseTo(40.0 / 18, within(1e-12));
  }

  @Test
  void aMetricAddsAtMostFiftyPointsOfError() {
    Estimate wild = score(List.of(ON_TIME), at(ON_TIME, 80, 1000)).estimate().orElseThrow();
    assertThat(wild.standardError()).isEqualTo(50);
  }

  @Test
  void theAdjustedValueIsScoredWithItsOwnError() {
    Reading adjusted =
        new Reading("on_time_rate", 50, Double.NaN, Double.NaN, 80, 88, 2, 1, "published");
    Estimate estimate = score(List.of(ON_TIME), adjusted).estimate().orElseThrow();
    assertThat(estimate.score()).isCloseTo(60 + 40 * 8 / 18.0, within(1e-12));
    assertThat(estimate.standardError()).isCloseTo(2 * 40 / 18.0, within(1e-12));
  }

  @Test
  void theValueIsDividedByItsScale() {
    ScoredMetric median = metric("median_duration", "process", 0.8, 0.4, "cases");
    Reading days =
        new Reading(
            "median_duration", 50, Double.NaN, Double.NaN, 6, Double.NaN, 1, 10, "published");
    Estimate estimate = score(List.of(median), days).estimate().orElseThrow();
    assertThat(estimate.score()).isCloseTo(80, within(1e-12));
    assertThat(estimate.standardError()).isCloseTo(0.1 * 100, within(1e-12));
  }

  @Test
  void exactlyTheLeastCoverageIsEnough() {
    List<ScoredMetric> five = new ArrayList<>();
    List<Reading> three = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      five.add(new ScoredMetric("m" + i, "process", 80, 98, 0.2, 30, "cases"));
      if (i < 3) {
        three.add(at(five.get(i), 89, 1));
      }
    }
    PerspectiveScore enough = score(five, three.toArray(Reading[]::new));
    assertThat(enough.estimate().orElseThrow().score()).isCloseTo(80, within(1e-12));
    assertThat(enough.coverage()).isCloseTo(0.6, within(1e-12));
    PerspectiveScore tooLittle = score(five, three.get(0), three.get(1));
    assertThat(tooLittle.estimate()).isEmpty();
    assertThat(tooLittle.reason())
        .isEqualTo("40 % of the weight has a value, at least 60 % is needed; no data: m2, m3, m4");
  }

  @Test
  void theReasonNamesWhatIsMissingAndWhy() {
    Reading few =
        new Reading("on_time_rate", 12, Double.NaN, Double.NaN, 90, Double.NaN, 1, 1, "too_few");
    Reading noScale =
        new Reading(
            "overdue_stock", 90, Double.NaN, Double.NaN, 9, Double.NaN, 1, Double.NaN, "published");
    Reading noError =
        new Reading(
            "answers", 90, Double.NaN, Double.NaN, 80, Double.NaN, Double.NaN, 1, "published");
    PerspectiveScore score = score(PROCESS, few, noScale, noError);
    assertThat(score.coverage()).isZero();
    assertThat(score.reason())
        .isEqualTo(
            "too few: on_time_rate (n = 12, minimum 30); no time limit or other scale to hold it"
                + " against: overdue_stock; no standard error: answers");
    assertThat(score(PROCESS).reason()).isEqualTo("no data: on_time_rate, overdue_stock, answers");
    assertThat(score(List.of()).reason()).isEqualTo("no metric of this perspective is scored");
  }

  @Test
  void noReasonKeepsAnEnglishWordInIndonesian() {
    List<String> reasons = new ArrayList<>();
    for (Reading.Lack lack : Reading.Lack.values()) {
      reasons.add(lack.words());
    }
    PerspectiveScore none = score(List.of());
    reasons.add(score(PROCESS, at(ON_TIME, 89, 2)).reason());
    reasons.add(Scorecard.of(Mean.ARITHMETIC, Map.of("process", 1.0), List.of(none)).reason());
    reasons.add(Scorecard.of(Mean.ARITHMETIC, Map.of(), List.of()).reason());
    for (String reason : reasons) {
      List<String> left = words(Reasons.in(Language.INDONESIAN, reason));
      left.retainAll(words(reason));
      // The codes of metrics, and what is the same word in both languages.
      left.removeAll(List.of("overdue_stock", "answers", "data", "minimum"));
      assertThat(left).as(reason).isEmpty();
    }
  }

  private static List<String> words(String reason) {
    return Pattern.compile("[a-z_]+")
        .matcher(reason.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toList());
  }

  @Test
  void theStatusSaysWhyThereIsNoScore() {
    Reading poor =
        new Reading(
            "on_time_rate", 90, Double.NaN, Double.NaN, 90, Double.NaN, 1, 1, "low_quality");
    Reading few =
        new Reading("overdue_stock", 12, Double.NaN, Double.NaN, 9, Double.NaN, 1, 1, "too_few");
    PerspectiveScore rated =
        PerspectiveScore.of("customer", List.of(TRUST), Map.of("trust", at(TRUST, 89, 1)), METHOD);
    PerspectiveScore lowQuality = score(PROCESS, poor, few);
    PerspectiveScore noData = score(PROCESS, at(ANSWERS, 85, 3));
    PerspectiveScore notRated = score(PROCESS, few);
    assertThat(List.of(rated, lowQuality, noData, notRated))
        .extracting(PerspectiveScore::status)
        .containsExactly("published", "low_quality", "no_data", "not_rated");
    assertThat(List.of(lowQuality, noData, notRated))
        .extracting(process -> cardStatus(rated, process))
        .containsExactly("low_quality", "no_data", "not_rated");
    assertThat(
            Scorecard.of(Mean.ARITHMETIC, Map.of("customer", 1.0), List.of(rated))
                .status(Map.of("customer", 1.0)))
        .isEqualTo("published");
  }

  private static String cardStatus(PerspectiveScore customer, PerspectiveScore process) {
    Map<String, Double> weights = Map.of("customer", 0.5, "process", 0.5);
    return Scorecard.of(Mean.ARITHMETIC, weights, List.of(customer, process)).status(weights);
  }

  @Test
  void theWeightedMeansEqualTheReference() {
    JsonNode inputs = Oracle.read("composite-index/means.input.json");
    JsonNode expected = Oracle.read("composite-index/means.expected.json");
    for (int vector = 0; vector < inputs.size(); vector++) {
      double[] x = Oracle.doubles(inputs.get(vector).get("x"));
      double[] weights = Oracle.doubles(inputs.get(vector).get("w"));
      List<ScoredMetric> metrics = new ArrayList<>();
      List<Reading> readings = new ArrayList<>();
      for (int i = 0; i < x.length; i++) {
        // Standard 60 and target 100 leave a value from 0 to 100 as it is.
        metrics.add(new ScoredMetric("m" + i, "process", 60, 100, weights[i], 30, "cases"));
        readings.add(at(metrics.get(i), x[i], 1));
      }
      Map<String, Double> means =
          Map.of(
              "amean",
              by(Mean.ARITHMETIC, metrics, readings),
              "gmean",
              by(Mean.GEOMETRIC, metrics, readings));
      for (Map.Entry<String, Double> mean : means.entrySet()) {
        double reference = expected.get(vector).get(mean.getKey()).asDouble();
        assertThat(mean.getValue()).isCloseTo(reference, within(1e-9 * reference));
      }
    }
  }

  private static double by(Mean mean, List<ScoredMetric> metrics, List<Reading> readings) {
    return score(mean, Dependence.UNKNOWN, metrics, readings).score();
  }

  /** The slopes are weight x mean / part: 0.5 x 50 / 100 and 0.5 x 50 / 25. */
  @Test
  void aWeakPartMovesAGeometricMeanMost() {
    ScoredMetric strong = new ScoredMetric("strong", "process", 60, 100, 1, 30, "cases");
    ScoredMetric weak = new ScoredMetric("weak", "process", 60, 100, 1, 30, "surveys");
    Estimate mean =
        score(
            Mean.GEOMETRIC,
            Dependence.UNKNOWN,
            List.of(strong, weak),
            List.of(at(strong, 100, 2), at(weak, 25, 1)));
    assertThat(mean.score()).isCloseTo(50, within(1e-9));
    assertThat(mean.standardError()).isCloseTo(Math.hypot(0.5, 1), within(1e-9));
  }

  /** More on time goes with less overdue, so that the points go together, by half. */
  @Test
  void errorsGoTogetherByTheCorrelationThatWasMeasured() {
    Dependence half = new Dependence(Map.of("on_time_rate overdue_stock", -0.5));
    Estimate mean =
        score(
            Mean.ARITHMETIC,
            half,
            List.of(ON_TIME, OVERDUE),
            List.of(at(ON_TIME, 89, 2), at(OVERDUE, 15.5, 1)));
    double one = 2 * 40.0 / 18 / 2;
    double other = 40.0 / 18 / 2;
    assertThat(mean.standardError())
        .isCloseTo(Math.sqrt(one * one + other * other + one * other), within(1e-9));
  }

  private static Estimate score(
      Mean mean, Dependence dependence, List<ScoredMetric> metrics, List<Reading> readings) {
    Map<String, Reading> byMetric = new HashMap<>();
    readings.forEach(reading -> byMetric.put(reading.metric(), reading));
    PerspectiveScore.Method method = new PerspectiveScore.Method(mean, 0.6, dependence);
    return PerspectiveScore.of("process", metrics, byMetric, method).estimate().orElseThrow();
  }

  @Test
  void theScorecardAddsUpErrorsOfOneFeedOverPerspectives() {
    PerspectiveScore process =
        score(PROCESS, at(ON_TIME, 89, 2), at(OVERDUE, 11, 1), at(ANSWERS, 85, 3));
    PerspectiveScore customer =
        PerspectiveScore.of("customer", List.of(TRUST), Map.of("trust", at(TRUST, 98, 3)), METHOD);
    Scorecard card =
        Scorecard.of(
            Mean.ARITHMETIC, Map.of("process", 0.3, "customer", 0.1), List.of(process, customer));
    Estimate overall = card.estimate().orElseThrow();
    assertThat(overall.score()).isCloseTo(0.75 * 80 + 0.25 * 100, within(1e-12));
    double cases = 0.75 * (120.0 / 18 / 3) + 0.25 * (3 * 40.0 / 18);
    assertThat(overall.standardError()).isCloseTo(Math.hypot(cases, 0.75 * 2), within(1e-12));
    assertThat(card.coverage()).isCloseTo(1, within(1e-12));
  }

  @Test
  void everyPerspectiveThatAppliesMustBeRated() {
    PerspectiveScore process = score(PROCESS, at(ON_TIME, 89, 2), at(OVERDUE, 11, 1));
    PerspectiveScore customer = PerspectiveScore.of("customer", List.of(TRUST), Map.of(), METHOD);
    Scorecard card =
        Scorecard.of(
            Mean.ARITHMETIC, Map.of("process", 0.5, "customer", 0.5), List.of(process, customer));
    assertThat(card.estimate()).isEmpty();
    assertThat(card.reason()).isEqualTo("customer (no data: trust)");
    assertThat(card.perspective("process")).isPresent();
    assertThat(card.perspective("customer")).isEmpty();
    assertThat(card.perspective("finance")).isEmpty();
    assertThat(card.coverage()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(Scorecard.of(Mean.ARITHMETIC, Map.of(), List.of()).reason())
        .isEqualTo("no perspective has a weight");
  }

  @Test
  void gradesFollowTheScoreAsPublished() {
    assertThat(Grade.of(85)).isEqualTo(Grade.A);
    assertThat(Grade.of(84.995)).isEqualTo(Grade.A);
    assertThat(Grade.of(84.9949)).isEqualTo(Grade.B);
    assertThat(Grade.of(70)).isEqualTo(Grade.B);
    assertThat(Grade.of(60)).isEqualTo(Grade.C);
    assertThat(Grade.of(40)).isEqualTo(Grade.D);
    assertThat(Grade.of(39.99)).isEqualTo(Grade.E);
    assertThat(Grade.of(0)).isEqualTo(Grade.E);
  }

  private static ScoredMetric metric(
      String code, String perspective, double standard, double target, String feed) {
    return new ScoredMetric(code, perspective, standard, target, 1, 30, feed);
  }

  private static Reading at(ScoredMetric metric, double value, double error) {
    return new Reading(
        metric.code(), 100, Double.NaN, Double.NaN, value, Double.NaN, error, 1, "published");
  }

  private static PerspectiveScore score(List<ScoredMetric> metrics, Reading... readings) {
    Map<String, Reading> byMetric = new HashMap<>();
    for (Reading reading : readings) {
      byMetric.put(reading.metric(), reading);
    }
    return PerspectiveScore.of("process", metrics, byMetric, METHOD);
  }
}
