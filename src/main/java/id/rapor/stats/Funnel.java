package id.rapor.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A funnel: how far each unit may lie from the target, given its size and given that units differ
 * more than chance alone lets them. phi and tau&sup2; are always kept, also where limits do not use
 * them.
 *
 * <p>Every kind compares Y with the target by s: see {@link Kind}. Limits undo that scale. A unit
 * of size 0 has infinite limits or the whole range.
 *
 * <p>Source: Spiegelhalter 2005 (Stat Med 24:1185; QSHC 14:347); Spiegelhalter et al. 2012.
 *
 * @param target on the scale of Y
 * @param z of each unit, before any adjustment
 */
public record Funnel(Kind kind, double target, List<Double> z, Dispersion dispersion) {

  /** What is compared, and on which scale it is nearly normal. */
  public enum Kind {
    /** Observed / expected: Y = ln(O/E), s = 1/sqrt(E); needs O above 0. Ends are left out. */
    LOG_RATIO,
    /** Observed / expected: Y = sqrt(O/E), s = 1/(2 sqrt(E)). */
    ROOT_RATIO,
    /** A share O/n: Y = asin(sqrt(O/n)), s = 1/(2 sqrt(n)). */
    SHARE,
    /** A ratio of counts O/n: Y = ln((O+.5)/(n+.5)), s&sup2; = O/(O+.5)&sup2; + n/(n+.5)&sup2;. */
    COUNT_RATIO
  }

  /** How far is far: outside {@link #DIFFERENT} a unit differs, outside {@link #WATCH} perhaps. */
  public enum Level {
    /** 95 %. */
    WATCH(1.959964, 0.025),
    /** 99.8 %. */
    DIFFERENT(3.090232, 0.001);

    private final double errors;
    private final double tail;

    Level(double errors, double tail) {
      this.errors = errors;
      this.tail = tail;
    }
  }

  /** Limits of a ratio or share, on its own scale; both inside. */
  public record Limits(double low, double high) {}

  /**
   * The funnel of units with {@code observed} counts and {@code size}: expected counts, or the
   * numbers out of which was counted. The target is 1 for observed / expected, else the ratio of
   * the sums.
   *
   * @throws IllegalArgumentException if both have not the same length
   */
  public static Funnel of(Kind kind, double[] observed, double[] size) {
    if (observed.length != size.length) {
      throw new IllegalArgumentException(
          "Cannot draw a funnel: "
              + observed.length
              + " counts have "
              + size.length
              + " sizes, expected one each; give every unit both.");
    }
    double overall = Arrays.stream(observed).sum() / Arrays.stream(size).sum();
    double target = target(kind, overall);
    int[] units = IntStream.range(0, size.length).toArray();
    double[] s = Arrays.stream(units).mapToDouble(i -> error(kind, observed[i], size[i])).toArray();
    double[] z =
        Arrays.stream(units)
            .mapToDouble(i -> (scaled(kind, observed[i], size[i]) - target) / s[i])
            .toArray();
    return new Funnel(
        kind,
        target,
        Arrays.stream(z).boxed().toList(),
        kind == Kind.LOG_RATIO ? Dispersion.truncated(z, s) : Dispersion.winsorised(z, s));
  }

  /** The limits for a unit of that size, widened by tau&sup2;. */
  public Limits limits(double size, Level level) {
    return limits(size, level, dispersion.tau2());
  }

  /** The limits of chance alone: exact Poisson ones for observed / expected. */
  public Limits chanceLimits(double size, Level level) {
    return switch (kind) {
      case LOG_RATIO, ROOT_RATIO -> poisson(size, level.tail);
      case SHARE, COUNT_RATIO -> limits(size, level, 0);
    };
  }

  private Limits limits(double size, Level level, double tau2) {
    double quarter = kind == Kind.LOG_RATIO ? 1 / size : 1 / (4 * size);
    double reach = level.errors * Math.sqrt(quarter + tau2);
    return switch (kind) {
      case LOG_RATIO, COUNT_RATIO -> new Limits(Math.exp(target - reach), Math.exp(target + reach));
      case ROOT_RATIO -> new Limits(1 - reach, 1 + reach);
      case SHARE ->
          new Limits(
              square(Math.sin(Math.max(0, target - reach))),
              square(Math.sin(Math.min(Math.PI / 2, target + reach))));
    };
  }

  private static Limits poisson(double expected, double tail) {
    return new Limits(
        Tails.chiSquaredQuantile(tail, 2 * expected) / 2 / expected,
        Tails.chiSquaredQuantile(1 - tail, 2 * (expected + 1)) / 2 / expected);
  }

  private static double target(Kind kind, double overall) {
    return switch (kind) {
      case LOG_RATIO -> 0;
      case ROOT_RATIO -> 1;
      case SHARE -> Math.asin(Math.sqrt(overall));
      case COUNT_RATIO -> Math.log(overall);
    };
  }

  private static double scaled(Kind kind, double observed, double size) {
    return switch (kind) {
      case LOG_RATIO -> Math.log(observed / size);
      case ROOT_RATIO -> Math.sqrt(observed / size);
      case SHARE -> Math.asin(Math.sqrt(observed / size));
      case COUNT_RATIO -> Math.log((observed + 0.5) / (size + 0.5));
    };
  }

  private static double error(Kind kind, double observed, double size) {
    return switch (kind) {
      case LOG_RATIO -> 1 / Math.sqrt(size);
      case ROOT_RATIO, SHARE -> 1 / (2 * Math.sqrt(size));
      case COUNT_RATIO -> Math.sqrt(observed / square(observed + 0.5) + size / square(size + 0.5));
    };
  }

  private static double square(double value) {
    return value * value;
  }
}
