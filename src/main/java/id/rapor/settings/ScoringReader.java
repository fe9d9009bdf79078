package id.rapor.settings;

import id.rapor.settings.Aggregation.Mean;
import id.rapor.settings.Scoring.MetricChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads the keys {@code perspectives}, {@code metrics}, {@code least_coverage}, {@code
 * least_data_quality}, {@code aggregation} and {@code detectors}.
 */
final class ScoringReader {
  private static final double LARGEST = Double.MAX_VALUE;
  private static final double HEAVIEST = 1_000_000;
  private static final String WEIGHT = "a weight from 0 to 1000000";

  private ScoringReader() {}

  static Scoring scoring(Section top) {
    return new Scoring(
        top.value("perspectives")
            .map(ScoringReader::perspectives)
            .orElse(Scoring.DEFAULTS.perspectives()),
        top.value("metrics").map(ScoringReader::metrics),
        top.number("least_coverage", 0, 1, "a share from 0 to 1")
            .orElse(Scoring.DEFAULTS.leastCoverage()),
        top.number("least_data_quality", 0, 100, "a percentage from 0 to 100")
            .orElse(Scoring.DEFAULTS.leastDataQuality()),
        top.value("aggregation")
            .map(ScoringReader::aggregation)
            .orElse(Scoring.DEFAULTS.aggregation()),
        BreachReader.read(top),
        CustomReader.read(top));
  }

  /** One mean for both, or a mapping. */
  private static Aggregation aggregation(Value value) {
    if (!value.isMapping()) {
      Mean both = mean(value);
      return new Aggregation(both, both);
    }
    Section section = new Section(value, List.of("within", "across"));
    return new Aggregation(
        section.value("within").map(ScoringReader::mean).orElse(Mean.ARITHMETIC),
        section.value("across").map(ScoringReader::mean).orElse(Mean.ARITHMETIC));
  }

  private static Mean mean(Value value) {
    return value
        .oneOf("arithmetic or geometric", List.of("arithmetic", "geometric"))
        .map(code -> Mean.valueOf(code.toUpperCase(Locale.ROOT)))
        .orElse(Mean.ARITHMETIC);
  }

  static Detection detection(Section top) {
    return new Detection(top.value("detectors").map(ScoringReader::detectors));
  }

  /** Weights are given as shares of their sum; a list without weights shares equally. */
  private static Map<String, Double> perspectives(Value value) {
    refuseEmpty(value);
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : codes(value).entrySet()) {
      Value weight = entry.getValue();
      if (!Scoring.DEFAULTS.perspectives().containsKey(entry.getKey())) {
        refusePerspective(weight, entry.getKey());
      }
      weights.put(
          entry.getKey(), value.isMapping() ? weight.number(0, HEAVIEST, WEIGHT).orElse(1) : 1.0);
    }
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!value.isEmpty() && !(sum > 0)) {
      value.fault(value.name() + " all have the weight 0, expected one above 0");
    }
    weights.replaceAll((code, weight) -> weight / sum);
    return weights;
  }

  private static void refusePerspective(Value weight, String code) {
    weight.fault(
        "\""
            + code
            + "\" is no perspective, expected finance, process, customer or growth"
            + Nearest.hint(code, Scoring.DEFAULTS.perspectives().keySet()));
  }

  private static Map<String, MetricChange> metrics(Value value) {
    refuseEmpty(value);
    Map<String, MetricChange> metrics = new LinkedHashMap<>();
    codes(value)
        .forEach(
            (code, change) ->
                metrics.put(
                    code,
                    value.isMapping() && !change.isMissing() ? change(change) : MetricChange.NONE));
    return metrics;
  }

  private static MetricChange change(Value value) {
    Section change = new Section(value, List.of("standard", "target", "weight", "minimum_n"));
    OptionalDouble standard = change.number("standard", -LARGEST, LARGEST, "a number");
    OptionalDouble target = change.number("target", -LARGEST, LARGEST, "a number");
    if (standard.isPresent() && standard.equals(target)) {
      value.fault(value.name() + " has equal standard and target, expected them to differ");
    }
    return new MetricChange(
        standard,
        target,
        change.number("weight", 0, HEAVIEST, WEIGHT),
        change.whole("minimum_n", 1, Long.MAX_VALUE));
  }

  private static Map<String, Map<String, Double>> detectors(Value value) {
    Map<String, Map<String, Double>> detectors = new LinkedHashMap<>();
    codes(value)
        .forEach(
            (code, parameters) ->
                detectors.put(
                    code,
                    value.isMapping() && !parameters.isMissing()
                        ? parameters(parameters)
                        : Map.of()));
    return detectors;
  }

  private static Map<String, Double> parameters(Value value) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    value
        .entries("a mapping of parameter to number")
        .forEach(
            (name, number) ->
                number
                    .number(-LARGEST, LARGEST, "a number")
                    .ifPresent(given -> parameters.put(name, given)));
    return parameters;
  }

  private static void refuseEmpty(Value value) {
    if (value.isEmpty()) {
      value.fault(value.name() + " has no code, expected at least one");
    }
  }

  /** The codes of a list or the keys of a mapping, each with the value that tells its line. */
  private static Map<String, Value> codes(Value value) {
    if (value.isMapping()) {
      return value.entries("codes");
    }
    if (value.isEmpty()) {
      return Map.of();
    }
    Map<String, Value> codes = new LinkedHashMap<>();
    for (Value item : value.items("a list of codes, or a mapping that begins with codes")) {
      Optional<String> code = item.text();
      if (code.isPresent() && codes.putIfAbsent(code.get(), item) != null) {
        item.refuse("each code once");
      }
    }
    return codes;
  }
}
