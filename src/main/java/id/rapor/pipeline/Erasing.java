package id.rapor.pipeline;

import id.rapor.ingest.IdentityKey;
import id.rapor.settings.Identity;
import id.rapor.settings.UserError;
import id.rapor.table.Erasures;
import id.rapor.table.Field;
import id.rapor.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Erases persons: empties their keyed hashes in every table and leaves nothing of the tables' past.
 * The rows themselves stay, so that no figure changes. First of all it is noted what is erased: a
 * later delivery does not bring it back, and an erasure that was cut short can be asked for again.
 */
public final class Erasing {
  private static final Pattern KEYED_HASH = Pattern.compile("[0-9a-f]{64}");

  private final SparkSession spark;
  private final Path data;
  private final IdentityKey key;
  private final Progress progress;
  private final Warehouse warehouse;
  private final Traces traces;

  private Erasing(SparkSession spark, Path data, IdentityKey key, Progress progress) {
    this.spark = spark;
    this.data = data;
    this.key = key;
    this.progress = progress;
    this.warehouse = new Warehouse(spark, data.resolve("warehouse"));
    this.traces = new Traces(spark, warehouse);
  }

  /** How a person is named. */
  public enum Form {
    /** By the identifier itself, as it is delivered. */
    IDENTIFIER,
    /** By the keyed hash, as it stands in the tables. */
    HASH
  }

  /**
   * What an erasure came to.
   *
   * @param persons how many identifiers were named
   * @param before how many of them had been erased before
   * @param emptied in which columns they stood
   * @param cleared the tables whose past was removed
   */
  public record Erased(long persons, long before, List<Emptied> emptied, List<String> cleared) {
    public Erased {
      emptied = List.copyOf(emptied);
      cleared = List.copyOf(cleared);
    }
  }

  /** A column, and in how many rows it was emptied. */
  public record Emptied(String table, String column, long rows) {}

  /**
   * Erases.
   *
   * @param data folder with {@code warehouse/}
   * @param lines one identifier or hash each
   * @throws UserError if a line is in no table, there is no table or no key, or a run is at work on
   *     the same data; the tables are then as they were
   */
  public static Erased erase(
      SparkSession spark,
      Identity identity,
      Path data,
      List<String> lines,
      Form form,
      Progress progress) {
    if (!Files.isDirectory(data.resolve("warehouse"))) {
      throw new UserError(
          "Cannot erase: "
              + data
              + " holds no tables; name the folder that a run has filled with --data.");
    }
    IdentityKey key =
        Keys.find(identity, data)
            .orElseThrow(
                () ->
                    new UserError(
                        "Cannot erase: the key with which identifiers were hashed is not set; name its file with identity.key_file in --settings, or set "
                            + identity.keyVariable()
                            + "."));
    return new Erasing(spark, data, key, progress).erase(hashes(key, lines, form));
  }

  /** {@link IdentityKey#erasure} of all that was erased so far. */
  static Set<String> erasures(Warehouse warehouse) {
    return warehouse
        .find(Erasures.TABLE)
        .map(rows -> rows.select(Erasures.ERASURE.col()).collectAsList())
        .orElse(List.of())
        .stream()
        .map(row -> row.getString(0))
        .collect(Collectors.toSet());
  }

  private static List<String> hashes(IdentityKey key, List<String> lines, Form form) {
    if (form == Form.IDENTIFIER) {
      return key.hashes(lines);
    }
    List<String> hashes = lines.stream().map(line -> line.toLowerCase(Locale.ROOT)).toList();
    List<Integer> wrong = places(hashes, hash -> !KEYED_HASH.matcher(hash).matches());
    if (!wrong.isEmpty()) {
      throw new UserError(
          "Cannot erase: no keyed hash stands in place "
              + wrong
              + ", expected 64 signs from 0 to 9 and a to f; give identifiers themselves with --applicant.");
    }
    return hashes;
  }

  private static List<Integer> places(
      List<String> texts, java.util.function.Predicate<String> which) {
    return IntStream.range(0, texts.size())
        .filter(place -> which.test(texts.get(place)))
        .mapToObj(place -> place + 1)
        .toList();
  }

  private Erased erase(List<String> hashes) {
    DataLock lock = DataLock.take(data);
    try {
      new Journal(data, warehouse).undo();
      Set<String> before = erasures(warehouse);
      List<String> fresh =
          hashes.stream().distinct().filter(hash -> !before.contains(key.erasure(hash))).toList();
      refuseUnknown(hashes, fresh);
      note(fresh);
      long persons = hashes.stream().distinct().count();
      return erased(hashes, persons, persons - fresh.size());
    } finally {
      lock.close();
    }
  }

  /** Identifiers are told by their places: a message may be kept in a log. */
  private void refuseUnknown(List<String> hashes, List<String> fresh) {
    Set<String> held = traces.held(fresh);
    List<Integer> unknown = places(hashes, hash -> fresh.contains(hash) && !held.contains(hash));
    if (!unknown.isEmpty()) {
      throw new UserError(
          "Cannot erase: no table in "
              + data
              + " holds "
              + (unknown.size() == 1 ? "identifier " : "identifiers ")
              + unknown.stream().map(String::valueOf).collect(Collectors.joining(", "))
              + " of those given, and nothing was erased; take them out, or set the key with which the files were read.");
    }
  }

  private void note(List<String> fresh) {
    Timestamp now = Timestamp.from(Instant.now());
    List<Row> rows = fresh.stream().map(hash -> RowFactory.create(key.erasure(hash), now)).toList();
    if (!rows.isEmpty()) {
      warehouse.append(Erasures.TABLE, warehouse.rows(Erasures.TABLE, rows));
    }
  }

  private Erased erased(List<String> hashes, long persons, long before) {
    List<Emptied> emptied = new ArrayList<>();
    List<String> cleared = new ArrayList<>();
    for (Table table : traces.tables()) {
      Instant started = Instant.now();
      progress.begins(table.name());
      long rows = 0;
      for (Field column : Traces.columns(table)) {
        long here = traces.empty(table, column, hashes);
        emptied.add(new Emptied(table.name(), column.name(), here));
        rows += here;
      }
      new Past(spark, warehouse.folder(table)).forget();
      cleared.add(table.name());
      progress.made(table.name(), rows, Duration.between(started, Instant.now()));
    }
    return new Erased(persons, before, emptied, cleared);
  }
}
