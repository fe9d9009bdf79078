package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Exact tests against the limits that R finds by them: at the end of an interval the tail beyond
 * the count is what the interval leaves out.
 */
class ExactIntervalsTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void sharesLeaveOutAsMuchAsClopperAndPearsonSay() {
    JsonNode inputs = Oracle.read("proportion-intervals/single.input.json");
    JsonNode expected = Oracle.read("proportion-intervals/single.expected.json");
    for (int i = 0; i < inputs.size(); i++) {
      long count = inputs.get(i).get("successes").asLong();
      long n = inputs.get(i).get("trials").asLong();
      shares(count, n, expected.get(i).get("ci95"), 0.025);
      shares(count, n, expected.get(i).get("ci998"), 0.001);
    }
  }

  private static void shares(long count, long n, JsonNode expected, double out) {
    double[] limits = Oracle.doubles(expected.get("clopper_pearson"));
    if (count > 0) {
      assertThat(Tails.binomial(count, n, limits[0])).isCloseTo(out, CLOSE);
    } else {
      assertThat(limits[0]).isZero();
    }
    if (count < n) {
      assertThat(1 - Tails.binomial(count + 1, n, limits[1])).isCloseTo(out, CLOSE);
    } else {
      assertThat(limits[1]).isEqualTo(1);
    }
  }

  @Test
  void countsLeaveOutAsMuchAsGarwoodSays() {
    JsonNode inputs = Oracle.read("proportion-intervals/ratio.input.json");
    JsonNode expected = Oracle.read("proportion-intervals/ratio.expected.json");
    for (int i = 0; i < inputs.size(); i++) {
      long count = inputs.get(i).get("observed").asLong();
      double mean = inputs.get(i).get("expected").asDouble();
      double[] limits = Oracle.doubles(expected.get(i).get("exact_poisson_ci95"));
      if (count > 0) {
        assertThat(Tails.poisson(count, limits[0] * mean)).isCloseTo(0.025, CLOSE);
      }
      assertThat(1 - Tails.poisson(count + 1, limits[1] * mean)).isCloseTo(0.025, CLOSE);
      assertThat((Tails.poisson(count, mean) + Tails.poisson(count + 1, mean)) / 2)
          .isCloseTo(expected.get(i).get("mid_p_upper_tail").asDouble(), CLOSE);
      assertThat(rarer(count, mean))
          .isCloseTo(expected.get(i).get("poisson_two_sided_p_r_minlik").asDouble(), CLOSE);
    }
  }

  /** The probability of all counts that are no likelier than that one. */
  private static double rarer(long count, double mean) {
    double own = poisson(count, mean);
    return LongStream.range(0, 2000)
        .mapToDouble(other -> poisson(other, mean))
        .filter(other -> other <= own * (1 + 1e-7))
        .sum();
  }

  private static double poisson(long count, double mean) {
    return Tails.poisson(count, mean) - Tails.poisson(count + 1, mean);
  }

  @Test
  void observedOverExpectedLeavesOutAsMuchAsGarwoodSays() {
    JsonNode agencies = Oracle.read("indirect-standardisation/agencies.expected.json").get(0);
    double[] expected = Oracle.doubles(agencies.get("expected"));
    double[] lower = Oracle.doubles(agencies.get("exact_ci95_lower"));
    double[] upper = Oracle.doubles(agencies.get("exact_ci95_upper"));
    for (int i = 0; i < expected.length; i++) {
      long observed = agencies.get("observed").get(i).asLong();
      assertThat(Tails.poisson(observed, lower[i] * expected[i])).isCloseTo(0.025, CLOSE);
      assertThat(1 - Tails.poisson(observed + 1, upper[i] * expected[i])).isCloseTo(0.025, CLOSE);
    }
  }

  @Test
  void twoSharesDifferAsNewcombeAndFisherSay() {
    JsonNode inputs = Oracle.read("proportion-intervals/two_sample.input.json");
    JsonNode expected = Oracle.read("proportion-intervals/two_sample.expected.json");
    for (int i = 0; i < inputs.size(); i++) {
      long[] counts = new long[4];
      String[] names = {"x1", "n1", "x2", "n2"};
      for (int k = 0; k < 4; k++) {
        counts[k] = inputs.get(i).get(names[k]).asLong();
      }
      assertThat(newcombe(counts))
          .containsExactly(
              Oracle.doubles(expected.get(i).get("newcombe_wilson_ci95")), within(1e-9));
      assertThat(fisher(counts))
          .isCloseTo(expected.get(i).get("fisher_p_two_sided").asDouble(), CLOSE);
    }
  }

  /** Method 10 of Newcombe (1998): from the Wilson intervals of both shares. */
  private static double[] newcombe(long[] counts) {
    double one = (double) counts[0] / counts[1];
    double other = (double) counts[2] / counts[3];
    ProportionInterval a = ProportionInterval.wilson((double) counts[0], (double) counts[1], 0.95);
    ProportionInterval b = ProportionInterval.wilson((double) counts[2], (double) counts[3], 0.95);
    return new double[] {
      one - other - Math.hypot(one - a.low(), b.high() - other),
      one - other + Math.hypot(a.high() - one, other - b.low())
    };
  }

  private static double fisher(long[] counts) {
    long population = counts[1] + counts[3];
    long marked = counts[0] + counts[2];
    long draws = counts[1];
    double own = hypergeometric(counts[0], population, marked, draws);
    return LongStream.rangeClosed(Math.max(0, draws + marked - population), Math.min(draws, marked))
        .mapToDouble(count -> hypergeometric(count, population, marked, draws))
        .filter(other -> other <= own * (1 + 1e-7))
        .sum();
  }

  private static double hypergeometric(long count, long population, long marked, long draws) {
    double above =
        count == Math.min(draws, marked)
            ? 0
            : Tails.hypergeometric(count + 1, population, marked, draws);
    return Tails.hypergeometric(count, population, marked, draws) - above;
  }
}
