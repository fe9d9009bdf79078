package id.rapor.score;

import id.rapor.settings.Scoring;
import java.util.List;
import java.util.Map;

/**
 * How agencies are rated.
 *
 * @param metrics those that are scored
 * @param dependences how metrics go together, by period
 */
record Rating(List<ScoredMetric> metrics, Map<String, Dependence> dependences, Scoring scoring) {

  /** One score of each perspective that applies, by code. */
  List<PerspectiveScore> perspectives(Subject subject, Map<String, Reading> readings) {
    PerspectiveScore.Method method =
        new PerspectiveScore.Method(
            scoring.aggregation().within(),
            scoring.leastCoverage(),
            dependences.getOrDefault(subject.period(), Dependence.UNKNOWN));
    return scoring.perspectives().keySet().stream()
        .sorted()
        .map(perspective -> PerspectiveScore.of(perspective, of(perspective), readings, method))
        .toList();
  }

  /** The scorecard, before any cap. */
  Scorecard scorecard(Subject subject, Map<String, Reading> readings) {
    return Scorecard.of(
        scoring.aggregation().across(), scoring.perspectives(), perspectives(subject, readings));
  }

  private List<ScoredMetric> of(String perspective) {
    return metrics.stream().filter(metric -> metric.perspective().equals(perspective)).toList();
  }
}
