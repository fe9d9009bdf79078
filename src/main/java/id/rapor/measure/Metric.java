package id.rapor.measure;

import static java.util.Objects.requireNonNull;

import id.rapor.table.Feed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * One entry of the catalogue: all that later stages and readers need to know of a metric.
 *
 * @param direction which way is better; a context metric is shown and never scored
 * @param form how sums become a value
 * @param terms what is counted; the first one tells the feed whose errors it shares
 * @param merging how months make a period
 * @param adjustment whether the value is also told at the national mix of cases
 * @param bound of which rows its value is an upper bound only, where the latest month counts
 * @param factor what part over whole is multiplied by
 * @param anchors where 60 and 100 points lie; empty where it is shown and not scored
 * @param minimumN least n that is published, inclusive
 * @param formula how it is computed, for people; with the nearest true definition where data lacks
 * @param problems the ills it shows, P1-P5
 * @param solutions the cures it informs, S1-S4
 * @param factors leadership, team, system, situation, personal
 * @param authority the law or paper that it comes from
 */
public record Metric(
    String code,
    Perspective perspective,
    Direction direction,
    String unit,
    Words names,
    Words question,
    Form form,
    List<Term> terms,
    Merging merging,
    Adjustment adjustment,
    Optional<Column> bound,
    double factor,
    Optional<Anchors> anchors,
    long minimumN,
    String formula,
    List<String> problems,
    List<String> solutions,
    List<String> factors,
    String authority) {

  /** The four perspectives of the balanced scorecard (Kaplan and Norton, 1992). */
  public enum Perspective {
    FINANCE,
    PROCESS,
    CUSTOMER,
    GROWTH;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which way is better. */
  public enum Direction {
    HIGHER,
    LOWER,
    CONTEXT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the mix of services, classes and channels is taken out of the value. */
  public enum Adjustment {
    NONE,
    /** Indirect standardisation over service x class x channel. */
    CASE_MIX
  }

  /** The same in Indonesian and English. */
  public record Words(String id, String en) {}

  /** The value that scores 60 and the one that scores 100; the target lies on the better side. */
  public record Anchors(double standard, double target) {}

  public Metric {
    requireNonNull(code);
    requireNonNull(form);
    requireNonNull(bound);
    terms = List.copyOf(terms);
    problems = List.copyOf(problems);
    solutions = List.copyOf(solutions);
    factors = List.copyOf(factors);
    if (anchors.isPresent() && direction == Direction.CONTEXT) {
      throw new IllegalArgumentException(
          "Cannot define metric " + code + ": a context metric has anchors, expected none");
    }
    anchors.ifPresent(
        a -> {
          if ((a.target() > a.standard()) != (direction == Direction.HIGHER)) {
            throw new IllegalArgumentException(
                "Cannot define metric " + code + ": its target is worse than its standard");
          }
        });
  }

  /** The feed whose rows it counts. */
  public Feed feed() {
    return terms.get(0).base().feed();
  }

  /** Whether it is also told of each service. */
  boolean isByService() {
    return terms.stream().allMatch(term -> term.base().namesServices());
  }

  /** How a quarter or a year is made of its months, in words. */
  public String kind() {
    return switch (merging) {
      case FLOW -> "flow: a period merges its months";
      case STAFF -> "flow: a period merges its months, n is that of the largest";
      case LATEST -> "stock: the last month of a period that is reported";
      case STOCK -> "stock: the last month of a period, or that of as-of";
      case YEAR -> "window: twelve months up to the end of a period, or to as-of";
    };
  }

  public boolean isAdjusted() {
    return adjustment == Adjustment.CASE_MIX;
  }

  /** Whether it sets one kind of row against another, so that a month without either is unknown. */
  boolean joinsBases() {
    return terms.stream().map(Term::base).distinct().count() > 1;
  }
}
