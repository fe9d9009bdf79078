package id.rapor.publish;

import id.rapor.table.Cases;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Scorecards;
import id.rapor.text.Numbers;
import id.rapor.text.Reasons;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;

/** Makes the page's two lists of agencies: those with a rank and those without. */
final class Standings {
  /** The score of an agency that meets the target. */
  static final double TARGET = 100;

  private static final double STANDARD = 60;

  static final String DASH = "\u2013";
  private static final Scale SCORES = new Scale(0, TARGET, 0);
  private static final double MARGIN = 3;

  /** Where reasons list codes of metrics: elsewhere they might be words of a sentence. */
  private static final Pattern CODE = Pattern.compile("(?<=[:,] )[a-z0-9_]+");

  private static final int HUNDRED = 100;

  private final Facts facts;
  private final Labels labels;
  private final List<Place> ranked;
  private final Scale ranks;
  private final Map<String, String> metrics;

  Standings(Facts facts) {
    this.facts = facts;
    this.labels = facts.labels();
    this.ranked = facts.ranked();
    this.ranks = new Scale(1, ranked.size(), MARGIN);
    this.metrics = facts.metricNames();
  }

  /** The scale on which the rank intervals are drawn. */
  Scale ranks() {
    return ranks;
  }

  /** The ranked agencies by rank label, then agency code. */
  List<Standing> ranked() {
    return ranked.stream().map(this::standing).toList();
  }

  /** The others by name. */
  List<Unranked> unranked() {
    return facts.unranked().stream()
        .map(this::unranked)
        .sorted(
            Comparator.comparing((Unranked one) -> one.agency().name().toLowerCase(Locale.ROOT))
                .thenComparing(one -> one.agency().id()))
        .toList();
  }

  private Standing standing(Place place) {
    Optional<Row> card = facts.card(place.agency());
    return new Standing(
        place.label(),
        anchor(place.agency()),
        facts.agency(place.agency()),
        contested(place.row(), labels),
        card.filter(Standings::isCapped).map(row -> cap("capped_short", row)).orElse(""),
        peers(place.agency()),
        among(place.agency()),
        reach(place),
        score(place.score()),
        card.flatMap(this::interval).orElse(""),
        card.flatMap(row -> Cells.text(row, Scorecards.GRADE)).orElse(DASH),
        facts.perspectives().stream().map(code -> measure(place.agency(), code)).toList(),
        badge(place.row()),
        movement(place.row()));
  }

  /** That the agency holds the figure in {@code row} to be wrong; empty if it does not. */
  static String contested(Row row, Labels labels) {
    return Boolean.TRUE.equals(row.getAs(League.CONTESTED.name())) ? labels.text("contested") : "";
  }

  /** What a confirmed breach does to the score, in a sentence; empty without one or a score. */
  String capped(String agency) {
    return facts
        .card(agency)
        .filter(row -> Cells.real(row, Scorecards.UNCAPPED_SCORE).isPresent())
        .map(row -> cap(isCapped(row) ? "score_capped" : "score_cap", row))
        .orElse("");
  }

  private static boolean isCapped(Row card) {
    Optional<Double> uncapped = Cells.real(card, Scorecards.UNCAPPED_SCORE);
    return uncapped.isPresent() && !uncapped.equals(Cells.real(card, PerspectiveScores.SCORE));
  }

  private String cap(String label, Row card) {
    return labels.text(
        label,
        score(Cells.real(card, Scorecards.CAP).orElseThrow()),
        score(Cells.real(card, Scorecards.UNCAPPED_SCORE).orElseThrow()),
        Cells.text(card, Scorecards.CAP_REASON).orElse(""));
  }

  private Unranked unranked(Row row) {
    String id = Cells.text(row, Cases.AGENCY_ID).orElseThrow();
    String status = Cells.text(row, Measurements.STATUS).orElse("");
    return new Unranked(
        anchor(id),
        facts.agency(id),
        peers(id),
        labels.word("status", status),
        reason(row).orElse(""));
  }

