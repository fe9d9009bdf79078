package id.rapor.score;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A score and how sure it is.
 *
 * <p>The errors of metrics that count rows of the same feed go together in a way that is not known,
 * so they are added up as if they went together fully: the standard deviation of a sum is at most
 * the sum of the standard deviations, whatever the correlation. Different feeds are different
 * samples (cases, survey answers, staff) and are taken as independent. The error is thus never
 * stated too small for what is correlated within a feed.
 *
 * <p>Errors are taken before clipping at the anchors, so that a score of 0 or 100 has one too.
 *
 * @param score 0-100
 * @param errorByFeed what each feed adds to the standard error, in points
 */
record Estimate(double score, SortedMap<String, Double> errorByFeed) {
  /** Standard errors to either side of a 95 % interval. */
  static final double NORMAL_95 = 1.959964;

  Estimate {
    if (!(score >= 0 && score <= 100)) {
      throw new IllegalArgumentException("Cannot make a score of " + score + ", expected 0 to 100");
    }
    errorByFeed = Collections.unmodifiableSortedMap(new TreeMap<>(errorByFeed));
  }

  /** A part of a mean, and how much it counts. */
  record Weighted(Estimate part, double weight) {}

  /**
   * The weighted arithmetic mean of {@code parts}: sum(weight score) / sum(weight), and feed by
   * feed the same of the errors. One part is its own mean.
   *
   * @throws IllegalArgumentException if no part has a weight above 0
   */
  static Estimate mean(List<Weighted> parts) {
    double weights = 0;
    double scores = 0;
    SortedMap<String, Double> errors = new TreeMap<>();
    for (Weighted each : parts) {
      weights += each.weight;
      scores += each.weight * each.part.score;
      each.part.errorByFeed.forEach(
          (feed, error) -> errors.merge(feed, each.weight * error, Double::sum));
    }
    double total = weights;
    errors.replaceAll((feed, error) -> error / total);
    return new Estimate(Math.max(0, Math.min(100, scores / total)), errors);
  }

  /** Root of the sum of squares over the feeds, in points. */
  double standardError() {
    return Math.sqrt(errorByFeed.values().stream().mapToDouble(error -> error * error).sum());
  }

  /** Lower end of the 95 % interval, at least 0. */
  double low() {
    return Math.max(0, score - NORMAL_95 * standardError());
  }

  /** Upper end of the 95 % interval, at most 100. */
  double high() {
    return Math.min(100, score + NORMAL_95 * standardError());
  }
}
