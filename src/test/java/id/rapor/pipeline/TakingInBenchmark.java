package id.rapor.pipeline;

import id.rapor.TestSpark;
import id.rapor.ingest.Delivery;
import id.rapor.ingest.Inbox;
import id.rapor.ingest.Intake;
import id.rapor.reference.Reference;
import id.rapor.settings.Problems;
import id.rapor.settings.Settings;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Measures how many lines of cases are read, checked, decided and written in a second; run by hand
 * with {@code -Dtest=TakingInBenchmark -Drapor.bench.input=DIR}, where {@code DIR} is what {@code
 * rapor sample} wrote, or one with {@code landing/cases/} alone.
 */
class TakingInBenchmark {
  private static final int TIMES = 2;

  @Test
  void linesPerSecond() {
    Path input = Path.of(System.getProperty("rapor.bench.input", "data-samples"));
    Path data = Path.of(System.getProperty("java.io.tmpdir"), "rapor-bench");
    Feed feed = Cases.FEED;
    for (int time = 0; time < TIMES; time++) {
      long begun = System.nanoTime();
      Delivery delivery =
          Delivery.find(
              Inbox.sources(List.of(), input).stream()
                  .filter(source -> source.feed().equals(feed.name()))
                  .toList(),
              input,
              Optional.empty());
      Reference reference = Reference.read(input.resolve("reference"), new Problems());
      Delivery.Terms terms =
          new Delivery.Terms(
              Named.known(TestSpark.session(), reference),
              Settings.DEFAULTS.zone(),
              Keys.find(Settings.DEFAULTS.identity(), data, new Input.Silence()),
              "bench",
              java.time.Instant.parse("2026-11-25T00:00:00Z"));
      try (Intake intake = delivery.read(TestSpark.session(), feed, terms, Optional.empty())) {
        tell("read and decided", begun, intake.lines());
        long written = System.nanoTime();
        write(intake.accepted(), data.resolve("cases-" + time));
        tell("written", written, intake.acceptedLines());
        tell("all", begun, intake.lines());
      }
    }
  }

  private static void write(Dataset<Row> rows, Path folder) {
    rows.write().format("delta").mode("overwrite").save(folder.toString());
  }

  private static void tell(String what, long begun, long rows) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        Locale.ROOT, "%s: %,d rows, %.1f s, %,.0f rows/s%n", what, rows, seconds, rows / seconds);
  }
}
