package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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

  private static Integer[] box(int[] values) {
    return java.util.Arrays.stream(values).boxed().toArray(Integer[]::new);
  }
}
