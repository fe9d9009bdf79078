package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import id.rapor.stats.Overtakings.Turn;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Overtakings against the reference, by counting pairs, and by hand. */
class OvertakingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"counter-a", "counter-b"})
  void equalTheReference(String counter) {
    List<String[]> rows = rows("queue-fairness/" + counter + ".input.csv");
    Overtakings found = Overtakings.of(turns(rows));
    JsonNode expected = Oracle.read("queue-fairness/" + counter + ".summary.expected.json");
    assertThat(found.pairs()).isEqualTo(expected.get("waiting_pairs").asLong());
    assertThat(found.overtakings()).isEqualTo(expected.get("overtakings").asLong());
    assertThat(found.rate()).isCloseTo(expected.get("overtaking_rate").asDouble(), within(1e-10));
    List<String[]> tickets = rows("queue-fairness/" + counter + ".tickets.expected.csv");
    assertThat(found.overtook()).containsExactly(column(tickets, 1));
    assertThat(found.overtakenBy()).containsExactly(column(tickets, 2));
  }

  @Test
  void crossGroupSignTestsEqualTheReference() {
    assertThat(Tails.sign(1, 10)).isCloseTo(0.01171875, within(1e-10));
    assertThat(Tails.sign(13, 12)).isCloseTo(1, within(1e-10));
  }

  private static List<String[]> rows(String file) {
    return Oracle.lines(file).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private static List<Turn> turns(List<String[]> rows) {
    return rows.stream()
        .map(row -> new Turn(Double.parseDouble(row[1]), Double.parseDouble(row[2])))
        .toList();
  }

  private static Integer[] column(List<String[]> rows, int place) {
    return rows.stream().map(row -> Integer.valueOf(row[place])).toArray(Integer[]::new);
  }

  @Test
  void thePersonWhoCameSecondIsServedFirst() {
    Overtakings found = Overtakings.of(List.of(new Turn(0, 9), new Turn(1, 5), new Turn(2, 9)));
    assertThat(found.pairs()).isEqualTo(3);
    assertThat(found.overtakings()).isEqualTo(1);
    assertThat(found.overtook()).containsExactly(0, 1, 0);
    assertThat(found.overtakenBy()).containsExactly(1, 0, 0);
  }

  @Test
  void nobodyOvertakesWhoCameAtTheSameMoment() {
    assertThat(Overtakings.of(List.of(new Turn(0, 9), new Turn(0, 5))).pairs()).isZero();
  }

  @Test
  void fewHaveNoPairs() {
    assertThat(Overtakings.of(List.of()).rate()).isNaN();
    assertThat(Overtakings.of(List.of(new Turn(0, 1))).pairs()).isZero();
    assertThatThrownBy(() -> new Turn(3, 2)).hasMessageContaining("served at 2.0");
  }

  @Test
  void countedByMergingAsByPairs() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Turn> queue =
          IntStream.range(0, random.nextInt(30))
              .mapToObj(any -> random.nextInt(20))
              .map(arrival -> new Turn(arrival, arrival + random.nextInt(15)))
              .toList();
      Overtakings found = Overtakings.of(queue);
      assertThat(found.pairs()).isEqualTo(pairs(queue, false));
      assertThat(found.overtakings()).isEqualTo(pairs(queue, true));
      assertThat(found.overtakenBy().stream().mapToInt(each -> each).sum())
          .isEqualTo((int) found.overtakings());
    }
  }

  private static long pairs(List<Turn> queue, boolean isOvertaken) {
    return queue.stream()
        .mapToLong(
            i ->
                queue.stream()
                    .filter(j -> j.arrival() > i.arrival() && j.arrival() < i.start())
                    .filter(j -> !isOvertaken || j.start() < i.start())
                    .count())
        .sum();
  }

  @Test
  void aQueueInOrderIsNotRareAndOneTurnedRoundIs() {
    List<Turn> inOrder = IntStream.range(0, 40).mapToObj(i -> new Turn(i, 50 + i)).toList();
    List<Turn> turned = IntStream.range(0, 40).mapToObj(i -> new Turn(i, 100 - i)).toList();
    assertThat(Overtakings.of(inOrder).chance(inOrder, 199, 1)).isEqualTo(1);
    assertThat(Overtakings.of(turned).chance(turned, 199, 1)).isEqualTo(0.005);
  }

  @Test
  void aQueueServedInAnyOrderIsAsRareAsItsPlace() {
    // Of three who wait, the six orders have 0, 1, 1, 2, 2 and 3 overtakings.
    List<Turn> queue = List.of(new Turn(0, 12), new Turn(1, 10), new Turn(2, 11));
    assertThat(Overtakings.of(queue).overtakings()).isEqualTo(2);
    assertThat(Overtakings.of(queue).chance(queue, 20_000, 3)).isCloseTo(0.5, within(0.012));
  }
}
