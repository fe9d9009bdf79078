package id.rapor.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How likely each unit is among the first, given independent Gaussian estimates.
 *
 * <p>P(i) = integral over the unit's own value t of its density times P(fewer than k others lie
 * above t); the number above is a sum of independent yes-or-no's (Poisson-binomial), counted one by
 * one. A unit's value is taken as Gaussian around its estimate (flat prior), as in Goldstein and
 * Spiegelhalter 1996; the count as in Hong 2013.
 */
public final class TopProbability {
  /** Absolute error allowed per panel. */
  private static final double TOLERANCE = 1e-7;

  /** What is less likely than this is not followed up. */
  private static final double HOPELESS = 1e-9;

  private static final double NEGLIGIBLE = 1e-14;

  /** Standard errors around an estimate that are looked at; beyond lie 4e-9. */
  private static final double REACH = 5.8;

  private final double[] estimates;
  private final double[] errors;
  private final int first;
  private final double floor;
  private final int[] rivals;

  private TopProbability(double[] estimates, double[] errors, int first) {
    this.estimates = estimates;
    this.errors = errors;
    this.first = first;
    this.floor = floor();
    this.rivals =
        IntStream.range(0, estimates.length)
            .filter(i -> above(i, floor) > NEGLIGIBLE || estimates[i] >= floor)
            .toArray();
  }

  /**
   * The probability of each unit to be among the {@code first} greatest, in [0, 1], to about 1e-6.
   *
   * <p>1 for all where there are no more than {@code first} units; none for no units. A unit with
   * standard error 0 stands exactly at its estimate; equal ones share their place and do not lie
   * above each other, so the probabilities then may add up to more than {@code first}.
   *
   * @param estimates finite, in any unit and order
   * @param standardErrors of the estimates, in the same unit, at least 0
   * @param first how many count as the first, at least 1
   * @throws IllegalArgumentException for NaN, infinities, negative errors and {@code first} below 1
   */
  public static double[] amongFirst(double[] estimates, double[] standardErrors, int first) {
    check(estimates, standardErrors, first);
    double[] answer = new double[estimates.length];
    if (estimates.length <= first) {
      Arrays.fill(answer, 1);
      return answer;
    }
    // Best first, so that hopeless values are seen early; and no bit depends on the given order.
    int[] order =
        Estimates.order(
            estimates.length,
            Comparator.<Integer>comparingDouble(i -> -estimates[i])
                .thenComparingDouble(i -> standardErrors[i]));
    TopProbability sorted =
        new TopProbability(
            Estimates.pick(estimates, order), Estimates.pick(standardErrors, order), first);
    IntStream.range(0, order.length)
        .parallel()
        .forEach(i -> answer[order[i]] = Math.max(0, Math.min(1, sorted.probability(i))));
    return answer;
  }

  private static void check(double[] estimates, double[] standardErrors, int first) {
    Estimates.check(estimates, standardErrors);
    if (first < 1) {
      throw new IllegalArgumentException(
          "Cannot tell who is among the first " + first + ": expected at least 1.");
    }
  }

  private double probability(int unit) {
    double centre = estimates[unit];
    double error = errors[unit];
    if (error == 0) {
      return centre < floor ? 0 : fewerAbove(centre, unit);
    }
    if (above(unit, floor) < HOPELESS) {
      return 0;
    }
    double high = centre + REACH * error;
    double low = Math.max(floor, centre - REACH * error);
    double sum = 0;
    // The count jumps where a unit without error stands, so no panel reaches across one.
    for (int j : rivals) {
      if (errors[j] == 0 && estimates[j] > low && estimates[j] < high) {
        sum += panels(unit, estimates[j], high);
        high = estimates[j];
      }
    }
    return sum + panels(unit, low, high);
  }

  /** Panels of two standard errors to begin with. */
  private double panels(int unit, double low, double high) {
    double centre = estimates[unit];
    double error = errors[unit];
    int count = Math.max(1, (int) Math.ceil((high - low) / (2 * error)));
    double width = (high - low) / count;
    double sum = 0;
    for (int panel = 0; panel < count; panel++) {
      sum +=
          Quadrature.adaptive(
              t -> density((t - centre) / error) / error * fewerAbove(t, unit),
              low + panel * width,
              low + (panel + 1) * width,
              TOLERANCE);
    }
    return sum;
  }

  private static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /** P(fewer than {@link #first} units other than {@code unit} lie above {@code t}). */
  private double fewerAbove(double t, int unit) {
    return atMost(first - 1, t, unit, rivals);
  }

  /** P(at most {@code most} of {@code units} but {@code except} lie above {@code t}). */
  private double atMost(int most, double t, int except, int[] units) {
    double[] exactly = new double[most + 1];
    exactly[0] = 1;
    double total = 1;
    for (int j : units) {
      double p = j == except ? 0 : above(j, t);
      if (p > 0) {
        total -= exactly[most] * p;
        for (int m = most; m > 0; m--) {
          exactly[m] += p * (exactly[m - 1] - exactly[m]);
        }
        exactly[0] -= p * exactly[0];
        if (total < NEGLIGIBLE) {
          return 0;
        }
      }
    }
    return Math.max(0, Arrays.stream(exactly).sum());
  }

  /** P(unit j lies above {@code t}). */
  private double above(int j, double t) {
    if (errors[j] == 0) {
      return estimates[j] > t ? 1 : 0;
    }
    return TailTable.above((t - estimates[j]) / errors[j]);
  }

  /** A value below which nobody has a hope of being among the first, found by halving. */
  private double floor() {
    int[] all = IntStream.range(0, estimates.length).toArray();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i : all) {
      low = Math.min(low, estimates[i] - REACH * errors[i]);
      high = Math.max(high, estimates[i] + REACH * errors[i]);
    }
    // With more than `first` of all above, at least `first` others are, whoever one is.
    for (int halving = 0; halving < 60; halving++) {
      double middle = low / 2 + high / 2;
      boolean hopeless = atMost(first, middle, -1, all) < HOPELESS;
      low = hopeless ? middle : low;
      high = hopeless ? high : middle;
    }
    return low;
  }
}
