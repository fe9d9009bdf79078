package id.rapor.league;

import id.rapor.stats.RankSet;
import id.rapor.stats.SimultaneousRanks.Bounds;

/**
 * The place of one ranked agency in one table.
 *
 * @param label rank at published precision, with {@code =} where it is shared
 * @param set its rank and confidence set
 * @param jointly the ranks that it may have if the sets of all agencies are to hold at once
 * @param badge what may be said of it at a glance
 * @param amongFirst probability of being among the first ten, to four decimals
 */
record Place(String label, RankSet set, Bounds jointly, Badge badge, double amongFirst) {

  /** Whether the whole confidence set lies within the top or bottom fifth of the ranked. */
  enum Badge {
    TOP("top"),
    BOTTOM("bottom"),
    NOT_TOLD_APART("not_told_apart");

    private final String code;

    Badge(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }

    /**
     * The badge of a confidence set among {@code ranked} agencies.
     *
     * <p>A fifth is rounded down to whole places, so that no badge is given out more freely than it
     * says; of four or fewer nobody has one.
     */
    static Badge of(RankSet set, int ranked) {
      int fifth = ranked / 5;
      if (set.high() <= fifth) {
        return TOP;
      }
      return set.low() > ranked - fifth ? BOTTOM : NOT_TOLD_APART;
    }
  }
}
