package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import id.rapor.stats.CorrelatedRanks.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Rank sets of estimates that go together against reference values and by hand. */
class CorrelatedRanksTest {
  private static final Draws MANY = new Draws(20_000, 7);

  @Test
  void equalTheReference() {
    JsonNode input = named("gaussian.input.json", "correlated_6");
    JsonNode expected = named("gaussian.expected.json", "correlated_6");
    double[] x = Oracle.doubles(input.get("x"));
    double[][] sigma = matrix(input.get("Sigma"));
    double coverage = input.get("coverage").asDouble();
    for (Draws draws : List.of(new Draws(1000, 1), MANY)) {
      isWithin(
          CorrelatedRanks.marginal(x, sigma, coverage, draws), expected.get("marginal_stepdown"));
      isWithin(
          CorrelatedRanks.simultaneous(x, sigma, coverage, draws),
          expected.get("simultaneous_stepdown"));
    }
    // Equal estimates show nothing, so that the first critical value is the last.
    JsonNode first = expected.get("simultaneous_first_crit");
    assertThat(
            CorrelatedRanks.simultaneous(new double[6], sigma, coverage, new Draws(100_000, 3))
                .get(0)
                .criticalValue())
        .isCloseTo(first.get("value").asDouble(), within(4 * 2.5 * first.get("mc_se").asDouble()));
  }

  @Test
  void independentEstimatesHaveTheExactSets() {
    double[] x = {12, 11, 9.4, 9.1, 5.2, 1.3};
    double[] errors = {1.2, 0.8, 2, 1.5, 1, 0.9};
    double[][] covariance = new double[6][6];
    Arrays.setAll(covariance, i -> row(i, errors[i] * errors[i]));
    List<RankSet> exact = MarginalRanks.of(x, errors, 0.95);
    List<RankSet> simulated = CorrelatedRanks.marginal(x, covariance, 0.95, MANY);
    for (int i = 0; i < x.length; i++) {
      assertThat(simulated.get(i).low()).isEqualTo(exact.get(i).low());
      assertThat(simulated.get(i).high()).isEqualTo(exact.get(i).high());
      assertThat(simulated.get(i).criticalValue())
          .isCloseTo(exact.get(i).criticalValue(), within(0.05));
    }
  }

  @Test
  void aSharedErrorHidesNoDifference() {
    // Both err by the same amount: their difference of 0.1 is known without error.
    double[][] shared = {{4, 4}, {4, 4}};
    List<RankSet> sets = CorrelatedRanks.marginal(new double[] {1, 1.1}, shared, 0.95, MANY);
    assertThat(sets.stream().map(set -> set.low() + "-" + set.high()))
        .containsExactly("2-2", "1-1");
    assertThat(CorrelatedRanks.marginal(new double[0], new double[0][], 0.95, MANY)).isEmpty();
    assertThatThrownBy(
            () ->
                CorrelatedRanks.marginal(
                    new double[] {1, 2}, new double[][] {{1, 2}, {2, 1}}, 0.95, MANY))
        .hasMessageContaining("no random numbers have these covariances");
  }

  @Test
  void countsOfOneTotalEqualTheReferenceExactly() {
    JsonNode inputs = Oracle.read("rank-confidence/multinomial.input.json");
    JsonNode expected = Oracle.read("rank-confidence/multinomial.expected.json");
    assertThat(inputs.size()).isEqualTo(4);
    for (int i = 0; i < inputs.size(); i++) {
      long[] counts =
          Arrays.stream(Oracle.integers(inputs.get(i).get("counts"))).asLongStream().toArray();
      double coverage = inputs.get(i).get("coverage").asDouble();
      equals(CountRanks.marginal(counts, coverage), expected.get(i), "marginal_Holm");
      equals(CountRanks.simultaneous(counts, coverage), expected.get(i), "simultaneous_Holm");
    }
  }

  private static void equals(List<RankSet> sets, JsonNode expected, String name) {
    String id = expected.get("id").asText();
    assertThat(sets.stream().mapToInt(RankSet::rank).toArray())
        .as(id)
        .isEqualTo(Oracle.integers(expected.get("rank")));
    assertThat(sets.stream().mapToInt(RankSet::low).toArray())
        .as(id)
        .isEqualTo(Oracle.integers(expected.get(name).get("L")));
    assertThat(sets.stream().mapToInt(RankSet::high).toArray())
        .as(id)
        .isEqualTo(Oracle.integers(expected.get(name).get("U")));
  }

  /** Every bound is the one that all seeds of the reference agree on. */
  private static void isWithin(List<RankSet> sets, JsonNode expected) {
    assertThat(Oracle.doubles(expected.get("L_share_mode"))).containsOnly(1);
    assertThat(Oracle.doubles(expected.get("U_share_mode"))).containsOnly(1);
    assertThat(sets.stream().mapToInt(RankSet::low).toArray())
        .isEqualTo(Oracle.integers(expected.get("L_mode")));
    assertThat(sets.stream().mapToInt(RankSet::high).toArray())
        .isEqualTo(Oracle.integers(expected.get("U_mode")));
  }

  private static double[] row(int place, double value) {
    return IntStream.range(0, 6).mapToDouble(j -> j == place ? value : 0).toArray();
  }

  private static JsonNode named(String file, String id) {
    return StreamSupport.stream(Oracle.read("rank-confidence/" + file).spliterator(), false)
        .filter(one -> one.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static double[][] matrix(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(Oracle::doubles)
        .toArray(double[][]::new);
  }
}
