package id.rapor.score;

import id.rapor.settings.Scoring;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What an agency does well and what it should mend first. No metric stands in both lists.
 *
 * @param strengths at most three metrics that meet their standard, the highest points first; of
 *     equals the one that is farther beyond its target comes first
 * @param fixes at most three others: first those below their standard, by what meeting it would add
 *     to the mean of all that has a value; then those short of their target, by what reaching that
 *     would add
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
          .thenComparing(Comparator.comparingDouble(CardLine::rise).reversed())
          .thenComparing(CODE);

  ReportCard {
    strengths = List.copyOf(strengths);
    fixes = List.copyOf(fixes);
  }

  /**
   * @param entries every metric that is scored
   * @param readings by metric; what is not present stands on no card
   * @param scoring weights of the perspectives, and how points become scores
   * @param ceiling the highest overall score that the agency can have; empty where it has none
   */
  static ReportCard of(
      List<CardEntry> entries,
      Map<String, Reading> readings,
      Scoring scoring,
      OptionalDouble ceiling) {
    List<CardEntry> present =
        entries.stream()
            .filter(
                entry -> scoring.perspectives().getOrDefault(entry.metric().perspective(), 0.0) > 0)
            .filter(entry -> readings.containsKey(entry.metric().code()))
            .filter(entry -> readings.get(entry.metric().code()).isPresent())
            .toList();
    List<CardLine> lines = new Prospects(present, readings, scoring, ceiling).lines();
    List<CardLine> strengths =
        lines.stream().filter(CardLine::meetsStandard).sorted(STRONGEST).limit(LINES).toList();
    List<CardLine> fixes =
        lines.stream()
            .filter(line -> !strengths.contains(line) && line.rise() > 0)
            .sorted(URGENT)
            .limit(LINES)
            .toList();
    return new ReportCard(strengths, fixes);
  }
}
