package id.rapor.league;

import id.rapor.stats.MarginalRanks;
import id.rapor.stats.RankSet;
import id.rapor.stats.Rounding;
import id.rapor.stats.SimultaneousRanks;
import id.rapor.stats.SimultaneousRanks.Bounds;
import id.rapor.stats.TopProbability;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ranks the agencies of one table. */
final class Ranking {
  private static final double COVERAGE = 0.95;

  /** The probability is known to about 1e-6; four decimals are the same on every machine. */
  private static final double P_STEPS = 1e4;

  private Ranking() {}

  /**
   * The place of each ranked agency, by its code; the others are left out.
   *
   * <p>Ranks are on unrounded scores, the label on scores at two decimals. Confidence sets are
   * marginal at 95 % (Mogstad, Romano, Shaikh and Wilhelm 2024): right for agencies whose errors
   * are independent of each other. The simultaneous ones are those of Tukey and Kramer.
   *
   * @param sign 1 where the greatest score comes first, -1 where the least does
   */
  static Map<String, Place> places(Collection<Entrant> entrants, int sign) {
    List<Entrant> ranked = entrants.stream().filter(Entrant::isRanked).toList();
    double[] scores = ranked.stream().mapToDouble(entrant -> sign * entrant.score()).toArray();
    double[] errors = ranked.stream().mapToDouble(Entrant::standardError).toArray();
    List<RankSet> sets = MarginalRanks.of(scores, errors, COVERAGE);
    List<Bounds> jointly = SimultaneousRanks.of(scores, errors, COVERAGE);
    double[] amongFirst = TopProbability.amongFirst(scores, errors, LeagueTable.TAU);
    Map<BigDecimal, String> labels = labels(scores);
    Map<String, Place> places = new HashMap<>();
    for (int i = 0; i < ranked.size(); i++) {
      places.put(
          ranked.get(i).agency(),
          new Place(
              labels.get(Rounding.toHundredths(scores[i])),
              sets.get(i),
              jointly.get(i),
              Place.Badge.of(sets.get(i), ranked.size()),
              Math.rint(amongFirst[i] * P_STEPS) / P_STEPS));
    }
    return places;
  }

  /** Competition ranks 1, 2=, 2=, 4 by rounded score: 1 + how many are rounded to more. */
  static Map<BigDecimal, String> labels(double[] scores) {
    TreeMap<BigDecimal, Integer> holders = new TreeMap<>();
    for (double score : scores) {
      holders.merge(Rounding.toHundredths(score), 1, Integer::sum);
    }
    Map<BigDecimal, String> labels = new HashMap<>();
    int better = 0;
    for (Map.Entry<BigDecimal, Integer> each : holders.descendingMap().entrySet()) {
      labels.put(each.getKey(), (1 + better) + (each.getValue() > 1 ? "=" : ""));
      better += each.getValue();
    }
    return labels;
  }
}
