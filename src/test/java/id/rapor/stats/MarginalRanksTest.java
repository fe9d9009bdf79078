package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rank sets against exact reference values and by hand. */
class MarginalRanksTest {

  @Test
  void equalsTheReferenceBoundsAndCriticalValues() {
    JsonNode inputs = Oracle.read("rank-confidence/gaussian.input.json");
    JsonNode expected = Oracle.read("rank-confidence/gaussian.expected.json");
    int compared = 0;
    for (int i = 0; i < inputs.size(); i++) {
      JsonNode exact = expected.get(i).path("marginal_exact");
      if (!exact.isMissingNode()) {
        JsonNode input = inputs.get(i);
        List<RankSet> sets =
            MarginalRanks.of(
                Oracle.doubles(input.get("x")),
                Oracle.doubles(input.get("se")),
                input.get("coverage").asDouble());
        String id = input.get("id").asText();
        assertThat(sets.stream().mapToInt(RankSet::rank))
            .as(id)
            .containsExactly(box(Oracle.integers(expected.get(i).get("rank"))));
        assertThat(sets.stream().mapToInt(RankSet::low))
            .as(id)
            .containsExactly(box(Oracle.integers(exact.get("stepdown_L"))));
        assertThat(sets.stream().mapToInt(RankSet::high))
            .as(id)
            .containsExactly(box(Oracle.integers(exact.get("stepdown_U"))));
        assertThat(sets.stream().mapToDouble(RankSet::criticalValue).toArray())
            .as(id)
            .containsExactly(Oracle.doubles(exact.get("last_crit")), within(1e-6));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(7);
  }

  @Test
  void holdsWhereStandardErrorsDifferFortyFold() {
    double[] estimates = {50, 52, 55, 55.5, 61, 48, 70, 53, 52.5, 49};
    double[] errors = {0.1, 4, 0.1, 2, 1, 0.4, 3, 0.2, 0.8, 4};
    for (RankSet set : MarginalRanks.of(estimates, errors, 0.95)) {
      int unit = unit(estimates, set.rank());
      double c = set.criticalValue();
      assertThat(trapezoid(estimates, errors, unit, c)).isCloseTo(0.95, within(1e-7));
      assertThat(set.worseThan()).isEqualTo(beyond(estimates, errors, unit, c, 1));
      assertThat(set.betterThan()).isEqualTo(beyond(estimates, errors, unit, c, -1));
    }
  }

  @Test
  void aGridOfStandardErrorsGivesTheCriticalValueOfAllOfThem() {
    double[] errors =
        IntStream.range(0, 500).mapToDouble(i -> 0.3 * Math.pow(40, i / 499.0)).toArray();
    for (int unit : new int[] {0, 250, 499}) {
      ErrorNodes grid = ErrorNodes.cheapest(errors, ErrorNodes.FINE);
      assertThat(grid.errors.length).isLessThan(100);
      assertThat(firstCritical(errors, unit, grid))
          .isCloseTo(firstCritical(errors, unit, ErrorNodes.exact(errors)), within(1e-7));
      ErrorNodes coarse = ErrorNodes.cheapest(errors, ErrorNodes.COARSE);
      assertThat(coarse.errors.length).isLessThan(30);
      assertThat(firstCritical(errors, unit, coarse))
          .isCloseTo(firstCritical(errors, unit, grid), within(1e-5));
    }
  }

  @Test
  void twoUnitsAreToldApartByTheOrdinaryTest() {
    assertThat(sets(new double[] {1.97, 0}, new double[] {1, 0}, 0.95)).containsExactly("1", "2");
    assertThat(sets(new double[] {1.95, 0}, new double[] {1, 0}, 0.95))
        .containsExactly("1-2", "1-2");
  }

  @Test
  void valuesKnownWithoutErrorAreToldApartByAnyDifferenceAndTieWhenEqual() {
    List<RankSet> ranks =
        MarginalRanks.of(new double[] {3, 5, 5, 4.999}, new double[] {0, 0, 0, 0}, 0.95);
    assertThat(ranks.stream().map(RankSet::rank)).containsExactly(4, 1, 1, 3);
    assertThat(ranks.stream().map(RankSet::low)).containsExactly(4, 1, 1, 3);
    assertThat(ranks.stream().map(RankSet::high)).containsExactly(4, 2, 2, 3);
    assertThat(ranks.stream().map(RankSet::criticalValue)).containsOnly(0.0);
  }

  @Test
  void aCensusValueAmongEstimatesIsHeldAgainstIndependentTests() {
    // Own error 0 makes the pairs independent: (1 - 2q)^2 = 0.95 gives c = 2.236. At 2.24 below,
    // one pair is shown; then (1 - 2q)(1 - q) = 0.95, so q = (3 - sqrt 8.6) / 4 and c = 2.1235.
    RankSet census =
        MarginalRanks.of(new double[] {10, 12.1, 7.76}, new double[] {0, 1, 1}, 0.95).get(0);
    double c = census.criticalValue();
    assertThat(c).isCloseTo(2.1235, within(5e-5));
    assertThat(NormalTail.above(c)).isCloseTo((3 - Math.sqrt(8.6)) / 4, within(1e-9));
    assertThat(census).isEqualTo(new RankSet(2, 1, 2, 1, 0, c));
  }

  @Test
  void fewUnitsHaveValidSets() {
    assertThat(MarginalRanks.of(new double[0], new double[0], 0.95)).isEmpty();
    assertThat(MarginalRanks.of(new double[] {7}, new double[] {3}, 0.95))
        .containsExactly(new RankSet(1, 1, 1, 0, 0, 0));
  }

  @Test
  void whatIsNoNumberIsRefused() {
    for (double[] bad :
        new double[][] {{Double.NaN, 1}, {1, Double.NaN}, {Double.POSITIVE_INFINITY, 1}, {1, -1}}) {
      assertThatThrownBy(
              () -> MarginalRanks.of(new double[] {0, bad[0]}, new double[] {1, bad[1]}, 0.95))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("unit 1");
    }
    assertThatThrownBy(() -> MarginalRanks.of(new double[1], new double[2], 0.95))
        .hasMessageContaining("1 estimates and 2 standard errors");
    assertThatThrownBy(() -> MarginalRanks.of(new double[1], new double[1], Double.NaN))
        .hasMessageContaining("coverage is NaN");
  }

  @Test
  void theTrueRankLiesInTheSetAsOftenAsPromised() {
    double[] truth = {70, 69.5, 69, 68.9, 66, 60, 59.5, 55};
    double[] errors = {1, 3, 0.5, 2, 1, 4, 0.2, 1};
    int draws = 2000;
    int[] held = new int[truth.length];
    Random random = new Random(11);
    for (int draw = 0; draw < draws; draw++) {
      double[] estimates = new double[truth.length];
      for (int i = 0; i < truth.length; i++) {
        estimates[i] = truth[i] + errors[i] * random.nextGaussian();
      }
      List<RankSet> sets = MarginalRanks.of(estimates, errors, 0.95);
      for (int i = 0; i < truth.length; i++) {
        held[i] += sets.get(i).low() <= i + 1 && i + 1 <= sets.get(i).high() ? 1 : 0;
      }
    }
    double monteCarloError = Math.sqrt(0.95 * 0.05 / draws);
    for (int count : held) {
      assertThat(count / (double) draws).isGreaterThanOrEqualTo(0.95 - 2 * monteCarloError);
    }
  }

  /**
   * Many agencies must not make a night long: 3,000 within 10 s on one core, and double for load.
   */
  @Test
  @Tag("slow")
  void threeThousandUnitsTakeSeconds() {
    Random random = new Random(7);
    double[] estimates = random.doubles(3000, 20, 100).toArray();
    double[] errors = random.doubles(3000, 0.5, 5).toArray();
    long start = System.nanoTime();
    assertThat(MarginalRanks.of(estimates, errors, 0.95)).hasSize(3000);
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
  }

  @Test
  void manyUnitsHaveTheSetsThatAllDigitsGive() {
    Random random = new Random(11);
    double[] estimates = random.doubles(400, 20, 100).toArray();
    double[] errors = random.doubles(400).map(u -> 0.2 * Math.pow(40, u)).toArray();
    List<RankSet> sets = MarginalRanks.of(estimates, errors, 0.95);
    for (int unit = 0; unit < 400; unit += 57) {
      double c = exactly(estimates, errors, unit);
      assertThat(sets.get(unit).criticalValue()).isCloseTo(c, within(2e-4));
      assertThat(sets.get(unit).worseThan()).isEqualTo(beyond(estimates, errors, unit, c, 1));
      assertThat(sets.get(unit).betterThan()).isEqualTo(beyond(estimates, errors, unit, c, -1));
    }
  }

  /** Step-down with every step in full: the critical value of the last one. */
  private static double exactly(double[] x, double[] se, int unit) {
    double c = Double.POSITIVE_INFINITY;
    double before = Double.NaN;
    while (c != before) {
      before = c;
      double[] sorted = Arrays.stream(se).sorted().toArray();
      PairWeights pairs = new PairWeights(se[unit], ErrorNodes.exact(sorted));
      for (int j = 0; j < x.length; j++) {
        double z = (x[j] - x[unit]) / Math.hypot(se[j], se[unit]);
        if (j != unit) {
          pairs.add(
              Arrays.binarySearch(sorted, se[j]),
              se[j],
              z > c
                  ? PairWeights.Side.ABOVE
                  : -z > c ? PairWeights.Side.BELOW : PairWeights.Side.UNKNOWN);
        }
      }
      c = CriticalValue.of(pairs, 0.95, Double.NaN, 1e-6);
    }
    return c;
  }

  private static double firstCritical(double[] errors, int unit, ErrorNodes nodes) {
    PairWeights pairs = new PairWeights(errors[unit], nodes);
    for (int j = 0; j < errors.length; j++) {
      if (j != unit) {
        pairs.add(j, errors[j], PairWeights.Side.UNKNOWN);
      }
    }
    return CriticalValue.of(pairs, 0.95, Double.NaN, 1e-6);
  }

  /** F(c) of the last step by a second method: a plain sum over 20,001 points. */
  private static double trapezoid(double[] x, double[] se, int unit, double c) {
    double sum = 0;
    for (int i = -10_000; i <= 10_000; i++) {
      double z = i * 8.5e-4;
      double product = Math.exp(-z * z / 2);
      for (int j = 0; j < x.length; j++) {
        double s = Math.hypot(se[unit], se[j]);
        double distance = (x[j] - x[unit]) / s;
        if (j != unit) {
          double tooFarAbove = NormalTail.above((se[unit] * z + c * s) / se[j]);
          double tooFarBelow = NormalTail.above((c * s - se[unit] * z) / se[j]);
          product *= 1 - (distance > c ? 0 : tooFarAbove) - (-distance > c ? 0 : tooFarBelow);
        }
      }
      sum += product * 8.5e-4;
    }
    return sum / Math.sqrt(2 * Math.PI);
  }

  private static int beyond(double[] x, double[] se, int unit, double c, int sign) {
    return (int)
        IntStream.range(0, x.length)
            .filter(j -> sign * (x[j] - x[unit]) > c * Math.hypot(se[unit], se[j]))
            .count();
  }

  private static int unit(double[] estimates, int rank) {
    return IntStream.range(0, estimates.length)
        .filter(i -> Arrays.stream(estimates).filter(x -> x > estimates[i]).count() == rank - 1)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> sets(double[] estimates, double[] errors, double coverage) {
    return MarginalRanks.of(estimates, errors, coverage).stream()
        .map(set -> set.low() == set.high() ? "" + set.low() : set.low() + "-" + set.high())
        .toList();
  }

  private static Integer[] box(int[] values) {
    return Arrays.stream(values).boxed().toArray(Integer[]::new);
  }
}
