package id.rapor.publish;

import id.rapor.settings.Leagues;
import id.rapor.table.Cases;
import id.rapor.table.League;
import id.rapor.table.Metrics;
import id.rapor.table.Services;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Makes the pages about the services of a period, in one language. */
final class ServicePages {
  private final Facts facts;
  private final Labels labels;
  private final FigureText text;
  private final PlaceLines lines;
  private final StandardLines standards;
  private final Map<String, String> names;
  private final Map<String, Row> catalogue = new HashMap<>();

  ServicePages(Facts facts) {
    this.facts = facts;
    this.labels = facts.labels();
    this.text = FigureText.of(facts);
    this.lines = new PlaceLines(facts, text);
    this.standards = new StandardLines(facts);
    this.names = facts.services();
    facts.metrics().forEach(row -> catalogue.put(code(row), row));
  }

  /** The codes of the services that have a page, in order. */
  Collection<String> codes() {
    return facts.collected().around().services();
  }

  /** A service by its name, for a list of links. */
  record Link(String name, String file) {}

  /** All services that have a page, by name. */
  List<Link> links() {
    return codes().stream()
        .map(code -> new Link(names.getOrDefault(code, code), Addresses.name(code)))
        .sorted(Comparator.comparing(Link::name).thenComparing(Link::file))
        .toList();
  }

  ServicePage page(String service) {
    Around around = facts.collected().around();
    Leagues leagues = facts.settings().leagues();
    String metric = leagues.serviceMetrics().getOrDefault(service, leagues.serviceMetric());
    Optional<Row> entry = Optional.ofNullable(catalogue.get(metric));
    Map<String, Row> measured = around.served().getOrDefault(service, Map.of());
    List<Row> places = around.leagues().getOrDefault(League.SERVICE + service, List.of());
    List<PlaceLine> table =
        lines.of(
            places,
            measured,
            Map.of(),
            entry.flatMap(row -> Cells.text(row, Metrics.DIRECTION)).orElse("higher"));
    return new ServicePage(
        service,
        names.getOrDefault(service, service),
        category(service),
        told(measured),
        entry.map(text::name).orElse(metric),
        entry.map(row -> Addresses.metric(metric)).orElse(""),
        standards.of(around.standards().getOrDefault(service, List.of())),
        table,
        lines.more(measured.size()),
        table.stream().anyMatch(line -> !line.rank().isEmpty()),
        table.stream().anyMatch(line -> !line.adjusted().isEmpty()));
  }

  private String told(Map<String, Row> measured) {
    long known =
        measured.values().stream().filter(row -> FigureText.scored(row).isPresent()).count();
    return labels.text("service_told", text.whole(measured.size()), text.whole(known));
  }

  private String category(String service) {
    return facts.collected().services().stream()
        .filter(row -> Cells.text(row, Cases.SERVICE_ID).orElse("").equals(service))
        .flatMap(row -> Cells.text(row, Services.CATEGORY).stream())
        .findFirst()
        .map(code -> labels.word("category", code))
        .orElse("");
  }

  private static String code(Row entry) {
    return Cells.text(entry, Metrics.CODE).orElseThrow();
  }
}
