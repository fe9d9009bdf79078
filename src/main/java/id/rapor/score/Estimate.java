package id.rapor.score;

import static java.util.Objects.requireNonNull;

import id.rapor.settings.Aggregation.Mean;
import id.rapor.stats.PowerMean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A score and how sure it is.
 *
 * <p>The error is that of a sum (the delta method): the score moves with each metric by its weight,
 * and the variance of the sum is made of the variances of the metrics and of what each two have in
 * common. Metrics of different feeds are different samples (cases, survey answers, staff) and are
 * taken as independent. Of two metrics of one feed the correlation is taken as it was measured;
 * where it was not, they are taken to go together fully, so that no error is stated too small.
 *
 * <p>Errors are taken before clipping at the anchors, so that a score of 0 or 100 has one too.
 *
 * @param score 0-100
 * @param sources what each metric adds to the error
 * @param dependence of metrics of one feed
 */
record Estimate(double score, List<Source> sources, Dependence dependence) {
  /** Standard errors to either side of a 95 % interval. */
  static final double NORMAL_95 = 1.959964;

  /** The least that a part counts in a geometric mean: a 0 would undo all else. */
  static final double LEAST_FACTOR = 1;

  Estimate {
    if (!(score >= 0 && score <= 100)) {
      throw new IllegalArgumentException("Cannot make a score of " + score + ", expected 0 to 100");
    }
    sources = List.copyOf(sources);
    requireNonNull(dependence);
  }

  /**
   * What a metric adds to the error.
   *
   * @param error in points: above 0 where a higher value gives a higher score, else below
   */
  record Source(String metric, String feed, double error) {
    Source times(double factor) {
      return new Source(metric, feed, factor * error);
    }
  }

  /** A part of a mean, and how much it counts. */
  record Weighted(Estimate part, double weight) {}

  /**
   * The weighted mean of {@code parts}: arithmetic sum(w x) / sum(w), or geometric exp(sum(w ln x)
   * / sum(w)) with x of at least {@link #LEAST_FACTOR} (OECD and JRC Handbook on Constructing
   * Composite Indicators, 2008). One part is its own mean. The error of each part comes in by the
   * mean's derivative: w / sum(w), or that times mean / x.
   *
   * @param parts of different metrics, each with a weight above 0
   */
  static Estimate mean(Mean how, List<Weighted> parts) {
    double[] weights = parts.stream().mapToDouble(Weighted::weight).toArray();
    double all = Arrays.stream(weights).sum();
    double score =
        mean(how, parts.stream().mapToDouble(each -> each.part.score).toArray(), weights);
    List<Source> sources = new ArrayList<>();
    for (Weighted each : parts) {
      double share = each.weight / all;
      double slope =
          how == Mean.GEOMETRIC ? share * score / Math.max(LEAST_FACTOR, each.part.score) : share;
      each.part.sources.forEach(source -> sources.add(source.times(slope)));
    }
    return new Estimate(score, sources, parts.get(0).part.dependence);
  }

  /** The same mean of bare scores, 0-100. */
  static double mean(Mean how, double[] scores, double[] weights) {
    double mean =
        how == Mean.GEOMETRIC
            ? PowerMean.of(
                Arrays.stream(scores).map(each -> Math.max(LEAST_FACTOR, each)).toArray(),
                weights,
                PowerMean.GEOMETRIC)
            : PowerMean.of(scores, weights, PowerMean.ARITHMETIC);
    return Math.max(0, Math.min(100, mean));
  }

  /** In points. */
  double standardError() {
    double variance = 0;
    for (Source one : sources) {
      for (Source other : sources) {
        variance += covariance(one, other);
      }
    }
    return Math.sqrt(Math.max(0, variance));
  }

  private double covariance(Source one, Source other) {
    if (one.metric.equals(other.metric)) {
      return one.error * other.error;
    }
    if (!one.feed.equals(other.feed)) {
      return 0;
    }
    double full = Math.abs(one.error * other.error);
    return dependence.between(one.metric, other.metric).stream()
        .map(correlation -> correlation * one.error * other.error)
        .findFirst()
        .orElse(full);
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
