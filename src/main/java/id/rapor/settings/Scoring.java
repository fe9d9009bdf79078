package id.rapor.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Which perspectives and metrics apply, and how they are scored.
 *
 * @param perspectives key {@code perspectives}: code to weight, or a list with equal weights; only
 *     those listed apply. Kept as shares of their sum. Default: all four, 0.25 each
 * @param metrics key {@code metrics}: code to changes, or a list; if present, only those listed
 *     apply
 * @param leastCoverage key {@code least_coverage}: share of a perspective's weight that must have a
 *     value, inclusive; default 0.6 (definitions of the scorecard)
 * @param leastDataQuality key {@code least_data_quality}: data quality in percent below which no
 *     other figure of the agency and period is published, inclusive; default 60, as of a
 *     perspective's weight: of what was due three fifths must have come and be valid
 * @param aggregation key {@code aggregation}
 * @param breaches key {@code breaches}
 * @param custom key {@code custom_metrics}; they apply whatever {@code metrics} lists
 */
public record Scoring(
    Map<String, Double> perspectives,
    Optional<Map<String, MetricChange>> metrics,
    double leastCoverage,
    double leastDataQuality,
    Aggregation aggregation,
    List<Breach> breaches,
    List<CustomMetric> custom) {

  public Scoring {
    breaches = List.copyOf(breaches);
    custom = List.copyOf(custom);
  }

  /** With the defaults of all else. */
  public Scoring(
      Map<String, Double> perspectives,
      Optional<Map<String, MetricChange>> metrics,
      double leastCoverage) {
    this(perspectives, metrics, leastCoverage, 60, Aggregation.DEFAULTS, List.of(), List.of());
  }

  /** What a settings file changes of one metric; what it leaves out keeps the published default. */
  public record MetricChange(
      OptionalDouble standard,
      OptionalDouble target,
      OptionalDouble weight,
      OptionalLong minimumN) {
    public static final MetricChange NONE =
        new MetricChange(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalLong.empty());
  }

  public static final Scoring DEFAULTS = new Scoring(fourQuarters(), Optional.empty(), 0.6);

  private static Map<String, Double> fourQuarters() {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String perspective : new String[] {"finance", "process", "customer", "growth"}) {
      weights.put(perspective, 0.25);
    }
    return weights;
  }
}
