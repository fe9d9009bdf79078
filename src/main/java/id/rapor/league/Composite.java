package id.rapor.league;

import id.rapor.settings.Aggregation;
import id.rapor.settings.Aggregation.Mean;
import id.rapor.stats.PowerMean;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How points of metrics become one score: within each perspective a mean of the metrics present,
 * then a mean of the perspectives.
 */
final class Composite {
  /** The least that a part counts in a geometric mean, as the logarithm has no 0. */
  private static final double LEAST_FACTOR = 1;

  private final double[] metrics;
  private final SortedMap<String, Double> perspectives;
  private final Aggregation aggregation;

  /**
   * @param metrics weight of each metric of the panel
   * @param perspectives weight of each perspective, by code
   */
  Composite(double[] metrics, Map<String, Double> perspectives, Aggregation aggregation) {
    this.metrics = metrics;
    this.perspectives = new TreeMap<>(perspectives);
    this.aggregation = aggregation;
  }

  /** The score of an agency with these {@code points}; NaN counts as missing. */
  double score(List<Panel.Part> parts, double[] points) {
    double[] scores = new double[perspectives.size()];
    double[] weights = new double[perspectives.size()];
    int at = 0;
    for (Map.Entry<String, Double> each : perspectives.entrySet()) {
      double[] own = points.clone();
      for (int k = 0; k < own.length; k++) {
        own[k] = parts.get(k).perspective().equals(each.getKey()) ? own[k] : Double.NaN;
      }
      scores[at] = mean(aggregation.within(), own, metrics);
      weights[at++] = each.getValue();
    }
    return mean(aggregation.across(), scores, weights);
  }

  private static double mean(Mean how, double[] points, double[] weights) {
    return how == Mean.ARITHMETIC
        ? PowerMean.of(points, weights, PowerMean.ARITHMETIC)
        : PowerMean.of(
            Arrays.stream(points).map(each -> Math.max(LEAST_FACTOR, each)).toArray(),
            weights,
            PowerMean.GEOMETRIC);
  }
}
