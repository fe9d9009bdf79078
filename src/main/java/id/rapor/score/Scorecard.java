package id.rapor.score;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
   * The mean of the perspectives by their weights. The error is put together from the metrics, feed
   * by feed over all perspectives, as metrics of one feed stand in several.
   *
   * @param weights by perspective; those of 0 are left out
   * @param scores one of each perspective in {@code weights}
   */
  static Scorecard of(Map<String, Double> weights, List<PerspectiveScore> scores) {
    SortedMap<String, PerspectiveScore> perspectives = new TreeMap<>();
    scores.forEach(score -> perspectives.put(score.perspective(), score));
    double all = 0;
    double covered = 0;
    List<Estimate.Weighted> parts = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (PerspectiveScore score : perspectives.values()) {
      double weight = weights.get(score.perspective());
      if (weight > 0) {
        all += weight;
        covered += weight * score.coverage();
        score.estimate().ifPresent(part -> parts.add(new Estimate.Weighted(part, weight)));
        if (score.estimate().isEmpty()) {
          reasons.add(score.perspective() + " (" + score.reason() + ")");
        }
      }
    }
    if (all == 0) {
      reasons.add("no perspective has a weight");
    }
    boolean rated = reasons.isEmpty();
    return new Scorecard(
        perspectives,
        rated ? Optional.of(Estimate.mean(parts)) : Optional.empty(),
        all == 0 ? 0 : covered / all,
        rated ? "" : String.join("; ", reasons));
  }

  /** The score of that perspective; empty where it does not apply or is not rated. */
  Optional<Estimate> perspective(String code) {
    return Optional.ofNullable(perspectives.get(code)).flatMap(PerspectiveScore::estimate);
  }
}
