package id.rapor.measure;

import id.rapor.measure.Metric.Anchors;
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

  /** The metric of that code. */
  public static Optional<Metric> named(String code) {
    return ALL.stream().filter(metric -> metric.code().equals(code)).findFirst();
  }

  /**
   * The metrics that the settings let apply: of a listed perspective, and listed themselves if any
   * is.
   */
  public static List<Metric> applying(Scoring scoring) {
    return ALL.stream()
        .filter(metric -> scoring.perspectives().containsKey(metric.perspective().code()))
        .filter(
            metric ->
                scoring.metrics().map(listed -> listed.containsKey(metric.code())).orElse(true))
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
    return scoring.metrics().map(listed -> listed.get(metric.code())).orElse(MetricChange.NONE);
  }

  private static Row row(Metric metric, Scoring scoring) {
    MetricChange change = change(metric, scoring);
    Optional<Double> standard = metric.anchors().map(Anchors::standard);
    Optional<Double> target = metric.anchors().map(Anchors::target);
    double weight = metric.anchors().isPresent() ? change.weight().orElse(1) : 0;
    return RowFactory.create(
        metric.code(),
        metric.names().id(),
        metric.names().en(),
        metric.question().id(),
        metric.question().en(),
        metric.perspective().code(),
        metric.direction().code(),
        metric.unit(),
        standard.map(published -> change.standard().orElse(published)).orElse(null),
        target.map(published -> change.target().orElse(published)).orElse(null),
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
