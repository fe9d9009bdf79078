package id.rapor.settings;

import java.util.List;
import java.util.Map;

/**
 * Which league tables are made, each for the whole country and for each peer group, and what makes
 * a peer group: the kind of body and how many cases it is handed, neither of which is performance.
 *
 * @param tables key {@code leagues.tables}: groups of tables or single ones: {@code overall},
 *     {@code perspectives} or the code of one, {@code metrics} or the code of one that is scored,
 *     {@code services} or {@code service:<service_id>}. Overall is made in any case. Default: all
 * @param serviceMetric key {@code leagues.service_metric}: the metric that a service's table ranks
 * @param serviceMetrics key {@code leagues.service_metrics}: service to another metric
 * @param volumeClasses key {@code leagues.volume_classes}: cases handed in per month from which the
 *     second, third, ... class of volume begins, inclusive and rising; an empty list for peer
 *     groups by kind alone. Default 30, 300, 3000: each class spans a factor of ten, so that few
 *     agencies change theirs, and what is below 30 a month is too small for most monthly figures
 * @param leastPeers key {@code leagues.least_peers}: least agencies of one kind and volume that
 *     make a peer group, inclusive; fewer are compared with all of their kind. Default 5, as fewer
 *     have no best and no worst fifth
 */
public record Leagues(
    List<String> tables,
    String serviceMetric,
    Map<String, String> serviceMetrics,
    List<Long> volumeClasses,
    long leastPeers) {
  public static final String PERSPECTIVES = "perspectives";
  public static final String METRICS = "metrics";
  public static final String SERVICES = "services";

  public static final Leagues DEFAULTS =
      new Leagues(List.of("overall", PERSPECTIVES, METRICS, SERVICES), "on_time_rate", Map.of());

  /** With the default classes of volume. */
  public Leagues(List<String> tables, String serviceMetric, Map<String, String> serviceMetrics) {
    this(tables, serviceMetric, serviceMetrics, List.of(30L, 300L, 3000L), 5);
  }

  public Leagues {
    tables = List.copyOf(tables);
    serviceMetrics = Map.copyOf(serviceMetrics);
    volumeClasses = List.copyOf(volumeClasses);
  }
}
