package id.rapor.settings;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One entry of key {@code custom_metrics}: a metric that a settings file adds to the catalogue.
 *
 * @param code its key: small letters, digits and underscores
 * @param nameId key {@code name_id}; default: the English name, then the code
 * @param nameEn key {@code name_en}; default: the Indonesian name, then the code
 * @param questionId key {@code question_id}; default: the name
 * @param questionEn key {@code question_en}; default: the name
 * @param perspective key {@code perspective}: finance, process, customer or growth
 * @param direction key {@code direction}: higher, lower or context
 * @param kind key {@code kind}: share, mean, ratio or median
 * @param unit key {@code unit}; default percent for a share, else {@code kind}
 * @param times key {@code times}: what part over whole is multiplied by; default 100 in percent,
 *     else 1
 * @param table key {@code table}: whose rows are counted; default judged_cases
 * @param month key {@code month}: the column with the month that a row counts to, of tables that
 *     have several
 * @param among key {@code among}: Spark SQL condition on the rows that count; default all
 * @param part key {@code part}: Spark SQL: of a share the condition that is counted, of a mean and
 *     a median the number, of a ratio what stands above the line
 * @param whole key {@code whole}: Spark SQL: of a ratio what stands below the line
 * @param minimumN key {@code minimum_n}: least n that is published, inclusive; default 30
 * @param standard key {@code standard}: the value that scores 60; without it shown, not scored
 * @param target key {@code target}: the value that scores 100
 * @param weight key {@code weight}: within its perspective; default 1
 * @param problems key {@code problems}: P1 to P5
 * @param solutions key {@code solutions}: S1 to S4
 * @param factors key {@code factors}: leadership, team, system, situation, personal
 * @param source key {@code source}: the law or paper that it comes from
 */
public record CustomMetric(
    String code,
    String nameId,
    String nameEn,
    String questionId,
    String questionEn,
    String perspective,
    String direction,
    Kind kind,
    String unit,
    double times,
    String table,
    Optional<String> month,
    String among,
    String part,
    String whole,
    long minimumN,
    OptionalDouble standard,
    OptionalDouble target,
    double weight,
    List<String> problems,
    List<String> solutions,
    List<String> factors,
    String source) {

  /** How rows make the value. */
  public enum Kind {
    SHARE,
    MEAN,
    RATIO,
    MEDIAN
  }

  public CustomMetric {
    requireNonNull(code);
    requireNonNull(kind);
    problems = List.copyOf(problems);
    solutions = List.copyOf(solutions);
    factors = List.copyOf(factors);
  }
}
