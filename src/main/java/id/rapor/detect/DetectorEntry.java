package id.rapor.detect;

import id.rapor.table.Detectors;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * One entry of the detector catalogue.
 *
 * @param family fees, durations, procedure, unequal_treatment, orientation
 * @param subjectKind case, officer, office, agency, agency_service, pair
 * @param threshold when it fires, whether inclusive, and where that comes from
 * @param needs the columns without which it stays silent
 * @param parameters names of the numbers that settings may change
 * @param innocent known innocent explanations
 */
public record DetectorEntry(
    String code,
    Words names,
    Words question,
    String family,
    String subjectKind,
    String severity,
    String threshold,
    List<String> needs,
    List<String> parameters,
    List<String> problems,
    List<String> solutions,
    List<String> factors,
    List<String> innocent,
    String nextStep,
    String authority) {

  /** The same in Indonesian and English. */
  public record Words(String id, String en) {}

  public DetectorEntry {
    needs = List.copyOf(needs);
    parameters = List.copyOf(parameters);
    problems = List.copyOf(problems);
    solutions = List.copyOf(solutions);
    factors = List.copyOf(factors);
    innocent = List.copyOf(innocent);
  }

  /** The ill that it points at first. */
  String problem() {
    return problems.get(0);
  }

  /** This entry as a row of {@link Detectors}. */
  Row row() {
    return RowFactory.create(
        code,
        names.id(),
        names.en(),
        question.id(),
        question.en(),
        family,
        subjectKind,
        severity,
        threshold,
        problems.toArray(String[]::new),
        solutions.toArray(String[]::new),
        factors.toArray(String[]::new),
        innocent.toArray(String[]::new),
        nextStep,
        authority);
  }
}
