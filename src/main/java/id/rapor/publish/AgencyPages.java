package id.rapor.publish;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Findings;
import id.rapor.table.League;
import id.rapor.table.Levers;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.ReportCards;
import id.rapor.text.Language;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Makes the pages of all agencies of a period, in one language. */
final class AgencyPages {
  private final Facts facts;
  private final Labels labels;
  private final FigureText text;
  private final Trends trends;
  private final Map<String, Standing> ranked = new HashMap<>();
  private final Map<String, Unranked> unranked = new HashMap<>();
  private final Map<String, Integer> peers = new HashMap<>();
  private final List<Row> catalogue;
  private final Map<String, Row> metrics = new HashMap<>();
  private final Standings standings;

  AgencyPages(Facts facts, Standings standings) {
    this.facts = facts;
    this.labels = facts.labels();
    this.text = FigureText.of(facts);
    this.trends = new Trends(facts);
    this.standings = standings;
    standings.ranked().forEach(one -> ranked.put(one.agency().id(), one));
    standings.unranked().forEach(one -> unranked.put(one.agency().id(), one));
    standings.ranked().stream()
        .flatMap(one -> one.peers().within().stream())
        .forEach(code -> peers.merge(code, 1, Integer::sum));
    this.catalogue =
        facts.collected().metrics().stream()
            .sorted(
                Comparator.comparing((Row row) -> Cells.real(row, Metrics.WEIGHT).orElse(0.0) == 0)
                    .thenComparing(row -> code(row, Metrics.CODE)))
            .toList();
    catalogue.forEach(row -> metrics.put(code(row, Metrics.CODE), row));
  }

  /** The codes of all agencies of the period, in order. */
  List<String> agencies() {
    return facts.collected().places().stream()
        .map(row -> code(row, Cases.AGENCY_ID))
        .sorted()
        .toList();
  }

  AgencyPage page(String id) {
    List<Trend> curves = trends.of(id);
    return new AgencyPage(
        facts.agency(id),
        told(id),
        among(id),
        standings.capped(id),
        steadiness(id),
        Optional.ofNullable(unranked.get(id)).map(Unranked::reason).orElse(""),
        facts.perspectives().stream().map(code -> standings.measure(id, code)).toList(),
        lines(id, ReportCards.STRENGTH),
        lines(id, ReportCards.FIX),
        replies(id),
        curves,
        TrendTable.of(curves, labels),
        groups(id));
  }

  private String told(String id) {
    Standing standing = ranked.get(id);
    return standing == null
        ? labels.text("agency_unranked", unranked.get(id).status())
        : labels.text(
            "agency_ranked",
            standing.score(),
            standing.interval(),
            standing.grade(),
            standing.reach().told());
  }

  /** Its place among its peers, if it and another one have a rank there. */
  private String among(String id) {
    Optional<Place> place = facts.among(id).filter(one -> ranked.containsKey(id));
    if (place.isEmpty()) {
      return "";
    }
    PeerGroup group = ranked.get(id).peers();
    int all = peers.get(group.code());
    return all > 1
        ? labels.text("agency_among", group.words(), standings.told(place.get(), all))
        : "";
  }

  private List<String> steadiness(String id) {
    Around around = facts.collected().around();
    boolean indonesian = labels.language() == Language.INDONESIAN;
    Stream<String> choices =
        Stream.ofNullable(around.sensitivities().get(id))
            .map(row -> code(row, indonesian ? Findings.SENTENCE_ID : Findings.SENTENCE_EN));
    Stream<String> lever = Stream.ofNullable(around.levers().get(id)).map(this::lever);
    return Stream.concat(choices, lever).toList();
  }

  /** What would raise the rank most. */
  private String lever(Row row) {
    String metric = code(row, Measurements.METRIC);
    long gain = Cells.whole(row, Levers.RANK_GAIN).orElse(0L);
    String told =
        labels.text(
            gain > 0 ? "lever_rank" : "lever_score",
            name(metric),
            text.withUnit(
                Cells.real(row, Levers.STANDARD_VALUE).orElseThrow(), metrics.get(metric)),
            text.number(row, PerspectiveScores.SCORE),
            text.number(row, Levers.SCORE_THEN),
            text.whole(row, League.RANK),
            text.whole(row, Levers.RANK_THEN));
    return Cells.whole(row, Levers.CASES)
        .map(cases -> told + " " + labels.text("lever_cases", text.whole(cases)))
        .orElse(told);
  }

  private List<AgencyPage.Line> lines(String id, String kind) {
    return facts.collected().lines().getOrDefault(id, List.of()).stream()
        .filter(row -> code(row, ReportCards.KIND).equals(kind))
        .sorted(Comparator.comparing(row -> Cells.whole(row, ReportCards.PLACE).orElseThrow()))
        .map(this::line)
        .toList();
  }

  private AgencyPage.Line line(Row row) {
    boolean indonesian = labels.language() == Language.INDONESIAN;
    return new AgencyPage.Line(
        name(code(row, Measurements.METRIC)),
        code(row, indonesian ? ReportCards.SENTENCE_ID : ReportCards.SENTENCE_EN));
  }

  private List<AgencyPage.Reply> replies(String id) {
    return facts.collected().replies().getOrDefault(id, List.of()).stream()
        .map(
            row ->
                new AgencyPage.Reply(
                    about(code(row, League.LEAGUE)),
                    Standings.contested(row, labels),
                    code(row, League.REPLY)))
        .toList();
  }

  private String about(String league) {
    if (league.equals(League.OVERALL)) {
      return labels.text("overall");
    }
    return facts.perspectives().contains(league)
        ? labels.text("perspective_" + league)
        : name(league);
  }

  private List<AgencyPage.Group> groups(String id) {
    Map<String, Row> measured = new HashMap<>();
    facts
        .collected()
        .measured()
        .getOrDefault(id, List.of())
        .forEach(row -> measured.put(code(row, Measurements.METRIC), row));
    return facts.perspectives().stream()
        .map(
            perspective ->
                new AgencyPage.Group(
                    labels.text("perspective_" + perspective),
                    catalogue.stream()
                        .filter(entry -> code(entry, Metrics.PERSPECTIVE).equals(perspective))
                        .filter(entry -> measured.containsKey(code(entry, Metrics.CODE)))
                        .map(entry -> figure(entry, measured.get(code(entry, Metrics.CODE))))
                        .toList()))
        .filter(group -> !group.figures().isEmpty())
        .toList();
  }

  private AgencyPage.Figure figure(Row entry, Row measured) {
    return new AgencyPage.Figure(
        text.name(entry),
        Addresses.metric(code(entry, Metrics.CODE)),
        text.figure(measured, Measurements.VALUE),
        text.interval(measured),
        text.figure(measured, Measurements.ADJUSTED_VALUE),
        text.whole(measured, Measurements.N),
        standard(entry, measured),
        text.state(measured));
  }

  /** In the unit of the value, so that the two can be held against each other. */
  private String standard(Row entry, Row measured) {
    double scale = Cells.real(measured, Measurements.ANCHOR_SCALE).orElse(1.0);
    return Cells.real(entry, Metrics.STANDARD)
        .map(standard -> text.withUnit(standard * scale, entry))
        .orElse("");
  }

  private String name(String metric) {
    return Optional.ofNullable(metrics.get(metric)).map(text::name).orElse(metric);
  }

  private static String code(Row row, Field field) {
    return Cells.text(row, field).orElseThrow();
  }
}