  /** Why there is no number, with the names of metrics for their codes. */
  private Optional<String> reason(Row row) {
    return Cells.text(row, PerspectiveScores.REASON)
        .map(english -> Reasons.in(labels.language(), english))
        .map(
            words ->
                CODE.matcher(words)
                    .replaceAll(
                        found ->
                            Matcher.quoteReplacement(
                                metrics.getOrDefault(found.group(), found.group()))));
  }

  /** The agencies it is compared with; all of the country where its scorecard names none. */
  private PeerGroup peers(String agency) {
    String code =
        facts
            .card(agency)
            .flatMap(card -> Cells.text(card, Scorecards.PEER_GROUP))
            .orElse(League.WHOLE_COUNTRY);
    return PeerGroup.of(code, labels);
  }

  private String among(String agency) {
    return facts
        .among(agency)
        .map(place -> labels.text("among_short", place.label(), words(place)))
        .orElse("");
  }

  private String words(Place place) {
    String low = whole(place.low());
    return place.low() == place.high() ? low : low + DASH + whole(place.high());
  }

  private Standing.Reach reach(Place place) {
    return new Standing.Reach(
        words(place),
        told(place, ranked.size()),
        ranks.at(place.low()),
        ranks.width(place.low(), place.high()),
        ranks.at(place.number()));
  }

  /** Rank and rank interval among {@code all}, in a sentence. */
  String told(Place place, int all) {
    return labels.text(
        "reach_told", place.label(), whole(place.low()), whole(place.high()), whole(all));
  }

  /** One perspective of an agency, ranked or not. */
  Standing.Measure measure(String agency, String perspective) {
    String name = labels.text("perspective_" + perspective);
    Optional<Row> row = facts.score(agency, perspective);
    Optional<Double> value = row.flatMap(found -> Cells.real(found, PerspectiveScores.SCORE));
    if (value.isEmpty()) {
      return new Standing.Measure(name, DASH, "0%", 0, "none", absence(row));
    }
    return new Standing.Measure(
        name,
        score(value.get()),
        SCORES.width(0, value.get()),
        Math.round(value.get() / TARGET * HUNDRED),
        meetsStandard(value.get()) ? "met" : "below",
        row.flatMap(this::interval).orElse(DASH));
  }

  private String absence(Optional<Row> row) {
    return row.flatMap(this::reason)
        .or(
            () ->
                row.flatMap(found -> Cells.text(found, Measurements.STATUS))
                    .map(status -> labels.word("status", status)))
        .orElse(labels.text("status_no_data"));
  }

  private Standing.Badge badge(Row row) {
    String code = Cells.text(row, League.BADGE).orElse("none");
    return new Standing.Badge(code, labels.word("badge", code));
  }

  private Standing.Movement movement(Row row) {
    Optional<Long> moved = Cells.whole(row, League.MOVEMENT);
    if (moved.isEmpty()) {
      return new Standing.Movement("", labels.text("movement_none"));
    }
    String places = whole(Math.abs(moved.get()));
    boolean isTold = Boolean.TRUE.equals(row.getAs(League.MOVEMENT_TOLD.name()));
    String doubt = isTold ? "" : labels.text("movement_doubt");
    return switch (Long.signum(moved.get())) {
      case 1 -> new Standing.Movement("\u25b2", labels.text("movement_up", places) + doubt);
      case -1 -> new Standing.Movement("\u25bc", labels.text("movement_down", places) + doubt);
      default -> new Standing.Movement("=", labels.text("movement_same"));
    };
  }

  private Optional<String> interval(Row row) {
    return Cells.real(row, PerspectiveScores.LOW)
        .flatMap(
            low ->
                Cells.real(row, PerspectiveScores.HIGH)
                    .map(high -> score(low) + DASH + score(high)));
  }

  /** Whether a score meets the standard, at the precision that is published. */
  private static boolean meetsStandard(double score) {
    return Numbers.rounded(score, League.SCORE_DECIMALS).doubleValue() >= STANDARD;
  }

  private String score(double value) {
    return Numbers.decimal(value, League.SCORE_DECIMALS, labels.language());
  }

  private String whole(long value) {
    return Numbers.whole(value, labels.language());
  }

  /** An address within the page: letters, digits and a few signs, whatever the code holds. */
  private static String anchor(String agency) {
    return "a-" + URLEncoder.encode(agency, StandardCharsets.UTF_8);
  }
}
