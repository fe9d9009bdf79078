package id.rapor.stats;

/**
 * What can be said of one unit's rank.
 *
 * @param rank 1 + number of units with a strictly greater estimate
 * @param low best rank in the confidence set: 1 + {@code worseThan}
 * @param high worst rank in the confidence set: number of units - {@code betterThan}
 * @param betterThan units shown to be below
 * @param worseThan units shown to be above
 * @param criticalValue standard errors of the difference that tell two units apart, in the last
 *     step; 0 where nothing is uncertain. To 1e-6 for up to 40 units; of more, to 1e-4, and to 1e-6
 *     where a pair lies so close to it that the set depends on that
 */
public record RankSet(
    int rank, int low, int high, int betterThan, int worseThan, double criticalValue) {

  public RankSet {
    if (!(1 <= low && low <= rank && rank <= high)) {
      throw new IllegalArgumentException(
          "Cannot make a rank set from " + low + " to " + high + " around rank " + rank);
    }
  }
}
