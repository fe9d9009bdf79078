package id.rapor.score;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * A scored metric with what a report card says of it.
 *
 * @param form how numerator and denominator make its value
 * @param solutions the cures it informs, S1-S4
 * @param factors leadership, team, system, situation, personal
 */
record CardEntry(
    ScoredMetric metric,
    String nameId,
    String nameEn,
    String unit,
    String form,
    List<String> solutions,
    List<String> factors) {

  static final String PERCENT = "percent";

  /** Forms whose numerator is a part of the denominator, row by row. */
  private static final Set<String> PARTS = Set.of("share", "census", "offered", "delivered");

  CardEntry {
    requireNonNull(metric);
    solutions = List.copyOf(solutions);
    factors = List.copyOf(factors);
  }

  /** The cures; a metric that names none and speaks of leadership points to that, S3. */
  List<String> cures() {
    return solutions.isEmpty() && factors.contains("leadership") ? List.of("S3") : solutions;
  }

  boolean higherIsBetter() {
    return metric.target() > metric.standard();
  }

  /** Whether its rows are hits and misses, so that those that speak against can be told. */
  boolean countsMisses() {
    return unit.equals(PERCENT) && PARTS.contains(form);
  }
}
