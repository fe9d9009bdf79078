package id.rapor.settings;

import java.util.ArrayList;
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
        new Section(
            given.get(),
            List.of(
                "tables", "service_metric", "service_metrics", "volume_classes", "least_peers"));
    return new Leagues(
        leagues.value("tables").map(Value::texts).orElse(Leagues.DEFAULTS.tables()),
        leagues.text("service_metric").orElse(Leagues.DEFAULTS.serviceMetric()),
        leagues.value("service_metrics").map(LeaguesReader::metrics).orElse(Map.of()),
        leagues
            .value("volume_classes")
            .map(LeaguesReader::classes)
            .orElse(Leagues.DEFAULTS.volumeClasses()),
        leagues.whole("least_peers", 1, Long.MAX_VALUE).orElse(Leagues.DEFAULTS.leastPeers()));
  }

  private static List<Long> classes(Value value) {
    List<Long> classes = new ArrayList<>();
    for (Value bound : value.items("a rising list of whole numbers such as [30, 300, 3000]")) {
      long least = classes.isEmpty() ? 1 : classes.get(classes.size() - 1) + 1;
      bound.whole(least, Integer.MAX_VALUE).ifPresent(classes::add);
    }
    return classes;
  }

  private static Map<String, String> metrics(Value value) {
    Map<String, String> metrics = new LinkedHashMap<>();
    value
        .entries("a mapping of service to metric")
        .forEach((service, metric) -> metric.text().ifPresent(code -> metrics.put(service, code)));
    return metrics;
  }
}
