package id.rapor.league;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How points of metrics become one score: within each perspective a mean of the metrics present,
 * then a mean of the perspectives.
 */
final class Composite {
  private final double[] metrics;
  private final Map<String, Double> perspectives;
  private final Mean mean;

  /**
   * @param metrics weight of each metric of the panel
   * @param perspectives weight of each perspective, by code
   */
  Composite(double[] metrics, Map<String, Double> perspectives, Mean mean) {
    this.metrics = metrics;
    this.perspectives = perspectives;
    this.mean = mean;
  }

  /** A weighted mean. */
  enum Mean {
    ARITHMETIC,
    /** Poor points weigh more; points below 1 count as 1, as the logarithm has no 0. */
    GEOMETRIC;

    double scaled(double points) {
      return this == ARITHMETIC ? points : Math.log(Math.max(1, points));
    }

    double unscaled(double mean) {
      return this == ARITHMETIC ? mean : Math.exp(mean);
    }
  }

  /** The score of an agency with these {@code points}; NaN counts as missing. */
  double score(List<Panel.Part> parts, double[] points) {
    Map<String, double[]> sums = new LinkedHashMap<>();
    for (int k = 0; k < points.length; k++) {
      if (!Double.isNaN(points[k])) {
        double[] sum = sums.computeIfAbsent(parts.get(k).perspective(), any -> new double[2]);
        sum[0] += metrics[k] * mean.scaled(points[k]);
        sum[1] += metrics[k];
      }
    }
    double total = 0;
    double weights = 0;
    for (Map.Entry<String, double[]> each : sums.entrySet()) {
      double weight = perspectives.getOrDefault(each.getKey(), 0.0);
      total += weight * each.getValue()[0] / each.getValue()[1];
      weights += weight;
    }
    return mean.unscaled(total / weights);
  }
}
