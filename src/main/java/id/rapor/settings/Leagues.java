package id.rapor.settings;

import java.util.List;
import java.util.Map;

/**
 * Which league tables are made, each for the whole country and for each peer group.
 *
 * @param tables key {@code leagues.tables}: groups of tables or single ones: {@code overall},
 *     {@code perspectives} or the code of one, {@code metrics} or the code of one that is scored,
 *     {@code services} or {@code service:<service_id>}. Overall is made in any case. Default: all
 * @param serviceMetric key {@code leagues.service_metric}: the metric that a service's table ranks
 * @param serviceMetrics key {@code leagues.service_metrics}: service to another metric
 */
public record Leagues(
    List<String> tables, String serviceMetric, Map<String, String> serviceMetrics) {
  public static final String PERSPECTIVES = "perspectives";
  public static final String METRICS = "metrics";
  public static final String SERVICES = "services";

  public static final Leagues DEFAULTS =
      new Leagues(List.of("overall", PERSPECTIVES, METRICS, SERVICES), "on_time_rate", Map.of());

  public Leagues {
    tables = List.copyOf(tables);
    serviceMetrics = Map.copyOf(serviceMetrics);
  }
}
