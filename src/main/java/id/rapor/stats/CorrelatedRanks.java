package id.rapor.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Confidence sets for the ranks of Gaussian estimates whose errors go together, by simulation.
 *
 * <p>Unit i is shown to be above j if x(i) - x(j) exceeds c s(ij), where s(ij) is the standard
 * error of the difference and c the quantile, over the draws, of the largest (Z(i) - Z(j)) / s(ij)
 * of all pairs that are still tested; pairs shown are dropped and c found anew until nothing new is
 * shown (step-down). Source: Mogstad, Romano, Shaikh and Wilhelm 2024. Of independent estimates
 * {@link MarginalRanks} tells the same without a seed.
 */
public final class CorrelatedRanks {
  private final double[] estimates;
  private final double[][] errors;
  private final double[][] drawn;
  private final double coverage;

  private CorrelatedRanks(double[] estimates, double[][] covariance, double coverage, Draws draws) {
    this.estimates = estimates.clone();
    this.coverage = coverage;
    this.errors = new double[estimates.length][estimates.length];
    for (int i = 0; i < estimates.length; i++) {
      for (int j = 0; j < estimates.length; j++) {
        double variance = covariance[i][i] + covariance[j][j] - 2 * covariance[i][j];
        errors[i][j] = Math.sqrt(Math.max(0, variance));
      }
    }
    double[][] root = root(covariance);
    Random random = new Random(draws.seed);
    this.drawn = new double[draws.number][];
    for (int draw = 0; draw < draws.number; draw++) {
      double[] normal = new double[estimates.length];
      Arrays.setAll(normal, any -> random.nextGaussian());
      drawn[draw] = Arrays.stream(root).mapToDouble(row -> product(row, normal)).toArray();
    }
  }

  /**
   * How much is simulated, which is to be told with the sets.
   *
   * @param number of draws; of 1,000 a bound near the critical value may fall otherwise with
   *     another seed, 20,000 settle nearly all
   * @param seed the same seed gives the same sets on every machine
   */
  public record Draws(int number, long seed) {
    public Draws {
      if (number < 1) {
        throw new IllegalArgumentException(
            "Cannot simulate rank sets: there are " + number + " draws, expected 1,000 or more.");
      }
    }
  }

  /** An ordered pair: is the first above the second? */
  private record Pair(int first, int second) {}

  /** The pairs that are shown, and the last critical value. */
  private record Settled(List<Pair> shown, double criticalValue) {}

  /**
   * The rank set of each unit taken by itself, the greatest estimate being first.
   *
   * <p>No unit gives an empty list, one the set [1, 1]. Two units whose difference is known without
   * error are told apart by any difference.
   *
   * @param estimates finite, in any unit and order
   * @param covariance of their errors: symmetric, in the square of their unit
   * @param coverage in (0, 1), for example 0.95
   * @throws IllegalArgumentException if there are not as many covariances as estimates, or no
   *     random numbers can have them
   */
  public static List<RankSet> marginal(
      double[] estimates, double[][] covariance, double coverage, Draws draws) {
    check(estimates, covariance);
    CorrelatedRanks ranks = new CorrelatedRanks(estimates, covariance, coverage, draws);
    return units(estimates)
        .mapToObj(unit -> ranks.set(unit, ranks.settled(pairsOf(unit, estimates.length))))
        .toList();
  }

  /** As {@link #marginal}, with sets that hold for all units at once. */
  public static List<RankSet> simultaneous(
      double[] estimates, double[][] covariance, double coverage, Draws draws) {
    check(estimates, covariance);
    CorrelatedRanks ranks = new CorrelatedRanks(estimates, covariance, coverage, draws);
    List<Pair> all = new ArrayList<>();
    for (int unit = 0; unit < estimates.length; unit++) {
      for (int other = 0; other < estimates.length; other++) {
        if (other != unit) {
          all.add(new Pair(unit, other));
        }
      }
    }
    Settled settled = ranks.settled(all);
    return units(estimates).mapToObj(unit -> ranks.set(unit, settled)).toList();
  }

  private static IntStream units(double[] estimates) {
    return IntStream.range(0, estimates.length);
  }

  private static List<Pair> pairsOf(int unit, int units) {
    List<Pair> pairs = new ArrayList<>();
    for (int other = 0; other < units; other++) {
      if (other != unit) {
        pairs.add(new Pair(unit, other));
        pairs.add(new Pair(other, unit));
      }
    }
    return pairs;
  }

  private Settled settled(List<Pair> tested) {
    List<Pair> open = new ArrayList<>(tested);
    List<Pair> shown = new ArrayList<>();
    double c = 0;
    int before = -1;
    while (shown.size() > before && !open.isEmpty()) {
      before = shown.size();
      c = criticalValue(open);
      for (Pair pair : open) {
        if (estimates[pair.first] - estimates[pair.second] > c * errors[pair.first][pair.second]) {
          shown.add(pair);
        }
      }
      open.removeAll(shown);
    }
    return new Settled(shown, c);
  }

  private double criticalValue(List<Pair> open) {
    double[] largest = new double[drawn.length];
    for (int draw = 0; draw < drawn.length; draw++) {
      for (Pair pair : open) {
        double error = errors[pair.first][pair.second];
        double gap = drawn[draw][pair.first] - drawn[draw][pair.second];
        largest[draw] = error > 0 ? Math.max(largest[draw], gap / error) : largest[draw];
      }
    }
    Arrays.sort(largest);
    return Quantiles.of(largest, coverage);
  }

  private RankSet set(int unit, Settled settled) {
    int above = (int) settled.shown.stream().filter(pair -> pair.second == unit).count();
    int below = (int) settled.shown.stream().filter(pair -> pair.first == unit).count();
    int rank = 1 + (int) Arrays.stream(estimates).filter(x -> x > estimates[unit]).count();
    return new RankSet(
        rank, 1 + above, estimates.length - below, below, above, settled.criticalValue);
  }

  private static void check(double[] estimates, double[][] covariance) {
    if (covariance.length != estimates.length
        || Arrays.stream(covariance).anyMatch(row -> row.length != estimates.length)) {
      throw new IllegalArgumentException(
          "Cannot rank: there are "
              + estimates.length
              + " estimates and another number of covariances, expected one for each pair.");
    }
    double[] variances = new double[estimates.length];
    Arrays.setAll(variances, i -> covariance[i][i]);
    Estimates.check(estimates, variances);
  }

  /** The lower triangle whose product with itself is {@code covariance} (Cholesky). */
  private static double[][] root(double[][] covariance) {
    double[][] root = new double[covariance.length][covariance.length];
    for (int i = 0; i < covariance.length; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = covariance[i][j] - product(root[i], root[j]);
        if (i == j) {
          root[i][i] = Math.sqrt(leftOf(covariance[i][i], rest));
        } else {
          root[i][j] = root[j][j] > 0 ? rest / root[j][j] : 0;
        }
      }
    }
    return root;
  }

  /** What is left of a variance; a little less than nothing is rounding. */
  private static double leftOf(double variance, double rest) {
    if (rest < -1e-9 * variance) {
      throw new IllegalArgumentException(
          "Cannot rank: no random numbers have these covariances; check that they are of one"
              + " sample.");
    }
    return Math.max(0, rest);
  }

  private static double product(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
