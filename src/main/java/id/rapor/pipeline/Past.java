package id.rapor.pipeline;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import scala.Console;
import scala.Option;

/** What a table's folder still holds of rows that the table does not have any more. */
final class Past {
  private static final String LOG = "_delta_log";
  private static final String CHECK = "spark.databricks.delta.retentionDurationCheck.enabled";

  /** Delta lists a folder in as many tasks as this says, by default ten thousand. */
  private static final String LISTING = "spark.sql.sources.parallelPartitionDiscovery.parallelism";

  private static final int LISTING_TASKS = 4;
  private static final String PARQUET = ".parquet";
  private static final Pattern VERSION = Pattern.compile("\\.?(\\d{20})\\..*");

  private final SparkSession spark;
  private final Path folder;

  /**
   * The past of the table in {@code folder}. Whoever changes it holds the data folder's lock: a
   * file that the newest version does not name is then nobody's.
   */
  Past(SparkSession spark, Path folder) {
    this.spark = spark;
    this.folder = folder.toAbsolutePath();
  }

  /** Removes the files that no version of the last {@code hours} names, and unfinished ones. */
  void trim(int hours) {
    // Delta asks for a week, as others may write at the same time; here the lock keeps them away.
    spark.conf().set(CHECK, "false");
    spark.conf().set(LISTING, LISTING_TASKS);
    try {
      // Delta prints what it deletes, in words of its own.
      Console.withOut(
          OutputStream.nullOutputStream(),
          () -> DeltaTable.forPath(spark, folder.toString()).vacuum(hours));
    } finally {
      spark.conf().unset(CHECK);
      spark.conf().unset(LISTING);
    }
  }

  /** Writes the files anew that hold rows which are marked as gone. */
  void purge() {
    sql("REORG TABLE", "APPLY (PURGE)");
  }

  /**
   * Leaves nothing but the newest version: neither files of removed rows, nor commits that tell of
   * their smallest and largest values.
   */
  void forget() {
    purge();
    trim(0);
    // The newest commit may still tell of what it removed: one of its own stands in its place.
    sql("ALTER TABLE", "SET TBLPROPERTIES ('rapor.past_forgotten_at' = '" + Instant.now() + "')");
    DeltaLog log = DeltaLog.forTable(spark, folder.toString());
    var newest = log.update(false, Option.empty(), Option.empty());
    log.checkpoint(newest, Option.empty());
    forgetCommitsBefore(newest.version());
    DeltaLog.clearCache();
  }

  private void sql(String verb, String what) {
    spark.sql(verb + " delta.`" + folder.toString().replace("`", "``") + "` " + what);
  }

  /** Every data file, also of older versions and of writes that were cut short. */
  List<Path> files() {
    return below(folder).stream()
        .filter(file -> !file.startsWith(folder.resolve(LOG)))
        .filter(file -> file.getFileName().toString().endsWith(PARQUET))
        .toList();
  }

  private void forgetCommitsBefore(long version) {
    for (Path file : below(folder.resolve(LOG))) {
      Matcher named = VERSION.matcher(file.getFileName().toString());
      boolean kept =
          named.matches()
              ? Long.parseLong(named.group(1)) >= version
              : file.getFileName().toString().contains("_last_checkpoint");
      if (!kept) {
        delete(file);
      }
    }
  }

  /** Removes {@code path} and all below it; nothing if there is none. */
  static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> below = Files.walk(path)) {
      for (Path one : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
