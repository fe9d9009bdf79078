package id.rapor.score;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * How the errors of two metrics go together, because they are computed from the same rows.
 *
 * @param correlations of the values of two metrics of one feed, -1 to 1, by {@link #pair}
 */
record Dependence(Map<String, Double> correlations) {
  /** Nothing is known: what is of one feed goes together fully. */
  static final Dependence UNKNOWN = new Dependence(Map.of());

  Dependence {
    correlations = Map.copyOf(correlations);
  }

  /** The key of two metrics, the same in either order. */
  static String pair(String metric, String other) {
    return metric.compareTo(other) <= 0 ? metric + " " + other : other + " " + metric;
  }

  /** The correlation of two metrics; empty where it is not known. */
  OptionalDouble between(String metric, String other) {
    Double known = correlations.get(pair(metric, other));
    return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
  }
}
