package id.rapor.bench;

import id.rapor.stats.MarginalRanks;
import id.rapor.stats.RankSet;
import id.rapor.stats.SimultaneousRanks;
import id.rapor.stats.SimultaneousRanks.Bounds;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How often rank sets hold the true rank, by simulation: {@code mvn test
 * -Dtest=RankCoverageBenchmark} prints one line per case. Truths lie so close that most neighbours
 * cannot be told apart; standard errors differ four-fold.
 */
class RankCoverageBenchmark {
  private static final double COVERAGE = 0.95;
  private static final int CASES = 30;

  @Test
  void printsCoverage() {
    gaussian(10, 2000);
    gaussian(100, 2000);
    gaussian(1000, 2000);
    shares(10, 2000);
    shares(100, 2000);
  }

  private static void gaussian(int units, int draws) {
    Random random = new Random(units);
    double[] errors = random.doubles(units, 0.5, 2).toArray();
    double[] truth = IntStream.range(0, units).mapToDouble(i -> 0.25 * i).toArray();
    Tally tally = new Tally(truth);
    for (int draw = 0; draw < draws; draw++) {
      double[] seen =
          IntStream.range(0, units)
              .mapToDouble(i -> truth[i] + errors[i] * random.nextGaussian())
              .toArray();
      tally.add(seen, errors);
    }
    tally.print("Gaussian");
  }

  /** Shares of 30 cases each, with Agresti and Coull's standard error. */
  private static void shares(int units, int draws) {
    Random random = new Random(units);
    double[] truth = IntStream.range(0, units).mapToDouble(i -> 0.7 + 0.28 * i / units).toArray();
    Tally tally = new Tally(truth);
    for (int draw = 0; draw < draws; draw++) {
      double[] seen = Arrays.stream(truth).map(p -> hits(p, random) / (double) CASES).toArray();
      tally.add(seen, Arrays.stream(seen).map(RankCoverageBenchmark::error).toArray());
    }
    tally.print("share of " + CASES);
  }

  private static long hits(double p, Random random) {
    return DoubleStream.generate(random::nextDouble).limit(CASES).filter(u -> u < p).count();
  }

  private static double error(double share) {
    double trials = CASES + 3.8414588;
    double p = (share * CASES + 1.9207294) / trials;
    return Math.sqrt(p * (1 - p) / trials);
  }

  /** Counts how often the true rank lies in the set. */
  private static final class Tally {
    private final int[] rank;
    private final int[] held;
    private int heldByAll;
    private double width;
    private int draws;

    Tally(double[] truth) {
      this.rank =
          Arrays.stream(truth)
              .mapToInt(one -> 1 + (int) Arrays.stream(truth).filter(x -> x > one).count())
              .toArray();
      this.held = new int[truth.length];
    }

    void add(double[] seen, double[] errors) {
      List<RankSet> sets = MarginalRanks.of(seen, errors, COVERAGE);
      List<Bounds> jointly = SimultaneousRanks.of(seen, errors, COVERAGE);
      int all = 1;
      for (int i = 0; i < rank.length; i++) {
        held[i] += sets.get(i).low() <= rank[i] && rank[i] <= sets.get(i).high() ? 1 : 0;
        all &= jointly.get(i).low() <= rank[i] && rank[i] <= jointly.get(i).high() ? 1 : 0;
        width += (sets.get(i).high() - sets.get(i).low()) / (double) rank.length;
      }
      heldByAll += all;
      draws++;
    }

    void print(String kind) {
      System.out.printf(
          Locale.ROOT,
          "%s, %d units, %d draws: marginal %.4f on average, %.4f for the worst unit;"
              + " simultaneous %.4f; mean width %.2f ranks%n",
          kind,
          rank.length,
          draws,
          Arrays.stream(held).average().orElseThrow() / draws,
          Arrays.stream(held).min().orElseThrow() / (double) draws,
          heldByAll / (double) draws,
          width / draws);
    }
  }
}
