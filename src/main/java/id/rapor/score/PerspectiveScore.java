package id.rapor.score;

import static java.util.Objects.requireNonNull;

import id.rapor.settings.Aggregation.Mean;
import id.rapor.table.PerspectiveScores;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The score of one perspective of one agency, or why there is none.
 *
 * @param estimate empty where too little of the weight has a value
 * @param coverage share of the weight that has a value, 0-1
 * @param status published; low_quality where a metric is missing for that; no_data where all that
 *     are missing are so for that; else not_rated
 * @param reason why there is no score; empty where there is one
 */
record PerspectiveScore(
    String perspective,
    Optional<Estimate> estimate,
    double coverage,
    String status,
    String reason) {

  /** Weights that add up to the least coverage by hand may miss it by rounding. */
  private static final double ROUNDING = 1e-9;

  PerspectiveScore {
    requireNonNull(perspective);
    requireNonNull(estimate);
    requireNonNull(status);
    requireNonNull(reason);
    if (estimate.isPresent() != reason.isEmpty()) {
      throw new IllegalArgumentException("Either a score or a reason is due, not both");
    }
  }

  /**
   * The weighted mean of the metrics that have a value, if these carry at least {@code
   * method.leastCoverage()} (inclusive) of the weight of {@code metrics}.
   *
   * @param metrics those of the perspective
   * @param readings by metric; one that is missing is no data
   */
  static PerspectiveScore of(
      String perspective,
      List<ScoredMetric> metrics,
      Map<String, Reading> readings,
      Method method) {
    double all = 0;
    double present = 0;
    List<Estimate.Weighted> parts = new ArrayList<>();
    for (ScoredMetric metric : metrics) {
      Reading reading = reading(readings, metric);
      all += metric.weight();
      if (reading.isPresent()) {
        present += metric.weight();
        parts.add(new Estimate.Weighted(estimate(metric, reading, method), metric.weight()));
      }
    }
    double coverage = metrics.isEmpty() ? 0 : present / all;
    if (parts.isEmpty() || coverage < method.leastCoverage() - ROUNDING) {
      String reason = reason(metrics, readings, coverage, method.leastCoverage());
      return new PerspectiveScore(
          perspective, Optional.empty(), coverage, status(metrics, readings), reason);
    }
    return new PerspectiveScore(
        perspective,
        Optional.of(Estimate.mean(method.mean(), parts)),
        coverage,
        Status.PUBLISHED,
        "");
  }

  /**
   * How metrics become the score of a perspective.
   *
   * @param leastCoverage share of the weight that must have a value, 0-1
   */
  record Method(Mean mean, double leastCoverage, Dependence dependence) {}

  private static Estimate estimate(ScoredMetric metric, Reading reading, Method method) {
    double signed = Math.signum(metric.target() - metric.standard()) * metric.error(reading);
    return new Estimate(
        metric.score(reading.scaled()),
        List.of(new Estimate.Source(metric.code(), metric.feed(), signed)),
        method.dependence());
  }

  private static Reading reading(Map<String, Reading> readings, ScoredMetric metric) {
    return readings.getOrDefault(metric.code(), Reading.none(metric.code()));
  }

  private static String status(List<ScoredMetric> metrics, Map<String, Reading> readings) {
    Set<Reading.Lack> lacks = EnumSet.noneOf(Reading.Lack.class);
    metrics.forEach(metric -> lacks.add(reading(readings, metric).lack()));
    lacks.remove(Reading.Lack.NONE);
    if (lacks.contains(Reading.Lack.LOW_QUALITY)) {
      return Status.LOW_QUALITY;
    }
    return lacks.equals(EnumSet.of(Reading.Lack.NO_DATA)) ? Status.NO_DATA : Status.NOT_RATED;
  }

  private static String reason(
      List<ScoredMetric> metrics, Map<String, Reading> readings, double coverage, double least) {
    if (metrics.isEmpty()) {
      return PerspectiveScores.NOT_APPLICABLE;
    }
    Map<Reading.Lack, List<String>> lacking = new EnumMap<>(Reading.Lack.class);
    for (ScoredMetric metric : metrics) {
      Reading reading = reading(readings, metric);
      lacking
          .computeIfAbsent(reading.lack(), lack -> new ArrayList<>())
          .add(named(metric, reading));
    }
    lacking.remove(Reading.Lack.NONE);
    List<String> parts = new ArrayList<>();
    if (coverage > 0) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%.0f %% of the weight has a value, at least %.0f %% is needed",
              Math.floor(100 * coverage),
              100 * least));
    }
    lacking.forEach((lack, names) -> parts.add(lack.words() + ": " + String.join(", ", names)));
    return String.join("; ", parts);
  }

  private static String named(ScoredMetric metric, Reading reading) {
    return reading.lack() == Reading.Lack.TOO_FEW
        ? metric.code() + " (n = " + reading.n() + ", minimum " + metric.minimumN() + ")"
        : metric.code();
  }
}
