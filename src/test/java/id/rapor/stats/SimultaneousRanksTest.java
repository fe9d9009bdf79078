package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import id.rapor.stats.SimultaneousRanks.Bounds;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sets that hold for all units at once, against reference values and by hand. */
class SimultaneousRanksTest {

  @Test
  void equalsTheReferenceBounds() {
    JsonNode inputs = Oracle.read("rank-confidence/gaussian.input.json");
    JsonNode expected = Oracle.read("rank-confidence/gaussian.expected.json");
    int compared = 0;
    for (int i = 0; i < inputs.size(); i++) {
      JsonNode exact = expected.get(i).path("simultaneous_tukey_kramer");
      if (!exact.isMissingNode()) {
        double[] x = Oracle.doubles(inputs.get(i).get("x"));
        double coverage = inputs.get(i).get("coverage").asDouble();
        List<Bounds> bounds =
            SimultaneousRanks.of(x, Oracle.doubles(inputs.get(i).get("se")), coverage);
        String id = inputs.get(i).get("id").asText();
        assertThat(bounds.stream().mapToInt(Bounds::low).toArray())
            .as(id)
            .isEqualTo(Oracle.integers(exact.get("L")));
        assertThat(bounds.stream().mapToInt(Bounds::high).toArray())
            .as(id)
            .isEqualTo(Oracle.integers(exact.get("U")));
        assertThat(SimultaneousRanks.criticalValue(x.length, coverage))
            .as(id)
            .isCloseTo(exact.get("crit").asDouble(), within(1e-4));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(7);
  }

  @Test
  void equalsTheReferenceQuantiles() {
    List<String> lines = Oracle.lines("rank-confidence/studentized_range_quantiles.csv");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      double reference = Double.parseDouble(cells[2]);
      assertThat(
              StudentizedRange.quantile(Double.parseDouble(cells[1]), Integer.parseInt(cells[0])))
          .as(line)
          .isCloseTo(reference, within(1e-4 * reference));
    }
  }

  @Test
  void twoUnitsAreToldApartByTheOrdinaryTestAndCensusValuesByAnyDifference() {
    double[] none = {0, 0, 0};
    assertThat(SimultaneousRanks.criticalValue(2, 0.95)).isCloseTo(1.959964, within(1e-6));
    assertThat(SimultaneousRanks.of(new double[] {3, 2, 2}, none, 0.95))
        .containsExactly(new Bounds(1, 1), new Bounds(2, 3), new Bounds(2, 3));
    assertThat(SimultaneousRanks.of(new double[] {5}, new double[] {1}, 0.95))
        .containsExactly(new Bounds(1, 1));
    assertThat(SimultaneousRanks.of(new double[0], new double[0], 0.95)).isEmpty();
  }
}
