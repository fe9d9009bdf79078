package id.rapor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.pipeline.Vacuuming.Vacuumed;
import id.rapor.table.Erasures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that was written anew eight days ago and again just now. */
class VacuumingTest {
  @TempDir private Path data;

  @Test
  void onlyWhatIsOldEnoughAndNotNeededGoes() throws IOException {
    Warehouse warehouse = new Warehouse(TestSpark.session(), data.resolve("warehouse"));
    write(warehouse, "first");
    write(warehouse, "second");
    age(warehouse.folder(Erasures.TABLE));
    write(warehouse, "third");
    Journal journal = new Journal(data, warehouse);
    journal.begin(journal.plan("work", List.of(Erasures.TABLE)));
    assertThat(vacuum()).extracting(Vacuumed::kept, Vacuumed::files).containsExactly(kept());
    assertThat(files(warehouse)).as("a run that was cut short needs them").hasSize(3);
    journal.end();
    assertThat(vacuum()).extracting(Vacuumed::files).containsExactly(1L);
    assertThat(files(warehouse)).as("the second, just replaced, and the third").hasSize(2);
    assertThat(vacuum()).extracting(Vacuumed::files).containsExactly(0L);
  }

  private static List<Path> files(Warehouse warehouse) {
    return new Past(TestSpark.session(), warehouse.folder(Erasures.TABLE)).files();
  }

  private static org.assertj.core.groups.Tuple kept() {
    return org.assertj.core.groups.Tuple.tuple(true, 0L);
  }

  private List<Vacuumed> vacuum() {
    return Vacuuming.vacuum(TestSpark.session(), data, 7, new Input.Silence());
  }

  private static void write(Warehouse warehouse, String erasure) {
    warehouse.replace(
        Erasures.TABLE,
        warehouse.rows(
            Erasures.TABLE, List.of(RowFactory.create(erasure, Timestamp.from(Instant.EPOCH)))));
  }

  /** Makes all that was written, and what the log says of it, eight days old. */
  private static void age(Path table) throws IOException {
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(8)));
    try (Stream<Path> files = Files.walk(table)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith("1.json")) {
          String commit = Files.readString(file);
          Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
          Files.writeString(
              file,
              commit.replaceAll(
                  "\"deletionTimestamp\":\\d+", "\"deletionTimestamp\":" + longAgo.toMillis()));
        }
        if (Files.exists(file)) {
          Files.setLastModifiedTime(file, longAgo);
        }
      }
    }
    DeltaLog.clearCache();
  }
}
