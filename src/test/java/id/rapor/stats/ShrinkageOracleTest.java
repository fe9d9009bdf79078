package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import id.rapor.stats.NormalNormal.Method;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Empirical Bayes of estimates, shares and counts against metafor, VGAM and MASS. */
class ShrinkageOracleTest {
  private static final Map<String, Method> METHODS =
      Map.of(
          "DL", Method.DERSIMONIAN_LAIRD,
          "PM", Method.PAULE_MANDEL,
          "REML", Method.RESTRICTED_LIKELIHOOD);

  @Test
  void estimatesEqualTheReference() {
    JsonNode inputs = Oracle.read("shrinkage/normal_normal.input.json");
    JsonNode expected = Oracle.read("shrinkage/normal_normal.expected.json");
    for (int i = 0; i < inputs.size(); i++) {
      double[] y = Oracle.doubles(inputs.get(i).get("y"));
      double[] se = Oracle.doubles(inputs.get(i).get("se"));
      for (Map.Entry<String, Method> each : METHODS.entrySet()) {
        JsonNode reference = expected.get(i).get(each.getKey());
        compare(
            NormalNormal.of(y, se, each.getValue()), y, se, reference, tolerance(each.getKey()));
      }
      JsonNode ranks =
          expected.get(i).at("/expected_rank_from_DL_posterior/expected_rank_1_is_highest");
      NormalNormal moments = NormalNormal.of(y, se, Method.DERSIMONIAN_LAIRD);
      if (!ranks.isArray()) {
        assertThat(moments.expectedRanks(y, se)).containsOnly(Double.NaN);
      } else {
        assertThat(moments.expectedRanks(y, se))
            .containsExactly(Oracle.doubles(ranks), within(1e-6));
      }
    }
  }

  private static double tolerance(String method) {
    return method.equals("DL") ? 1e-8 : 1e-6;
  }

  private static void compare(
      NormalNormal made, double[] y, double[] se, JsonNode reference, double close) {
    assertThat(made.tau2()).isCloseTo(reference.get("tau2").asDouble(), within(close));
    assertThat(made.mu()).isCloseTo(reference.get("mu").asDouble(), within(close));
    assertThat(made.error()).isCloseTo(reference.get("mu_se").asDouble(), within(close));
    assertThat(NormalNormal.q(y, se)).isCloseTo(reference.get("Q").asDouble(), within(1e-8));
    double[] own = Oracle.doubles(reference.get("reliability"));
    double[] means = Oracle.doubles(reference.get("posterior_mean"));
    double[] deviations = Oracle.doubles(reference.get("posterior_sd"));
    for (int i = 0; i < y.length; i++) {
      assertThat(made.reliability(se[i])).isCloseTo(own[i], within(close));
      assertThat(made.posteriorMean(y[i], se[i])).isCloseTo(means[i], within(1e-6));
      assertThat(made.posteriorDeviation(se[i])).isCloseTo(deviations[i], within(1e-6));
    }
  }

  @Test
  void sharesEqualTheReference() {
    JsonNode inputs = Oracle.read("shrinkage/beta_binomial.input.json");
    JsonNode expected = Oracle.read("shrinkage/beta_binomial.expected.json");
    for (int i = 0; i < inputs.size(); i++) {
      double[] x = Oracle.doubles(inputs.get(i).get("successes"));
      double[] n = Oracle.doubles(inputs.get(i).get("trials"));
      JsonNode likeliest = expected.get(i).get("mle");
      BetaBinomial made = BetaBinomial.likeliest(x, n);
      double best = likeliest.get("loglik").asDouble();
      assertThat(made.logLikelihood(x, n)).isGreaterThan(best - 1e-6);
      parametersEqual(made, likeliest, 1e-3);
      assertThat(made.correlation())
          .isCloseTo(likeliest.get("intraclass_rho").asDouble(), within(1e-6));
      means(made, x, n, likeliest, 1e-6);
      double[] lower = Oracle.doubles(likeliest.get("posterior_ci95_lower"));
      double[] upper = Oracle.doubles(likeliest.get("posterior_ci95_upper"));
      for (int k = 0; k < x.length; k++) {
        assertThat(made.posteriorQuantile(x[k], n[k], 0.025)).isCloseTo(lower[k], within(1e-6));
        assertThat(made.posteriorQuantile(x[k], n[k], 0.975)).isCloseTo(upper[k], within(1e-6));
      }
      JsonNode moments = expected.get(i).get("moments_kleinman");
      BetaBinomial quick = BetaBinomial.moments(x, n).orElseThrow();
      parametersEqual(quick, moments, 1e-8);
      assertThat(quick.correlation()).isCloseTo(moments.get("rho").asDouble(), within(1e-8));
      means(quick, x, n, moments, 1e-8);
    }
  }

