package id.rapor.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import id.rapor.settings.Problems;
import id.rapor.settings.Source;
import id.rapor.settings.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.apache.spark.sql.Row;

/**
 * Files of garbage: each is read from its start to its end, record by record and none left out, or
 * it is refused as a whole with a reason. Nothing else may happen.
 */
class GarbageTest {
  private static final String HEADER = "case_id,agency_id,service_id,submitted_at,status\n";
  private static final List<String> ENDS = List.of("\n", "\r\n");
  private static final String SIGNS = "\"\"\",;\t\r\n\0'\\{}[]:\uFEFF\u00e9\u2028 aA1-";

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void isReadOrRefused(@ForAll long seed) throws IOException {
    readsOrRefuses(new Random(seed));
  }

  @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
  @Tag("slow")
  void isReadOrRefusedEvenMoreOften(@ForAll long seed) throws IOException {
    readsOrRefuses(new Random(seed));
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void everyRecordThatWasWrittenIsCounted(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    int records = 1 + random.nextInt(50);
    StringBuilder text = new StringBuilder(HEADER);
    for (int record = 0; record < records; record++) {
      text.append(random.nextInt(9) == 0 ? "\0" : "");
      int values = random.nextInt(6) == 0 ? 1 + random.nextInt(9) : 5;
      for (int value = 0; value < values; value++) {
        text.append(value == 0 ? "" : ",").append(quoted(signs(random, random.nextInt(12))));
      }
      text.append(ENDS.get(random.nextInt(ENDS.size())));
      text.append(random.nextInt(8) == 0 ? "\n" : "");
    }
    assertThat(read("a.csv", text.toString().getBytes(StandardCharsets.UTF_8)))
        .as(text.toString())
        .contains(records);
  }

  private static void readsOrRefuses(Random random) throws IOException {
    boolean json = random.nextBoolean();
    byte[] bytes = json ? json(random) : csv(random);
    switch (random.nextInt(4)) {
      case 0 -> bytes = damaged(bytes, random);
      case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      default -> {}
    }
    String name = json ? "a.json" : "a.csv";
    switch (random.nextInt(6)) {
      case 0 -> read(name + ".gz", cut(gzip(bytes), random));
      case 1 -> read(name + ".zst", cut(Zstd.compress(bytes), random));
      default -> read(name, bytes);
    }
  }

  private static byte[] csv(Random random) {
    String text =
        switch (random.nextInt(5)) {
          case 0 -> signs(random, random.nextInt(3000));
          case 1 -> HEADER + signs(random, random.nextInt(3000));
          case 2 ->
              HEADER + "1,A,S,2026-01-05," + "x".repeat(1 << (10 + random.nextInt(11))) + "\n";
          case 3 ->
              HEADER + "1" + ",".repeat(random.nextInt(6000)) + "\n2,A,S,2026-01-05,pending\n";
          default -> HEADER + "1,A,\"" + signs(random, 500).replace("\"", "") + "\n";
        };
    return text.getBytes(random.nextInt(4) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
  }

  private static byte[] json(Random random) {
    String record = "{\"case_id\": \"1\", \"agency_id\": \"A\", \"applicant_id\": \"P\"}\n";
    String text =
        switch (random.nextInt(5)) {
          case 0 -> signs(random, random.nextInt(3000));
          case 1 -> record.repeat(1 + random.nextInt(20));
          case 2 -> "{\"applicant_id\":" + "[".repeat(random.nextInt(5000));
          case 3 -> "{\"a\":".repeat(random.nextInt(5000)) + "1";
          default -> record + "[" + record + "] 1 null " + signs(random, 20);
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String signs(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int place = 0; place < length; place++) {
      text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    byte[] damaged = bytes.clone();
    for (int times = random.nextInt(20); times > 0 && damaged.length > 0; times--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  private static byte[] cut(byte[] packed, Random random) {
    return random.nextBoolean() ? packed : Arrays.copyOf(packed, random.nextInt(packed.length + 1));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  /** How many records the file has, numbered from 1 without a gap; empty if it was refused. */
  private static Optional<Integer> read(String name, byte[] bytes) throws IOException {
    Path folder = Path.of(System.getProperty("rapor.home"), "target", "garbage");
    Path file = folder.resolve("landing/cases").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    try {
      return Optional.of(count(folder, name));
    } catch (UserError told) {
      assertThat(told).hasMessageContaining(name).hasMessageNotContaining("null;");
      return Optional.empty();
    }
  }

  private static int count(Path folder, String name) {
    Source source = Source.canonical("cases");
    List<Arrival> arrivals =
        Inbox.files(List.of(source), folder, new Problems()).stream()
            .filter(arrival -> arrival.file().endsWith("/" + name))
            .toList();
    Problems problems = new Problems();
    Unreadable unreadable = new Unreadable();
    Map<Arrival, Layout> layouts = Layouts.of(arrivals, any -> false, problems, unreadable);
    unreadable.told().forEach(problems::add);
    problems.throwIfAny("read the input");
    List<Long> lines = new ArrayList<>();
    layouts.forEach(
        (arrival, layout) -> {
          Iterator<Row> rows =
              new RecordFile(
                      arrival.path().toString(), arrival.file(), 1, layout, Landing.TERMS.key())
                  .rows();
          rows.forEachRemaining(row -> lines.add(row.getLong(1)));
        });
    for (int place = 0; place < lines.size(); place++) {
      assertThat(lines.get(place)).isEqualTo(place + 1);
    }
    return lines.size();
  }
}
