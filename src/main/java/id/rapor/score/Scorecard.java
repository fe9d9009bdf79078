package id.rapor.score;

import static java.util.Objects.requireNonNull;

import id.rapor.settings.Aggregation.Mean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The balanced scorecard of one agency, or why there is none.
 *
 * @param perspectives by code, those that apply
 * @param estimate the overall score; empty unless every perspective that applies is rated
 * @param coverage weighted mean of the perspectives' coverage, 0-1
 * @param reason why there is no overall score; empty where there is one
 */
record Scorecard(
    SortedMap<String, PerspectiveScore> perspectives,
    Optional<Estimate> estimate,
    double coverage,
    String reason) {

  Scorecard {
    perspectives = Collections.unmodifiableSortedMap(new TreeMap<>(perspectives));
    requireNonNull(estimate);
    requireNonNull(reason);
  }

  /**
   * The mean of the perspectives by their weights. The error is put together from the metrics, as
   * those of one feed stand in several perspectives.
   *
   * @param mean of the perspectives
   * @param weights by perspective; those of 0 are left out
   * @param scores one of each perspective in {@code weights}
   */
  static Scorecard of(Mean mean, Map<String, Double> weights, List<PerspectiveScore> scores) {
    SortedMap<String, PerspectiveScore> perspectives = new TreeMap<>();
    scores.forEach(score -> perspectives.put(score.perspective(), score));
    List<PerspectiveScore> counted =
        perspectives.values().stream()
            .filter(score -> weights.get(score.perspective()) > 0)
            .toList();
    double all = 0;
    double covered = 0;
    List<Estimate.Weighted> parts = new ArrayList<>();
    for (PerspectiveScore score : counted) {
      double weight = weights.get(score.perspective());
      all += weight;
      covered += weight * score.coverage();
      score.estimate().ifPresent(part -> parts.add(new Estimate.Weighted(part, weight)));
    }
    boolean rated = parts.size() == counted.size() && !counted.isEmpty();
    return new Scorecard(
        perspectives,
        rated ? Optional.of(Estimate.mean(mean, parts)) : Optional.empty(),
        counted.isEmpty() ? 0 : covered / all,
        rated ? "" : reason(counted));
  }

  private static String reason(List<PerspectiveScore> counted) {
    return counted.isEmpty()
        ? "no perspective has a weight"
        : counted.stream()
            .filter(score -> score.estimate().isEmpty())
            .map(score -> score.perspective() + " (" + score.reason() + ")")
            .collect(Collectors.joining("; "));
  }

  /**
   * Published; low_quality where a perspective is missing for that; no_data where all that are
   * missing are so for that; else not_rated.
   *
   * @param weights by perspective; those of 0 are left out
   */
  String status(Map<String, Double> weights) {
    if (estimate.isPresent()) {
      return Status.PUBLISHED;
    }
    Set<String> lacking =
        perspectives.values().stream()
            .filter(score -> weights.get(score.perspective()) > 0)
            .map(PerspectiveScore::status)
            .filter(status -> !status.equals(Status.PUBLISHED))
            .collect(Collectors.toSet());
    if (lacking.contains(Status.LOW_QUALITY)) {
      return Status.LOW_QUALITY;
    }
    return lacking.equals(Set.of(Status.NO_DATA)) ? Status.NO_DATA : Status.NOT_RATED;
  }

  /** The score of that perspective; empty where it does not apply or is not rated. */
  Optional<Estimate> perspective(String code) {
    return Optional.ofNullable(perspectives.get(code)).flatMap(PerspectiveScore::estimate);
  }
}
