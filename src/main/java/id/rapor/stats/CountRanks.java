package id.rapor.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Confidence sets for the ranks of categories by how many of one total fall to each, exactly: the
 * counts of a multinomial, which go together because they share the total.
 *
 * <p>j is shown to be above k by the exact test that of their cases together at least as many as
 * were counted fall to j, if both are equally likely; the tests are held to the level together by
 * Holm's steps (1979). Source: Mogstad, Romano, Shaikh and Wilhelm 2024. No simulation and no seed.
 */
public final class CountRanks {
  private CountRanks() {}

  /** A test whether the first is above the second. */
  private record Test(int first, int second, double p) {}

  /**
   * The rank set of each category taken by itself, the greatest count being first. No category
   * gives an empty list, one the set [1, 1]. The sets tell no critical value: it is 0.
   *
   * @param counts at least 0
   * @param coverage in (0, 1), for example 0.95
   * @throws IllegalArgumentException for a negative count
   */
  public static List<RankSet> marginal(long[] counts, double coverage) {
    return IntStream.range(0, counts.length)
        .mapToObj(
            unit ->
                set(
                    counts,
                    unit,
                    shown(
                        tests(counts).stream()
                            .filter(test -> test.first == unit || test.second == unit)
                            .toList(),
                        coverage)))
        .toList();
  }

  /** As {@link #marginal}, with sets that hold for all categories at once. */
  public static List<RankSet> simultaneous(long[] counts, double coverage) {
    List<Test> shown = shown(tests(counts), coverage);
    return IntStream.range(0, counts.length).mapToObj(unit -> set(counts, unit, shown)).toList();
  }

  private static List<Test> tests(long[] counts) {
    List<Test> tests = new ArrayList<>();
    for (int j = 0; j < counts.length; j++) {
      for (int k = 0; k < counts.length; k++) {
        if (k != j) {
          tests.add(new Test(j, k, Tails.binomial(counts[j], counts[j] + counts[k], 0.5)));
        }
      }
    }
    return tests;
  }

  private static List<Test> shown(List<Test> tests, double coverage) {
    List<Test> sorted = tests.stream().sorted(Comparator.comparingDouble(Test::p)).toList();
    int shown = 0;
    while (shown < sorted.size()
        && sorted.get(shown).p <= (1 - coverage) / (sorted.size() - shown)) {
      shown++;
    }
    return sorted.subList(0, shown);
  }

  private static RankSet set(long[] counts, int unit, List<Test> shown) {
    int above = (int) shown.stream().filter(test -> test.second == unit).count();
    int below = (int) shown.stream().filter(test -> test.first == unit).count();
    int rank = 1 + (int) Arrays.stream(counts).filter(count -> count > counts[unit]).count();
    return new RankSet(rank, 1 + above, counts.length - below, below, above, 0);
  }
}
