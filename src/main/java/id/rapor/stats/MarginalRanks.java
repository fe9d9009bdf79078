package id.rapor.stats;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Confidence sets for the ranks of independent Gaussian estimates, each unit taken by itself.
 *
 * <p>Unit i is shown to be above j if x(i) - x(j) exceeds c sqrt(se(i)&sup2; + se(j)&sup2;), where
 * c makes all pairs of unit i hold at once with the given coverage. Pairs shown are dropped and c
 * found anew until nothing new is shown (step-down). The true rank of a unit lies in its set with
 * at least that probability; the sets of all units need not hold together.
 *
 * <p>c is no simulation but the root of a one-dimensional integral: nothing depends on a seed.
 * Source: Mogstad, Romano, Shaikh and Wilhelm 2024 (marginal sets, step-down).
 */
public final class MarginalRanks {
  /** So many units are quickly done with all digits. */
  private static final int FEW = 40;

  private final double[] estimates;
  private final double[] errors;
  private final double coverage;
  private final List<Care> cares;

  private MarginalRanks(double[] estimates, double[] errors, double coverage) {
    this.estimates = estimates;
    this.errors = errors;
    this.coverage = coverage;
    List<Care> all =
        List.of(
            new Care(ErrorNodes.cheapest(errors, ErrorNodes.COARSE), 5e-4, 2e-4),
            new Care(ErrorNodes.cheapest(errors, ErrorNodes.FINE), 1e-6, 1e-6),
            new Care(ErrorNodes.exact(errors), 1e-6, 0));
    this.cares = errors.length > FEW ? all : all.subList(1, all.size());
  }

  /**
   * The rank set of each unit, the greatest estimate being first.
   *
   * <p>Ranks run from 1 to the number of units, and low &lt;= rank &lt;= high. No unit gives an
   * empty list, one the set [1, 1]. A standard error of 0 is a value known without error: two such
   * units are told apart by any difference, and equal ones tie. Scaling all standard errors down
   * never makes a set grow. A far-off unit changes no rank on its better side; as one more test it
   * raises the critical value a little, so a set there stays or grows, never shrinks.
   *
   * @param estimates finite, in any unit and order
   * @param standardErrors of the estimates, in the same unit, at least 0
   * @param coverage for example 0.95; at least 0.5, below 1
   * @throws IllegalArgumentException for NaN, infinities and negative errors
   */
  public static List<RankSet> of(double[] estimates, double[] standardErrors, double coverage) {
    Estimates.check(estimates, standardErrors);
    if (!(coverage >= 0.5 && coverage < 1)) {
      throw new IllegalArgumentException(
          "Cannot find rank sets: the coverage is "
              + coverage
              + ", expected 0.5 to below 1, for example 0.95.");
    }
    // Sums run in the order of the values, so that no bit depends on the order of the units.
    int[] order =
        Estimates.order(
            estimates.length,
            Comparator.<Integer>comparingDouble(i -> standardErrors[i])
                .thenComparingDouble(i -> estimates[i]));
    MarginalRanks sorted =
        new MarginalRanks(
            Estimates.pick(estimates, order), Estimates.pick(standardErrors, order), coverage);
    RankSet[] sets = new RankSet[order.length];
    IntStream.range(0, order.length).parallel().forEach(i -> sets[order[i]] = sorted.set(i));
    return List.of(sets);
  }

  private RankSet set(int unit) {
    double[] distances = distances(unit);
    double c = settled(unit, distances);
    int shown = -1;
    Count count = count(distances, c);
    while (count.shown() > shown) {
      shown = count.shown();
      c = criticalValue(unit, distances, c);
      count = count(distances, c);
    }
    int rank = 1;
    for (double estimate : estimates) {
      rank += estimate > estimates[unit] ? 1 : 0;
    }
    return new RankSet(
        rank, 1 + count.above, estimates.length - count.below, count.below, count.above, c);
  }

  /**
   * The critical value once all pairs beyond {@code threshold} are dropped, found with due care.
   */
  private double criticalValue(int unit, double[] distances, double threshold) {
    double c = Double.NaN;
    for (Care care : cares) {
      PairWeights pairs = pairs(unit, distances, care.nodes, threshold);
      c = CriticalValue.of(pairs, coverage, c, care.lastMove);
      if (count(distances, c).margin() >= care.close) {
        return c;
      }
    }
    return c;
  }

  /**
   * A threshold that no critical value of the steps to come exceeds: the first steps are taken with
   * Bonferroni's, which costs no integral. Dropping pairs only lowers critical values, so the last
   * step is the same whichever way it is come to.
   */
  private double settled(int unit, double[] distances) {
    int uncertain = 0;
    for (int j = 0; j < errors.length; j++) {
      uncertain += j != unit && errors[j] + errors[unit] > 0 ? 1 : 0;
    }
    double threshold = Double.POSITIVE_INFINITY;
    int known = count(distances, threshold).shown();
    int before = -1;
    int shown = known;
    while (shown > before && uncertain > 0) {
      before = shown;
      int tests = 2 * uncertain - (shown - known);
      threshold = NormalTail.quantile((1 - coverage) / tests);
      shown = count(distances, threshold).shown();
    }
    return threshold;
  }

  private double[] distances(int unit) {
    double[] distances = new double[estimates.length];
    for (int j = 0; j < distances.length; j++) {
      distances[j] = distance(unit, j);
    }
    return distances;
  }

  /** How many units lie beyond {@code c} on either side, and how close to it the nearest is. */
  private static Count count(double[] distances, double c) {
    int above = 0;
    int below = 0;
    double margin = Double.POSITIVE_INFINITY;
    for (double distance : distances) {
      above += distance > c || distance == Double.POSITIVE_INFINITY ? 1 : 0;
      below += -distance > c || distance == Double.NEGATIVE_INFINITY ? 1 : 0;
      margin = Math.min(margin, Math.abs(Math.abs(distance) - c));
    }
    return new Count(above, below, margin);
  }

  /** How far j lies above the unit, in standard errors of the difference; 0 where both are same. */
  private double distance(int unit, int j) {
    double difference = estimates[j] - estimates[unit];
    double error =
        errors[j] == 0 || errors[unit] == 0
            ? errors[j] + errors[unit]
            : Math.sqrt(errors[j] * errors[j] + errors[unit] * errors[unit]);
    return difference == 0 ? 0 : difference / error;
  }

  /** The ordered pairs still under test once all beyond {@code threshold} are dropped. */
  private PairWeights pairs(int unit, double[] distances, ErrorNodes nodes, double threshold) {
    PairWeights pairs = new PairWeights(errors[unit], nodes);
    for (int j = 0; j < estimates.length; j++) {
      // Two units without error are told apart by any difference: there is nothing to test.
      if (j != unit && errors[j] + errors[unit] > 0) {
        double distance = distances[j];
        pairs.add(
            j,
            errors[j],
            distance > threshold
                ? PairWeights.Side.ABOVE
                : -distance > threshold ? PairWeights.Side.BELOW : PairWeights.Side.UNKNOWN);
      }
    }
    return pairs;
  }

  /**
   * How exactly a critical value is found.
   *
   * @param lastMove see {@link CriticalValue#of}
   * @param close if a pair lies closer to the critical value, more care is due
   */
  private record Care(ErrorNodes nodes, double lastMove, double close) {}

  private record Count(int above, int below, double margin) {
    int shown() {
      return above + below;
    }
  }
}
