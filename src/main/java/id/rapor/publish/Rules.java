package id.rapor.publish;

import id.rapor.settings.Scoring;
import id.rapor.table.Metrics;
import id.rapor.text.Language;
import id.rapor.text.Lists;
import id.rapor.text.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * What the page says about how scores are made: perspectives, their weights and their metrics.
 *
 * @param perspectives those that apply, each with its metrics by code
 * @param absent a sentence about those that do not apply; empty if all do
 * @param leastCoverage share of a perspective's weight that must have a value, in words
 */
record Rules(List<Perspective> perspectives, String absent, String leastCoverage) {
  private static final int MOST_DECIMALS = 4;

  Rules {
    perspectives = List.copyOf(perspectives);
  }

  /** One perspective and its share of the score, bare and in words. */
  record Perspective(String name, String share, String weight, List<Metric> metrics) {
    Perspective {
      metrics = List.copyOf(metrics);
    }
  }

  /** One metric of the catalogue in words. */
  record Metric(
      String code,
      String name,
      String question,
      String direction,
      String unit,
      String standard,
      String target,
      String weight,
      String minimum,
      String authority) {
    /** The name of the files of its page, without the ending. */
    public String file() {
      return Addresses.metric(code);
    }
  }

  static Rules of(Facts facts) {
    Labels labels = facts.labels();
    Scoring scoring = facts.settings().scoring();
    List<Row> metrics = facts.collected().metrics();
    double whole = sum(facts.perspectives().stream().map(scoring.perspectives()::get).toList());
    List<Perspective> perspectives =
        facts.perspectives().stream()
            .map(
                code -> {
                  String share = percent(scoring.perspectives().get(code), whole, labels);
                  return new Perspective(
                      labels.text("perspective_" + code),
                      share,
                      labels.text("scoring_weight", share),
                      metrics(metrics, code, scoring, FigureText.of(facts)));
                })
            .toList();
    return new Rules(
        perspectives,
        absent(facts),
        Numbers.percent(scoring.leastCoverage(), 0, labels.language()));
  }

  private static String absent(Facts facts) {
    Labels labels = facts.labels();
    List<String> absent =
        Facts.PERSPECTIVES.stream()
            .filter(code -> !facts.perspectives().contains(code))
            .map(code -> labels.text("perspective_" + code))
            .toList();
    return absent.isEmpty()
        ? ""
        : labels.text("perspectives_absent", Lists.and(absent, labels.language()));
  }

  private static List<Metric> metrics(
      List<Row> catalogue, String perspective, Scoring scoring, FigureText text) {
    List<Row> rows =
        catalogue.stream()
            .filter(row -> Cells.text(row, Metrics.PERSPECTIVE).orElse("").equals(perspective))
            .filter(row -> scoring.metrics().map(some -> some.containsKey(code(row))).orElse(true))
            .sorted(Comparator.comparing((Row row) -> weight(row) == 0).thenComparing(Rules::code))
            .toList();
    double whole = sum(rows.stream().map(Rules::weight).toList());
    return rows.stream().map(row -> metric(row, whole, text)).toList();
  }

  private static Metric metric(Row row, double whole, FigureText text) {
    Labels labels = text.labels();
    Language language = labels.language();
    boolean indonesian = language == Language.INDONESIAN;
    return new Metric(
        code(row),
        Names.of(row, language, code(row)),
        Cells.text(row, indonesian ? Metrics.QUESTION_ID : Metrics.QUESTION_EN).orElse(""),
        labels.word("direction", Cells.text(row, Metrics.DIRECTION).orElse("context")),
        text.unit(row),
        number(Cells.real(row, Metrics.STANDARD), language),
        number(Cells.real(row, Metrics.TARGET), language),
        weight(row) == 0 ? labels.text("not_scored") : percent(weight(row), whole, labels),
        Cells.whole(row, Metrics.MINIMUM_N)
            .map(least -> Numbers.whole(least, language))
            .orElse(Standings.DASH),
        Cells.text(row, Metrics.AUTHORITY).orElse(""));
  }

  private static String code(Row row) {
    return Cells.text(row, Metrics.CODE).orElseThrow();
  }

  private static double weight(Row row) {
    return Cells.real(row, Metrics.WEIGHT).orElse(0.0);
  }

  private static String number(Optional<Double> value, Language language) {
    return value
        .map(number -> Numbers.trimmed(number, MOST_DECIMALS, language))
        .orElse(Standings.DASH);
  }

  private static String percent(double part, double whole, Labels labels) {
    return Numbers.trimmed(100 * part / whole, 1, labels.language()) + "%";
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }
}
