package id.rapor.measure;

import id.rapor.measure.Metric.Anchors;
import id.rapor.settings.CustomMetric;
import id.rapor.settings.Problems;
import id.rapor.settings.Scoring;
import id.rapor.settings.Scoring.MetricChange;
import id.rapor.table.Metrics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** All metrics, and those of them that apply under given settings. */
public final class Catalogue {
  public static final List<Metric> ALL =
      Stream.of(Finance.METRICS, InternalProcess.METRICS, Customer.METRICS, Growth.METRICS)
          .flatMap(List::stream)
          .toList();

  private Catalogue() {}

  /** All metrics, and behind them those that the settings add. */
  public static List<Metric> all(Scoring scoring) {
    return Stream.concat(ALL.stream(), scoring.custom().stream().map(Custom::metric)).toList();
  }

  /** Notes all that keeps the metrics that the settings add from being measured. */
  public static void check(Scoring scoring, Problems problems) {
    scoring.custom().forEach(custom -> Custom.check(custom, problems));
  }

  /** The metric of that code, of all or of those that the settings add. */
  public static Optional<Metric> named(String code, Scoring scoring) {
    return all(scoring).stream().filter(metric -> metric.code().equals(code)).findFirst();
  }

  /**
   * The metrics that the settings let apply: of a listed perspective, and listed themselves if any
   * is, or added by the settings.
   */
  public static List<Metric> applying(Scoring scoring) {
    return all(scoring).stream()
        .filter(metric -> scoring.perspectives().containsKey(metric.perspective().code()))
        .filter(
            metric ->
                scoring.metrics().map(listed -> listed.containsKey(metric.code())).orElse(true)
                    || custom(metric, scoring).isPresent())
        .toList();
  }

  /** Least n of {@code metric} that is published under {@code scoring}. */
  static long minimumN(Metric metric, Scoring scoring) {
    return change(metric, scoring).minimumN().orElse(metric.minimumN());
  }

  /** The applying metrics as rows of {@link Metrics}. */
  public static List<Row> rows(Scoring scoring) {
    return applying(scoring).stream().map(metric -> row(metric, scoring)).toList();
  }

  private static MetricChange change(Metric metric, Scoring scoring) {
    return scoring
        .metrics()
        .map(listed -> listed.getOrDefault(metric.code(), MetricChange.NONE))
        .orElse(MetricChange.NONE);
  }

  private static Optional<CustomMetric> custom(Metric metric, Scoring scoring) {
    return scoring.custom().stream()
        .filter(custom -> custom.code().equals(metric.code()))
        .findFirst();
  }

  private static Row row(Metric metric, Scoring scoring) {
    MetricChange change = change(metric, scoring);
    Optional<Double> standard = metric.anchors().map(Anchors::standard);
    Optional<Double> target = metric.anchors().map(Anchors::target);
    double published = custom(metric, scoring).map(CustomMetric::weight).orElse(1.0);
    double weight = metric.anchors().isPresent() ? change.weight().orElse(published) : 0;
    return RowFactory.create(
        metric.code(),
        metric.names().id(),
        metric.names().en(),
        metric.question().id(),
        metric.question().en(),
        metric.perspective().code(),
        metric.direction().code(),
        metric.unit(),
        standard.map(plain -> change.standard().orElse(plain)).orElse(null),
        target.map(plain -> change.target().orElse(plain)).orElse(null),
        weight,
        minimumN(metric, scoring),
        metric.formula(),
        metric.feed().name(),
        metric.problems().toArray(String[]::new),
        metric.solutions().toArray(String[]::new),
        metric.factors().toArray(String[]::new),
        metric.authority(),
        metric.form().code());
  }
}
