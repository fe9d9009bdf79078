package id.rapor.stats;

import java.util.List;

/**
 * Whether a group's values rank below those of others, over strata each of which compares like with
 * like: Wilcoxon's rank-sum test, stratified.
 *
 * <p>z = sum w (W - n (N + 1)/2) / sqrt(sum w&sup2; n m (N + 1)/12 ties), w = 1/(N + 1), W the
 * group's rank sum with mid-ranks, n and m the sizes, N = n + m, ties = 1 - sum(t&sup3; - t) /
 * (N&sup3; - N). Below 0 the group has the smaller values. Strata without both groups, or with one
 * value throughout, say nothing; without any that does, z is 0.
 *
 * <p>Source: van Elteren 1960; Lehmann 1975.
 */
public final class VanElteren {

  /**
   * One stratum.
   *
   * @param group how many of its values are the group's
   * @param all how many there are
   * @param rankSum of the group's values, ranked upwards from 1 with mid-ranks for ties
   * @param ties sum of t&sup3; - t over every t equal values
   */
  public record Ranks(long group, long all, double rankSum, double ties) {}

  private VanElteren() {}

  /** The z of {@code strata}, in any order; without unit. */
  public static double z(List<Ranks> strata) {
    double off = 0;
    double variance = 0;
    for (Ranks one : strata) {
      double all = one.all();
      if (one.group() > 0 && one.group() < one.all()) {
        double weight = 1 / (all + 1);
        double kept = 1 - one.ties() / (all * all * all - all);
        off += weight * (one.rankSum() - one.group() * (all + 1) / 2);
        variance += weight * weight * one.group() * (all - one.group()) * (all + 1) / 12 * kept;
      }
    }
    return variance > 0 ? off / Math.sqrt(variance) : 0;
  }
}
