package id.rapor.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An XmR chart (individuals and moving ranges): what of a series is more than its usual wobble.
 *
 * <p>Mean and moving ranges |x_t - x_(t-1)| are those of the baseline; ranges of at least 3.267
 * times their mean are dropped once and the rest averaged anew. Limits are mean +- 2.66 x that
 * average. Where every range is dropped or there is none (one point, a constant series) the limits
 * are the mean itself, so that any departure shows. Of an in-control series some 4 % of the points
 * are signalled all the same.
 *
 * <p>Source: Shewhart; Wheeler, Understanding Variation (1993); rules as in NHS Making Data Count.
 *
 * @param mean in the unit of the values
 * @param low lower limit, exclusive: a value on it is inside
 * @param high upper limit, exclusive
 * @param signals one for each value; every member of a run is signalled
 */
public record XmrChart(double mean, double low, double high, List<Signal> signals) {
  /** Share of the points of an in-control series of two years that are signalled, by simulation. */
  public static final double FALSE_SIGNALS = 0.037;

  private static final double LIMITS = 2.66;
  private static final double SCREEN = 3.267;
  private static final int RUN = 7;
  private static final int WINDOW = 3;

  /** The rule that fired; where several do, the first one of these. */
  public enum Signal {
    ABOVE_LIMIT,
    BELOW_LIMIT,
    /** One of 7 points that rise strictly. */
    RISING,
    FALLING,
    /** Beyond two thirds of the way to a limit, as is another of 3 points on that side. */
    TWO_OF_THREE_ABOVE,
    TWO_OF_THREE_BELOW,
    /** One of 7 points on one side of the mean. */
    SEVEN_ABOVE,
    SEVEN_BELOW,
    NONE
  }

  public XmrChart {
    signals = List.copyOf(signals);
  }

  /** The chart of {@code values} with all of them as baseline and unusual ranges screened out. */
  public static XmrChart of(double[] values) {
    return of(values, values.length, SCREEN);
  }

  /**
   * The chart of {@code values} in the order of time.
   *
   * @param baseline how many of the first values make mean and limits, at least 1
   * @param screen moving ranges of at least this multiple of their mean are dropped; infinite =
   *     none
   * @throws IllegalArgumentException without a value, with one that is not finite, or a baseline
   *     outside 1 to their number
   */
  public static XmrChart of(double[] values, int baseline, double screen) {
    if (baseline < 1
        || baseline > values.length
        || !Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "Cannot chart "
              + values.length
              + " values with a baseline of "
              + baseline
              + ", expected finite values and a baseline of 1 to their number; leave out what is"
              + " missing.");
    }
    double[] used = Arrays.copyOf(values, baseline);
    double mean = mean(used);
    double range = LIMITS * meanRange(used, screen);
    return new XmrChart(mean, mean - range, mean + range, signals(values, mean, range));
  }

  private static double meanRange(double[] values, double screen) {
    double[] ranges =
        IntStream.range(1, values.length)
            .mapToDouble(i -> Math.abs(values[i] - values[i - 1]))
            .toArray();
    double most = screen * mean(ranges);
    return mean(Arrays.stream(ranges).filter(range -> !(range >= most)).toArray());
  }

  /** 0 for none. */
  private static double mean(double[] values) {
    return values.length == 0 ? 0 : Arrays.stream(values).sum() / values.length;
  }

  private static List<Signal> signals(double[] values, double mean, double range) {
    int[] sides = new int[values.length];
    int[] near = new int[values.length];
    int[] steps = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      double off = values[i] - mean;
      sides[i] = (int) Math.signum(off);
      near[i] = Math.abs(off) > range * 2 / 3 && Math.abs(off) <= range ? sides[i] : 0;
      steps[i] = i == 0 ? 0 : (int) Math.signum(values[i] - values[i - 1]);
    }
    boolean[][] runs = {
      members(sides, 1, RUN), members(sides, -1, RUN), trend(steps, 1), trend(steps, -1)
    };
    return IntStream.range(0, values.length)
        .mapToObj(i -> signal(i, values[i] - mean, range, sides, near, runs))
        .toList();
  }

  private static Signal signal(
      int i, double off, double range, int[] sides, int[] near, boolean[][] runs) {
    if (Math.abs(off) > range) {
      return off > 0 ? Signal.ABOVE_LIMIT : Signal.BELOW_LIMIT;
    }
    if (runs[2][i] || runs[3][i]) {
      return runs[2][i] ? Signal.RISING : Signal.FALLING;
    }
    if (near[i] != 0 && twoOfThree(i, near[i], sides, near)) {
      return near[i] > 0 ? Signal.TWO_OF_THREE_ABOVE : Signal.TWO_OF_THREE_BELOW;
    }
    if (runs[0][i] || runs[1][i]) {
      return runs[0][i] ? Signal.SEVEN_ABOVE : Signal.SEVEN_BELOW;
    }
    return Signal.NONE;
  }

  /** Whether some window of three on one side holds {@code at} and another near the limit. */
  private static boolean twoOfThree(int at, int side, int[] sides, int[] near) {
    for (int start = Math.max(0, at - WINDOW + 1); start <= at; start++) {
      int end = start + WINDOW;
      if (end <= sides.length
          && IntStream.range(start, end).allMatch(i -> sides[i] == side)
          && IntStream.range(start, end).filter(i -> near[i] == side).count() >= 2) {
        return true;
      }
    }
    return false;
  }

  /** Which members of {@code marks} belong to {@code length} equal ones in a row. */
  private static boolean[] members(int[] marks, int mark, int length) {
    boolean[] members = new boolean[marks.length];
    for (int end = length; end <= marks.length; end++) {
      if (Arrays.stream(marks, end - length, end).allMatch(each -> each == mark)) {
        Arrays.fill(members, end - length, end, true);
      }
    }
    return members;
  }

  /** The points of seven that rise (1) or fall (-1) strictly: six steps and the point before. */
  private static boolean[] trend(int[] steps, int way) {
    boolean[] rising = members(steps, way, RUN - 1);
    boolean[] points = rising.clone();
    for (int i = 0; i + 1 < points.length; i++) {
      points[i] |= rising[i + 1];
    }
    return points;
  }
}
