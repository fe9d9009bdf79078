package id.rapor.detect;

import id.rapor.settings.Detection;
import id.rapor.table.Detectors;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * One entry of the detector catalogue.
 *
 * @param version of the rule; another one where the same data may give other findings
 * @param family fees, durations, procedure, unequal_treatment, orientation
 * @param subjectKind case, officer, office, agency, agency_service, pair
 * @param severity low, medium or high, where a finding does not say otherwise
 * @param rule when it fires, whether inclusive, and where that comes from; a parameter's name in
 *     braces stands for its value
 * @param needs what the data must fill; it stays silent otherwise
 * @param parameters what settings may change; {@link Parameter#MOST_FLAGGED} is among them anyway
 * @param innocent known innocent explanations
 */
public record DetectorEntry(
    String code,
    int version,
    Words names,
    Words question,
    String family,
    String subjectKind,
    String severity,
    String rule,
    List<Need> needs,
    List<Parameter> parameters,
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
    List<Parameter> all = new ArrayList<>(parameters);
    if (all.stream().noneMatch(each -> each.name().equals(Parameter.MOST_FLAGGED.name()))) {
      all.add(Parameter.MOST_FLAGGED);
    }
    parameters = List.copyOf(all);
    problems = List.copyOf(problems);
    solutions = List.copyOf(solutions);
    factors = List.copyOf(factors);
    innocent = List.copyOf(innocent);
  }

  /** The ill that it points at first. */
  String problem() {
    return problems.get(0);
  }

  /** The value of the parameter of that one's name under {@code settings}. */
  double value(Parameter parameter, Detection settings) {
    double published =
        parameters.stream()
            .filter(own -> own.name().equals(parameter.name()))
            .findFirst()
            .orElse(parameter)
            .published();
    return settings.parameter(code, parameter.name(), published);
  }

  /** The rule with the values that its parameters have under {@code settings}. */
  public String threshold(Detection settings) {
    String told = rule;
    for (Parameter parameter : parameters) {
      String value =
          BigDecimal.valueOf(value(parameter, settings)).stripTrailingZeros().toPlainString();
      told = told.replace("{" + parameter.name() + "}", value);
    }
    return told;
  }

  /** This entry as a row of {@link Detectors}. */
  Row row(Detection settings, List<String> lacks) {
    return RowFactory.create(
        code,
        names.id(),
        names.en(),
        question.id(),
        question.en(),
        family,
        subjectKind,
        severity,
        threshold(settings),
        problems.toArray(String[]::new),
        solutions.toArray(String[]::new),
        factors.toArray(String[]::new),
        innocent.toArray(String[]::new),
        nextStep,
        authority,
        String.valueOf(version),
        lacks.toArray(String[]::new));
  }
}
