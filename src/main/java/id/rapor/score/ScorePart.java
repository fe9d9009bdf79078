package id.rapor.score;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;

import java.util.List;
import java.util.Map;

/**
 * What one metric adds to the score of its perspective.
 *
 * @param n what it rests on
 * @param value the value that is scored, in the metric's unit; NaN without one
 * @param standard the value that scores 60, in the metric's unit; NaN without a scale
 * @param target the value that scores 100, in the metric's unit; NaN without a scale
 * @param points 0-100; NaN without a value
 * @param error standard error of the points, before clipping; NaN without a value
 * @param weight within its perspective, as a share of those that have a value; 0 without a value
 * @param lack why it has no points; empty where it has
 */
public record ScorePart(
    String perspective,
    String metric,
    long n,
    double value,
    double standard,
    double target,
    double points,
    double error,
    double weight,
    String lack) {

  /** One part for each metric, by perspective and code. */
  static List<ScorePart> of(List<ScoredMetric> metrics, Map<String, Reading> readings) {
    Map<String, Double> weights =
        metrics.stream()
            .filter(metric -> reading(readings, metric).isPresent())
            .collect(groupingBy(ScoredMetric::perspective, summingDouble(ScoredMetric::weight)));
    return metrics.stream()
        .sorted(comparing(ScoredMetric::perspective).thenComparing(ScoredMetric::code))
        .map(
            metric -> {
              Reading reading = reading(readings, metric);
              return reading.isPresent()
                  ? present(metric, reading, metric.weight() / weights.get(metric.perspective()))
                  : missing(metric, reading);
            })
        .toList();
  }

  private static Reading reading(Map<String, Reading> readings, ScoredMetric metric) {
    return readings.getOrDefault(metric.code(), Reading.none(metric.code()));
  }

  private static ScorePart present(ScoredMetric metric, Reading reading, double weight) {
    double scale = reading.anchorScale();
    return new ScorePart(
        metric.perspective(),
        metric.code(),
        reading.n(),
        reading.scaled() * scale,
        metric.standard() * scale,
        metric.target() * scale,
        metric.score(reading.scaled()),
        metric.error(reading),
        weight,
        "");
  }

  private static ScorePart missing(ScoredMetric metric, Reading reading) {
    double none = Double.NaN;
    String lack = reading.lack().words();
    return new ScorePart(
        metric.perspective(), metric.code(), reading.n(), none, none, none, none, none, 0, lack);
  }

  public boolean isPresent() {
    return lack.isEmpty();
  }
}
