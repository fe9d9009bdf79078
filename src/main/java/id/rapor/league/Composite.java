package id.rapor.league;

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
  private final double[] metrics;
  private final SortedMap<String, Double> perspectives;
  private final Mean mean;

  /**
   * @param metrics weight of each metric of the panel
   * @param perspectives weight of each perspective, by code
   */
  Composite(double[] metrics, Map<String, Double> perspectives, Mean mean) {
    this.metrics = metrics;
    this.perspectives = new TreeMap<>(perspectives);
    this.mean = mean;
  }

  /** A weighted mean. */
  enum Mean {
    ARITHMETIC,
    /** Poor points weigh more; points below 1 count as 1, as the logarithm has no 0. */
    GEOMETRIC;

    private static final double LEAST_FACTOR = 1;

    double of(double[] points, double[] weights) {
      return this == ARITHMETIC
          ? PowerMean.of(points, weights, PowerMean.ARITHMETIC)
          : PowerMean.of(
              Arrays.stream(points).map(each -> Math.max(LEAST_FACTOR, each)).toArray(),
              weights,
              PowerMean.GEOMETRIC);
    }
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
      scores[at] = mean.of(own, metrics);
      weights[at++] = each.getValue();
    }
    return mean.of(scores, weights);
  }
}