  private static void parametersEqual(BetaBinomial made, JsonNode reference, double close) {
    double alpha = reference.get("alpha").asDouble();
    double beta = reference.get("beta").asDouble();
    assertThat(made.alpha()).isCloseTo(alpha, within(close * alpha));
    assertThat(made.beta()).isCloseTo(beta, within(close * beta));
    assertThat(made.mean()).isCloseTo(reference.get("mean").asDouble(), within(1e-6));
  }

  private static void means(
      BetaBinomial made, double[] x, double[] n, JsonNode reference, double close) {
    assertThat(
            IntStream.range(0, x.length).mapToDouble(k -> made.posteriorMean(x[k], n[k])).toArray())
        .containsExactly(Oracle.doubles(reference.get("posterior_mean")), within(close));
  }

  @Test
  void countsEqualTheReference() {
    JsonNode input = Oracle.read("shrinkage/gamma_poisson.input.json").get(0);
    JsonNode expected = Oracle.read("shrinkage/gamma_poisson.expected.json").get(0);
    double[] observed = Oracle.doubles(input.get("observed"));
    double[] mean = Oracle.doubles(input.get("expected"));
    GammaPoisson made = GammaPoisson.likeliest(observed, mean);
    assertThat(made.logLikelihood(observed, mean))
        .isGreaterThan(expected.get("loglik").asDouble() - 1e-6);
    double alpha = expected.get("alpha").asDouble();
    assertThat(made.alpha()).isCloseTo(alpha, within(1e-3 * alpha));
    assertThat(made.beta()).isCloseTo(expected.get("beta").asDouble(), within(1e-3 * alpha));
    assertThat(made.mean()).isCloseTo(expected.get("prior_mean").asDouble(), within(1e-6));
    double[] means = Oracle.doubles(expected.get("posterior_mean_ratio"));
    double[] lower = Oracle.doubles(expected.get("posterior_ci95_lower"));
    double[] upper = Oracle.doubles(expected.get("posterior_ci95_upper"));
    double[] above = Oracle.doubles(expected.get("prob_ratio_above_1"));
    for (int i = 0; i < observed.length; i++) {
      double o = observed[i];
      assertThat(made.posteriorMean(o, mean[i])).isCloseTo(means[i], within(1e-6));
      assertThat(made.posteriorQuantile(o, mean[i], 0.025)).isCloseTo(lower[i], within(1e-5));
      assertThat(made.posteriorQuantile(o, mean[i], 0.975)).isCloseTo(upper[i], within(1e-5));
      assertThat(made.above(o, mean[i], 1)).isCloseTo(above[i], within(1e-5));
    }
  }

  @Test
  void unitsThatDifferByChanceAloneHaveNoSpread() {
    double[] five = {5, 5, 5};
    double[] ten = {10, 10, 10};
    assertThat(BetaBinomial.moments(five, ten)).isEmpty();
    assertThat(BetaBinomial.moments(new double[3], ten)).isEmpty();
    assertThat(GammaPoisson.moments(five, ten)).isEmpty();
    assertThatThrownBy(() -> BetaBinomial.likeliest(five, ten))
        .hasMessageContaining("differ by more than chance");
    double[] equal = {3, 3, 3};
    assertThat(NormalNormal.of(equal, new double[] {1, 1, 1}, Method.PAULE_MANDEL).tau2()).isZero();
  }

  @Test
  void countsByTheirMoments() {
    // Mean 1; weighted squares 4 x (0.25 + 1 + 0.25) / 12 = 0.5, of which chance makes 3 / 12.
    GammaPoisson made =
        GammaPoisson.moments(new double[] {2, 8, 2}, new double[] {4, 4, 4}).orElseThrow();
    assertThat(made.alpha()).isCloseTo(4, within(1e-12));
    assertThat(made.beta()).isCloseTo(4, within(1e-12));
    assertThat(made.posteriorMean(2, 4)).isCloseTo(0.75, within(1e-12));
  }
}
