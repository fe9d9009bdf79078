package id.rapor.publish;

import java.util.List;
import java.util.Optional;

/**
 * The page about one metric.
 *
 * @param facts what it is, word and meaning: formula, direction, unit, anchors, source
 * @param spread how the values of all agencies spread; none without values
 * @param funnel the funnel plot; none where the metric has no funnel
 * @param lines the agencies
 * @param more about those that the table leaves out
 */
record MetricPage(
    String code,
    String name,
    String question,
    String told,
    List<Fact> facts,
    Optional<Histogram> spread,
    Optional<FunnelPlot> funnel,
    List<PlaceLine> lines,
    String more,
    boolean isRanked,
    boolean isAdjusted) {

  MetricPage {
    facts = List.copyOf(facts);
    lines = List.copyOf(lines);
  }

  /** One line of a definition. */
  record Fact(String word, String meaning) {}
}
