package id.rapor.pipeline;

import id.rapor.settings.UserError;
import id.rapor.table.Table;
import id.rapor.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Removes the files of versions that nobody needs any more. */
public final class Vacuuming {
  /** An export or a page that is being made may still read what a run has just replaced. */
  private static final int LEAST_DAYS = 1;

  private static final int HOURS = 24;

  private Vacuuming() {}

  /**
   * What became of one table.
   *
   * @param files how many were removed
   * @param bytes how much they held
   * @param kept whether its past was left alone, as a run that was cut short needs it
   */
  public record Vacuumed(String table, long files, long bytes, boolean kept) {}

  /**
   * Vacuums every table in {@code data}.
   *
   * @param days versions of so many days stay readable
   * @throws UserError if there is no table, {@code days} are too few, or a run is at work on the
   *     same data
   */
  public static List<Vacuumed> vacuum(SparkSession spark, Path data, int days, Progress progress) {
    if (days < LEAST_DAYS) {
      throw new UserError(
          "Cannot vacuum: --days is "
              + days
              + ", expected at least "
              + LEAST_DAYS
              + ", as exports may still read what a run has just replaced; rapor erase removes all of a person's past.");
    }
    Warehouse warehouse = new Warehouse(spark, data.resolve("warehouse"));
    List<Table> tables = Tables.ALL.stream().filter(warehouse::exists).toList();
    if (tables.isEmpty()) {
      throw new UserError(
          "Cannot vacuum: "
              + data
              + " holds no tables; name the folder that a run has filled with --data.");
    }
    DataLock lock = DataLock.take(data);
    try {
      Set<String> needed = new Journal(data, warehouse).tables();
      List<Vacuumed> done = new ArrayList<>();
      for (Table table : tables) {
        progress.begins(table.name());
        done.add(
            needed.contains(table.name())
                ? new Vacuumed(table.name(), 0, 0, true)
                : vacuum(new Past(spark, warehouse.folder(table)), table, days));
      }
      return done;
    } finally {
      lock.close();
    }
  }

  private static Vacuumed vacuum(Past past, Table table, int days) {
    List<Path> before = past.files();
    long bytes = size(before);
    past.purge();
    past.trim(days * HOURS);
    List<Path> after = past.files();
    return new Vacuumed(table.name(), before.size() - after.size(), bytes - size(after), false);
  }

  private static long size(List<Path> files) {
    try {
      long bytes = 0;
      for (Path file : files) {
        bytes += Files.size(file);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
