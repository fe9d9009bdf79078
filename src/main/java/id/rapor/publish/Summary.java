package id.rapor.publish;

import id.rapor.table.League;
import id.rapor.table.Scorecards;
import id.rapor.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the head of the page says of the whole table.
 *
 * @param sentences the table in one or two sentences
 * @param figures the numbers that matter most
 * @param spread a path with a stroke for every ranked agency's score between 0 and 1000
 * @param spreadTold the same in a sentence
 */
record Summary(List<String> sentences, List<Figure> figures, String spread, String spreadTold) {
  private static final int FIRST = 10;

  /** The grades of a score of at least the standard. */
  static final Set<String> MEETING = Set.of("A", "B", "C");

  private static final double WIDTH = 1000;

  Summary {
    sentences = List.copyOf(sentences);
    figures = List.copyOf(figures);
  }

  /** A number and what it counts. */
  record Figure(String number, String words) {}

  static Summary of(Facts facts) {
    List<Place> ranked = facts.ranked();
    Labels labels = facts.labels();
    List<Double> scores = ranked.stream().map(Place::score).sorted().toList();
    return new Summary(
        sentences(facts, ranked),
        ranked.isEmpty() ? List.of() : figures(facts, ranked, scores),
        spread(scores),
        scores.isEmpty()
            ? ""
            : labels.text(
                "spread_told",
                score(scores.get(0), labels),
                score(middle(scores), labels),
                score(scores.get(scores.size() - 1), labels)));
  }

  private static List<String> sentences(Facts facts, List<Place> ranked) {
    Labels labels = facts.labels();
    int all = facts.collected().places().size();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        labels.text(
            ranked.size() == all ? "lead_all" : "lead_ranked",
            whole(all, labels),
            whole(ranked.size(), labels),
            whole(all - ranked.size(), labels)));
    if (ranked.size() > FIRST) {
      sentences.add(labels.text("lead_first", whole(notToldFromFirst(ranked), labels)));
    }
    return sentences;
  }

  private static List<Figure> figures(Facts facts, List<Place> ranked, List<Double> scores) {
    Labels labels = facts.labels();
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            whole(ranked.size(), labels),
            labels.text("figure_ranked", whole(facts.collected().places().size(), labels))));
    if (ranked.size() > FIRST) {
      figures.add(new Figure(whole(notToldFromFirst(ranked), labels), labels.text("figure_first")));
    }
    long met = ranked.stream().filter(place -> meetsStandard(facts, place)).count();
    figures.add(new Figure(whole(met, labels), labels.text("figure_met")));
    figures.add(new Figure(score(middle(scores), labels), labels.text("figure_middle")));
    return figures;
  }

  /** One stroke where several stand at the same place. */
  private static String spread(List<Double> scores) {
    return scores.stream()
        .map(score -> Math.round(score / Standings.TARGET * WIDTH))
        .distinct()
        .map(place -> "M" + place + " 0V1")
        .collect(Collectors.joining());
  }

  /** By its grade, so that the count agrees with the column of grades. */
  private static boolean meetsStandard(Facts facts, Place place) {
    return facts
        .card(place.agency())
        .flatMap(card -> Cells.text(card, Scorecards.GRADE))
        .filter(MEETING::contains)
        .isPresent();
  }

  private static long notToldFromFirst(List<Place> ranked) {
    return ranked.stream().filter(place -> place.low() <= FIRST).count();
  }

  /** The median of sorted scores, at least one. */
  private static double middle(List<Double> scores) {
    int half = scores.size() / 2;
    return scores.size() % 2 == 1
        ? scores.get(half)
        : (scores.get(half - 1) + scores.get(half)) / 2;
  }

  private static String score(double value, Labels labels) {
    return Numbers.decimal(value, League.SCORE_DECIMALS, labels.language());
  }

  private static String whole(long value, Labels labels) {
    return Numbers.whole(value, labels.language());
  }
}
