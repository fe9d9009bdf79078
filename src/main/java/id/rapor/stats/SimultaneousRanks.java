package id.rapor.stats;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Confidence sets for the ranks of independent Gaussian estimates that hold for all units at once.
 *
 * <p>Unit i is shown to be above j if x(i) - x(j) exceeds c sqrt(se(i)&sup2; + se(j)&sup2;), with c
 * = quantile of the studentized range / sqrt 2 for every pair (Tukey and Kramer): exact where all
 * standard errors are equal, else on the safe side (Hayter 1984). Who has one of the first tau
 * ranks in the set cannot be told apart from the tau best, and so at the other end.
 */
public final class SimultaneousRanks {
  /** Many tables have equally many units, and the quantile takes longer than all the rest. */
  private static final Map<Tested, Double> CRITICAL_VALUES = new ConcurrentHashMap<>();

  private SimultaneousRanks() {}

  /**
   * The ranks that a unit may have, the greatest estimate being first.
   *
   * @param low 1 + units shown to be above
   * @param high number of units - units shown to be below
   */
  public record Bounds(int low, int high) {}

  /**
   * The bounds of each unit. No unit gives an empty list, one [1, 1]. Two units with standard error
   * 0 are told apart by any difference.
   *
   * @param estimates finite, in any unit and order
   * @param standardErrors of the estimates, in the same unit, at least 0
   * @param coverage in (0, 1), for example 0.95
   * @throws IllegalArgumentException for NaN, infinities and negative errors
   */
  public static List<Bounds> of(double[] estimates, double[] standardErrors, double coverage) {
    Estimates.check(estimates, standardErrors);
    double c = criticalValue(estimates.length, coverage);
    double[] variances = new double[estimates.length];
    for (int i = 0; i < variances.length; i++) {
      variances[i] = c * c * standardErrors[i] * standardErrors[i];
    }
    return IntStream.range(0, estimates.length)
        .mapToObj(unit -> bounds(unit, estimates, variances))
        .toList();
  }

  /** How many standard errors of the difference tell any two of {@code units} apart. */
  static double criticalValue(int units, double coverage) {
    return CRITICAL_VALUES.computeIfAbsent(
        new Tested(units, coverage),
        tested -> StudentizedRange.quantile(tested.coverage, tested.units) / Math.sqrt(2));
  }

  private record Tested(int units, double coverage) {}

  private static Bounds bounds(int unit, double[] estimates, double[] variances) {
    int above = 0;
    int below = 0;
    for (int j = 0; j < estimates.length; j++) {
      double difference = estimates[j] - estimates[unit];
      if (difference * difference > variances[j] + variances[unit]) {
        above += difference > 0 ? 1 : 0;
        below += difference < 0 ? 1 : 0;
      }
    }
    return new Bounds(1 + above, estimates.length - below);
  }
}
