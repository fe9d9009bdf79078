package id.rapor.publish;

import id.rapor.stats.Quantiles;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.text.Language;
import id.rapor.text.Lists;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Makes the pages about the metrics of a period, in one language. */
final class MetricPages {
  private final Facts facts;
  private final Labels labels;
  private final FigureText text;
  private final PlaceLines lines;
  private final Map<String, Row> catalogue = new TreeMap<>();
  private final Map<String, Map<String, Row>> measured = new HashMap<>();

  MetricPages(Facts facts) {
    this.facts = facts;
    this.labels = facts.labels();
    this.text = FigureText.of(facts);
    this.lines = new PlaceLines(facts, text);
    facts.metrics().forEach(row -> catalogue.put(code(row, Metrics.CODE), row));
    facts.collected().measured().values().stream()
        .flatMap(List::stream)
        .forEach(
            row ->
                measured
                    .computeIfAbsent(code(row, Measurements.METRIC), metric -> new TreeMap<>())
                    .put(code(row, Cases.AGENCY_ID), row));
  }

  /** The codes of the metrics that have a page, in order. */
  Collection<String> codes() {
    return catalogue.keySet();
  }

  /** The metrics of one perspective, for a list of links. */
  record Links(String perspective, List<ServicePages.Link> metrics) {
    Links {
      metrics = List.copyOf(metrics);
    }
  }

  /** All metrics that have a page, by perspective and name. */
  List<Links> links() {
    return facts.perspectives().stream()
        .map(
            perspective ->
                new Links(
                    labels.text("perspective_" + perspective),
                    catalogue.values().stream()
                        .filter(entry -> code(entry, Metrics.PERSPECTIVE).equals(perspective))
                        .map(this::link)
                        .sorted(Comparator.comparing(ServicePages.Link::name))
                        .toList()))
        .filter(links -> !links.metrics().isEmpty())
        .toList();
  }

  private ServicePages.Link link(Row entry) {
    return new ServicePages.Link(text.name(entry), Addresses.metric(code(entry, Metrics.CODE)));
  }

  MetricPage page(String code) {
    Row entry = catalogue.get(code);
    Map<String, Row> values = measured.getOrDefault(code, Map.of());
    Map<String, Row> funnel = funnel(code, values);
    List<Row> league = facts.collected().around().leagues().getOrDefault(code, List.of());
    List<PlaceLine> table = lines.of(league, values, funnel, code(entry, Metrics.DIRECTION));
    List<Double> sorted =
        values.values().stream().flatMap(row -> FigureText.scored(row).stream()).sorted().toList();
    String told = told(sorted, values.size(), entry);
    return new MetricPage(
        code,
        text.name(entry),
        text.question(entry),
        told,
        facts(entry),
        sorted.isEmpty()
            ? Optional.empty()
            : Optional.of(Histogram.of(sorted, standard(entry, values), text, told)),
        FunnelPlot.of(funnel.values(), text),
        table,
        lines.more(values.size()),
        table.stream().anyMatch(line -> !line.rank().isEmpty()),
        table.stream().anyMatch(line -> !line.adjusted().isEmpty()));
  }

  /** The funnel's rows of the agencies whose value is published. */
  private Map<String, Row> funnel(String code, Map<String, Row> values) {
    Map<String, Row> shown = new TreeMap<>();
    facts
        .collected()
        .around()
        .funnels()
        .getOrDefault(code, Map.of())
        .forEach(
            (agency, row) -> {
              Row value = values.get(agency);
              if (value != null && FigureText.scored(value).isPresent()) {
                shown.put(agency, row);
              }
            });
    return shown;
  }

  private String told(List<Double> sorted, int all, Row entry) {
    if (sorted.isEmpty()) {
      return labels.text("metric_none");
    }
    double[] values = sorted.stream().mapToDouble(Double::doubleValue).toArray();
    return labels.text(
        "metric_told",
        text.whole(values.length),
        text.whole(all),
        text.withUnit(Quantiles.of(values, 0.5), entry),
        text.figure(Quantiles.of(values, 0.25), entry),
        text.figure(Quantiles.of(values, 0.75), entry));
  }

  /** The standard, if it is the same number for all agencies. */
  private static Optional<Double> standard(Row entry, Map<String, Row> values) {
    return isRelative(values) ? Optional.empty() : Cells.real(entry, Metrics.STANDARD);
  }

  private static boolean isRelative(Map<String, Row> values) {
    return values.values().stream()
        .flatMap(row -> Cells.real(row, Measurements.ANCHOR_SCALE).stream())
        .anyMatch(scale -> scale != 1.0);
  }

  private List<MetricPage.Fact> facts(Row entry) {
    List<MetricPage.Fact> told = new ArrayList<>();
    add(told, "col_formula", formula(entry));
    add(told, "col_direction", labels.word("direction", code(entry, Metrics.DIRECTION)));
    add(told, "col_unit", text.unit(entry));
    add(told, "col_standard", anchor(entry, Metrics.STANDARD));
    add(told, "col_target", anchor(entry, Metrics.TARGET));
    add(told, "col_minimum", text.whole(entry, Metrics.MINIMUM_N));
    add(told, "col_perspective", labels.word("perspective", code(entry, Metrics.PERSPECTIVE)));
    add(told, "col_problems", words(entry, Metrics.PROBLEMS, "problem"));
    add(told, "col_solutions", words(entry, Metrics.SOLUTIONS, "solution"));
    add(told, "col_authority", Cells.text(entry, Metrics.AUTHORITY).orElse(""));
    return told;
  }

  private String formula(Row entry) {
    String english = code(entry, Metrics.FORMULA);
    return labels.language() == Language.INDONESIAN
        ? Meanings.formula(code(entry, Metrics.CODE), english)
        : english;
  }

  private String anchor(Row entry, Field anchor) {
    String number = text.figure(entry, anchor);
    boolean isRelative = isRelative(measured.getOrDefault(code(entry, Metrics.CODE), Map.of()));
    return number.isEmpty() || !isRelative ? number : labels.text("anchor_relative", number);
  }

  private String words(Row entry, Field codes, String kind) {
    List<String> list = entry.getList(entry.fieldIndex(codes.name()));
    List<String> words = list.stream().map(code -> labels.word(kind, code)).toList();
    return words.isEmpty() ? "" : Lists.and(words, labels.language());
  }

  private void add(List<MetricPage.Fact> told, String label, String meaning) {
    if (!meaning.isEmpty()) {
      told.add(new MetricPage.Fact(labels.text(label), meaning));
    }
  }

  private static String code(Row row, Field field) {
    return Cells.text(row, field).orElseThrow();
  }
}
