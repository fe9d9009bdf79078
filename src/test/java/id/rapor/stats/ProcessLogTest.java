package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import id.rapor.stats.ProcessLog.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Variants, rework, repetitions and hand-overs against counts made by R, and by hand. */
class ProcessLogTest {
  private static final double CLOSE = 1e-10;

  @ParameterizedTest
  @ValueSource(strings = {"log-a", "log-b"})
  void equalsTheReference(String name) {
    List<Event> events = events(name);
    Collections.shuffle(events, new Random(7));
    ProcessLog log = ProcessLog.of(events);
    JsonNode all = Oracle.read("process/" + name + ".summary.expected.json");
    assertThat(events).hasSize(all.get("events").asInt());
    assertThat(log.durations()).hasSize(all.get("cases").asInt());
    assertThat(log.variants()).isEqualTo(counts(name, "variants", 1));
    assertThat(log.variantsToCover(0.8))
        .isEqualTo(all.get("variants_to_cover_80pct_cases").asInt());
    assertThat(log.entropy()).isCloseTo(number(all, "variant_entropy_bits"), within(CLOSE));
    assertThat(Collections.max(log.variants().values()) / (double) log.durations().length)
        .isCloseTo(number(all, "top_variant_share"), within(CLOSE));
    Map<String, Integer> rework = new LinkedHashMap<>();
    JsonNode byActivity = all.get("cases_with_rework_by_activity");
    byActivity.properties().forEach(each -> rework.put(each.getKey(), each.getValue().asInt()));
    assertThat(log.rework()).isEqualTo(rework);
    assertThat(log.reworkedCases()).isEqualTo(all.get("cases_with_any_rework").asLong());
    assertThat(log.selfLoops()).isEqualTo(all.get("self_loops").asLong());
    assertThat(log.returns()).isEqualTo(all.get("non_self_repetitions").asLong());
    assertThat(log.handoverRate()).isCloseTo(number(all, "handover_rate"), within(CLOSE));
    assertThat(log.handoverRate() * log.moves().size())
        .isCloseTo(number(all, "handovers_between_different_resources"), within(CLOSE * 1000));
    assertThat(Quantiles.of(log.durations(), 0.5))
        .isCloseTo(number(all, "median_duration_min"), within(1e-9));
    assertThat(Quantiles.of(log.durations(), 0.95))
        .isCloseTo(number(all, "p95_duration_min_type7"), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"log-a", "log-b"})
  void whatHappensBetweenStepsEqualsTheReference(String name) {
    ProcessLog log = ProcessLog.of(events(name));
    assertThat(log.handovers()).isEqualTo(counts(name, "handover", 2));
    assertThat(log.gaps()).hasSize(rows(name + ".transitions.expected.csv").size());
    for (String[] row : rows(name + ".transitions.expected.csv")) {
      double[] gaps = log.gaps().get(row[0] + "," + row[1]);
      assertThat(gaps).hasSize(Integer.parseInt(row[2]));
      assertThat(Quantiles.of(gaps, 0.5)).isCloseTo(Double.parseDouble(row[3]), within(1e-9));
      assertThat(Quantiles.of(gaps, 0.9)).isCloseTo(Double.parseDouble(row[4]), within(1e-9));
    }
  }

  @Test
  void byHand() {
    ProcessLog log =
        ProcessLog.of(
            List.of(
                new Event("1", "a", 0, "x"),
                new Event("1", "a", 5, "y"),
                new Event("1", "b", 9, "y"),
                new Event("1", "a", 20, "x"),
                new Event("2", "a", 3, "x")));
    assertThat(log.variants()).isEqualTo(Map.of("a>a>b>a", 1, "a", 1));
    assertThat(log.entropy()).isCloseTo(1, within(CLOSE));
    assertThat(log.rework()).isEqualTo(Map.of("a", 1, "b", 0));
    assertThat(log.selfLoops()).isEqualTo(1);
    assertThat(log.returns()).isEqualTo(1);
    assertThat(log.handoverRate()).isCloseTo(2 / 3.0, within(CLOSE));
    assertThat(log.durations()).containsExactly(0, 20);
    assertThat(ProcessLog.of(List.of()).handoverRate()).isNaN();
  }

  private static double number(JsonNode all, String name) {
    return all.get(name).asDouble();
  }

  private static List<Event> events(String name) {
    List<Event> events = new ArrayList<>();
    for (String[] row : rows(name + ".log.input.csv")) {
      events.add(new Event(row[0], row[1], Double.parseDouble(row[2]), row[3]));
    }
    return events;
  }

  /** The counts in the last column of a table, by its first columns. */
  private static Map<String, Integer> counts(String name, String table, int names) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String[] row : rows(name + "." + table + ".expected.csv")) {
      String key = String.join(",", List.of(row).subList(0, names));
      counts.put(key, Integer.parseInt(row[names]));
    }
    return counts;
  }

  private static List<String[]> rows(String file) {
    return Oracle.lines("process/" + file).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }
}
