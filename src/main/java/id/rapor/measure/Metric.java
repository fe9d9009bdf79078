package id.rapor.measure;

import static java.util.Objects.requireNonNull;

import id.rapor.table.Feed;
import id.rapor.table.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * One entry of the catalogue: all that later stages and readers need to know of a metric.
 *
 * @param direction which way is better; a context metric is shown and never scored
 * @param form how numerator and denominator become a value
 * @param cohort the local month to which a row counts
 * @param whole what is counted below the line: for shares a condition, else an amount
 * @param part what is counted above the line, of the same kind as {@code whole}
 * @param anchors where 60 and 100 points lie; empty for context metrics
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
    Feed feed,
    Form form,
    Field cohort,
    Column whole,
    Column part,
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

  /** How numerator and denominator become a value. */
  public enum Form {
    /** Percent of judged cases that meet a condition. */
    SHARE,
    /** Kaplan-Meier median of working time. */
    MEDIAN,
    /** Index of the nine survey elements. */
    INDEX,
    /** Percent of officers, in the period's last month; a census, so without sampling error. */
    STOCK,
    /**
     * Percent of one sum in another, over the period's months; a census, so without sampling error.
     */
    RATIO,
    /** Percent of what was to be delivered; a census, so without sampling error. */
    DELIVERED
  }

  /** The same in Indonesian and English. */
  public record Words(String id, String en) {}

  /** The value that scores 60 and the one that scores 100; the target lies on the better side. */
  public record Anchors(double standard, double target) {}

  public Metric {
    requireNonNull(code);
    problems = List.copyOf(problems);
    solutions = List.copyOf(solutions);
    factors = List.copyOf(factors);
    if (anchors.isPresent() != (direction != Direction.CONTEXT)) {
      throw new IllegalArgumentException(
          "Cannot define metric " + code + ": scored metrics have anchors, context metrics none");
    }
    anchors.ifPresent(
        a -> {
          if ((a.target() > a.standard()) != (direction == Direction.HIGHER)) {
            throw new IllegalArgumentException(
                "Cannot define metric " + code + ": its target is worse than its standard");
          }
        });
  }
}
