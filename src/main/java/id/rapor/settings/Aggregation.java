package id.rapor.settings;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Locale;

/**
 * Key {@code aggregation}: how points become scores.
 *
 * @param within key {@code within}: the mean of the metrics of a perspective
 * @param across key {@code across}: the mean of the perspectives
 */
public record Aggregation(Mean within, Mean across) implements Serializable {

  /** A weighted mean. */
  public enum Mean {
    /** A point lost here is made good by a point won there. */
    ARITHMETIC,
    /** The lower a part, the more it pulls: a weak spot cannot be bought off. */
    GEOMETRIC;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The published default: the simplest that can be told to everybody. */
  public static final Aggregation DEFAULTS = new Aggregation(Mean.ARITHMETIC, Mean.ARITHMETIC);

  public Aggregation {
    requireNonNull(within);
    requireNonNull(across);
  }
}
