package id.rapor.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the key {@code leagues}. */
final class LeaguesReader {
  private LeaguesReader() {}

  static Leagues read(Section top) {
    Optional<Value> given = top.value("leagues");
    if (given.isEmpty()) {
      return Leagues.DEFAULTS;
    }
    Section leagues =
        new Section(given.get(), List.of("tables", "service_metric", "service_metrics"));
    return new Leagues(
        leagues.value("tables").map(Value::texts).orElse(Leagues.DEFAULTS.tables()),
        leagues.text("service_metric").orElse(Leagues.DEFAULTS.serviceMetric()),
        leagues.value("service_metrics").map(LeaguesReader::metrics).orElse(Map.of()));
  }

  private static Map<String, String> metrics(Value value) {
    Map<String, String> metrics = new LinkedHashMap<>();
    value
        .entries("a mapping of service to metric")
        .forEach((service, metric) -> metric.text().ifPresent(code -> metrics.put(service, code)));
    return metrics;
  }
}
