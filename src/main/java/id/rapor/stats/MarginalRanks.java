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
  /** Closer to the critical value than this, the integral is done again without any grid. */
  private static final double CLOSE = 1e-6;

  private final double[] estimates;
  private final double[] errors;
  private final double coverage;
  private final ErrorNodes quick;
  private final ErrorNodes exact;

  private MarginalRanks(double[] estimates, double[] errors, double coverage) {
    this.estimates = estimates;
    this.errors = errors;
    this.coverage = coverage;
    this.exact = ErrorNodes.exact(errors);
    this.quick = ErrorNodes.cheapest(errors);
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
    double c = Double.NaN;
    int shown = -1;
    Count count = count(unit, Double.POSITIVE_INFINITY);
    while (count.shown() > shown) {
      shown = count.shown();
      double threshold = Double.isNaN(c) ? Double.POSITIVE_INFINITY : c;
      c = CriticalValue.of(pairs(unit, quick, threshold), coverage, c);
      count = count(unit, c);
      if (count.margin() < CLOSE && !quick.areExact()) {
        c = CriticalValue.of(pairs(unit, exact, threshold), coverage, c);
        count = count(unit, c);
      }
    }
    int rank = 1;
    for (double estimate : estimates) {
      rank += estimate > estimates[unit] ? 1 : 0;
    }
    return new RankSet(
        rank, 1 + count.above, estimates.length - count.below, count.below, count.above, c);
  }

  /** How many units lie beyond {@code c} on either side, and how close to it the nearest is. */
  private Count count(int unit, double c) {
    int above = 0;
    int below = 0;
    double margin = Double.POSITIVE_INFINITY;
    for (int j = 0; j < estimates.length; j++) {
      double distance = distance(unit, j);
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
  private PairWeights pairs(int unit, ErrorNodes nodes, double threshold) {
    PairWeights pairs = new PairWeights(errors[unit], nodes);
    for (int j = 0; j < estimates.length; j++) {
      // Two units without error are told apart by any difference: there is nothing to test.
      if (j != unit && errors[j] + errors[unit] > 0) {
        double distance = distance(unit, j);
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

  private record Count(int above, int below, double margin) {
    int shown() {
      return above + below;
    }
  }
}
