package id.rapor.score;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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

  /** Half the width of 0-100. */
  private static final double MOST_ERROR = 50;

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
   * The weighted arithmetic mean of the metrics that have a value, if these carry at least {@code
   * leastCoverage} (inclusive) of the weight of {@code metrics}.
   *
   * @param metrics those of the perspective
   * @param readings by metric; one that is missing is no data
   */
  static PerspectiveScore of(
      String perspective,
      List<ScoredMetric> metrics,
      Map<String, Reading> readings,
      double leastCoverage) {
    double all = 0;
    double present = 0;
    List<Estimate.Weighted> parts = new ArrayList<>();
    for (ScoredMetric metric : metrics) {
      Reading reading = reading(readings, metric);
      all += metric.weight();
      if (reading.isPresent()) {
        present += metric.weight();
        parts.add(new Estimate.Weighted(estimate(metric, reading), metric.weight()));
      }
    }
    double coverage = metrics.isEmpty() ? 0 : present / all;
    if (parts.isEmpty() || coverage < leastCoverage - ROUNDING) {
      String reason = reason(metrics, readings, coverage, leastCoverage);
      return new PerspectiveScore(
          perspective, Optional.empty(), coverage, status(metrics, readings), reason);
    }
    return new PerspectiveScore(
        perspective, Optional.of(Estimate.mean(parts)), coverage, Status.PUBLISHED, "");
  }

  /**
   * The error is that of the unclipped score, but no larger than that of any number from 0 to 100
   * can be (Popoviciu, 1935): one vast fee must not drown all that is known of the agency.
   */
  private static Estimate estimate(ScoredMetric metric, Reading reading) {
    double error = Math.min(MOST_ERROR, metric.influence() * reading.scaledError());
    return new Estimate(
        metric.score(reading.scaled()), new TreeMap<>(Map.of(metric.feed(), error)));
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
      return "no metric of this perspective is scored";
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
