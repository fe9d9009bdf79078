package id.rapor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Any split of the same rows into files and deliveries, in any order, ends in the same tables, save
 * for where each row came from.
 */
class AnySplitTest {
  private static final String CASES =
      "case_id,agency_id,service_id,submitted_at,status,recorded_at,retracted\n";
  private static final String STEPS =
      "case_id,agency_id,activity,started_at,ended_at,recorded_at\n";
  private static final int DELIVERIES = 2;
  private static final int FILES = 2;

  private static final List<String> ROWS = rows();
  private static Map<String, List<String>> together;

  /** One record and the folder that it belongs into. */
  private static List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (int version = 1; version <= 4; version++) {
      for (int row = 1; row <= 5; row++) {
        String recorded = "2026-02-" + (10 + version) + "T0" + row + ":00:00Z";
        String status = version % 2 == 0 ? "withdrawn" : "pending";
        String retracted = (row == 1 && version > 2) || (row == 2 && version == 3) ? "true" : "";
        rows.add("cases|C" + row + ",A,S,2026-01-05," + status + "," + recorded + "," + retracted);
        rows.add(
            "steps|C"
                + row
                + ",A,check,2026-01-06T08:00:00Z,2026-01-06T0"
                + (8 + (version + row) % 2)
                + ":30:00Z,"
                + recorded);
      }
    }
    rows.add("cases|bad,A,S,someday,pending,2026-02-20T00:00:00Z,");
    return List.copyOf(rows);
  }

  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void endsInTheSameTables(@ForAll long seed) throws IOException {
    Path folder =
        Files.createTempDirectory(Path.of(System.getProperty("rapor.home"), "target"), "split");
    if (together == null) {
      together = taken(Input.in(folder, "together"), ROWS, new Random(0), 1, 1);
      assertThat(together.get("cases")).hasSize(5);
      assertThat(together.get("steps")).hasSize(5);
    }
    List<String> shuffled = new ArrayList<>(ROWS);
    Random random = new Random(seed);
    java.util.Collections.shuffle(shuffled, random);
    assertThat(taken(Input.in(folder, "split"), shuffled, random, DELIVERIES, FILES))
        .isEqualTo(together);
  }

  private static Map<String, List<String>> taken(
      Input input, List<String> rows, Random random, int deliveries, int files) {
    Map<Integer, List<String>> parts =
        rows.stream().collect(Collectors.groupingBy(row -> random.nextInt(deliveries * files)));
    for (int delivery = 0; delivery < deliveries; delivery++) {
      for (int file = 0; file < files; file++) {
        List<String> part = parts.getOrDefault(delivery * files + file, List.of());
        String name = delivery + "-" + file + ".csv";
        put(input, "cases", name, CASES, part);
        put(input, "steps", name, STEPS, part);
      }
      input.take();
    }
    assertThat(input.tables().count(id.rapor.table.Quarantine.TABLE)).isEqualTo(1);
    return input.accepted();
  }

  private static void put(Input input, String feed, String name, String header, List<String> part) {
    String lines =
        part.stream()
            .filter(row -> row.startsWith(feed + "|"))
            .map(row -> row.substring(feed.length() + 1) + "\n")
            .collect(Collectors.joining());
    // A file without any record would be the same file everywhere.
    if (!lines.isEmpty()) {
      input.put(feed + "/" + name, header + lines);
    }
  }
}
