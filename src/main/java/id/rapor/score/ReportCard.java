package id.rapor.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an agency does well and what it should mend first. No metric stands in both lists.
 *
 * @param strengths at most three metrics that meet their standard, the highest points first; of
 *     equals the one that is farther beyond its target comes first
 * @param fixes at most three others: first those below their standard, by what meeting it would add
 *     to the overall score; then those short of their target, by what reaching that would add
 */
record ReportCard(List<CardLine> strengths, List<CardLine> fixes) {
  private static final int LINES = 3;

  private static final Comparator<CardLine> CODE =
      Comparator.comparing(line -> line.entry().metric().code());

  private static final Comparator<CardLine> STRONGEST =
      Comparator.comparingDouble(CardLine::points)
          .thenComparingDouble(CardLine::unclipped)
          .reversed()
          .thenComparing(CODE);

  private static final Comparator<CardLine> URGENT =
      Comparator.comparing(CardLine::meetsStandard)
          .thenComparing(Comparator.comparingDouble(CardLine::gain).reversed())
          .thenComparing(CODE);

  ReportCard {
    strengths = List.copyOf(strengths);
    fixes = List.copyOf(fixes);
  }

  /**
   * @param entries every metric that is scored
   * @param readings by metric; what is not present stands on no card
   * @param weights of the perspectives, as shares of their sum
   */
  static ReportCard of(
      List<CardEntry> entries, Map<String, Reading> readings, Map<String, Double> weights) {
    List<CardLine> lines = lines(entries, readings, weights);
    List<CardLine> strengths =
        lines.stream().filter(CardLine::meetsStandard).sorted(STRONGEST).limit(LINES).toList();
    List<CardLine> fixes =
        lines.stream()
            .filter(line -> !strengths.contains(line) && line.gain() > 0)
            .sorted(URGENT)
            .limit(LINES)
            .toList();
    return new ReportCard(strengths, fixes);
  }

  private static List<CardLine> lines(
      List<CardEntry> entries, Map<String, Reading> readings, Map<String, Double> weights) {
    List<CardEntry> present =
        entries.stream()
            .filter(entry -> weights.getOrDefault(entry.metric().perspective(), 0.0) > 0)
            .filter(entry -> readings.containsKey(entry.metric().code()))
            .filter(entry -> readings.get(entry.metric().code()).isPresent())
            .toList();
    Map<String, Double> sums = new HashMap<>();
    present.forEach(
        entry -> sums.merge(entry.metric().perspective(), entry.metric().weight(), Double::sum));
    List<CardLine> lines = new ArrayList<>();
    for (CardEntry entry : present) {
      String perspective = entry.metric().perspective();
      double share = weights.get(perspective) * entry.metric().weight() / sums.get(perspective);
      lines.add(new CardLine(entry, readings.get(entry.metric().code()), share));
    }
    return lines;
  }
}
