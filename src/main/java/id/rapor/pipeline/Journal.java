package id.rapor.pipeline;

import id.rapor.ledger.Fingerprint;
import id.rapor.table.Files;
import id.rapor.table.Table;
import id.rapor.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is being written into several tables at once, noted before the first of them changes: how
 * each stood. After a crash the same work is carried on from there, or undone if something else is
 * to be done now. The table {@code files} is always written last: once it has moved on, the work
 * was done.
 */
final class Journal {
  private static final String NAME = "unfinished";
  private static final String SEPARATOR = "=";

  private final Path file;
  private final Warehouse warehouse;

  Journal(Path data, Warehouse warehouse) {
    this.file = data.resolve(NAME);
    this.warehouse = warehouse;
  }

  /**
   * Work on several tables.
   *
   * @param content hash of all that its results depend on, save how the tables stood
   * @param versions how each of its tables stood before, by the table's name
   */
  record Work(String content, Map<String, Long> versions) {
    Work {
      versions = new TreeMap<>(versions);
    }

    /**
     * The name of its transactions: the same whenever it is carried on, another one when it is done
     * again after it was undone.
     */
    String transaction() {
      List<String> parts = new ArrayList<>(List.of(content));
      versions.forEach((table, version) -> parts.add(table + SEPARATOR + version));
      return "rapor-" + Fingerprint.of(parts);
    }

    long version(Table table) {
      return versions.get(table.name());
    }
  }

  /**
   * The work to do: if it was begun before, with the versions of then; what else was begun is
   * undone.
   */
  Work plan(String content, List<Table> tables) {
    Optional<Work> begun = unfinished().filter(work -> work.content().equals(content));
    if (begun.isPresent()) {
      return begun.get();
    }
    undo();
    Map<String, Long> versions = new TreeMap<>();
    tables.forEach(table -> versions.put(table.name(), warehouse.version(table)));
    versions.put(Files.TABLE.name(), warehouse.version(Files.TABLE));
    return new Work(content, versions);
  }

  /** Notes the work before any of its tables changes. */
  void begin(Work work) {
    List<String> lines = new ArrayList<>(List.of(work.content()));
    work.versions().forEach((table, version) -> lines.add(table + SEPARATOR + version));
    Path written = file.resolveSibling(NAME + ".new");
    try {
      java.nio.file.Files.createDirectories(file.getParent());
      java.nio.file.Files.write(written, lines);
      try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      java.nio.file.Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes that the work is done. */
  void end() {
    try {
      java.nio.file.Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives every table of unfinished work back the rows that it had before. */
  void undo() {
    unfinished()
        .ifPresent(
            work ->
                work.versions()
                    .forEach(
                        (table, version) ->
                            warehouse.restore(Tables.named(table).orElseThrow(), version)));
    end();
  }

  /** The tables of unfinished work, which needs how they stood before. */
  Set<String> tables() {
    return unfinished().map(work -> work.versions().keySet()).orElse(Set.of());
  }

  private Optional<Work> unfinished() {
    return read().filter(work -> warehouse.version(Files.TABLE) == work.version(Files.TABLE));
  }

  private Optional<Work> read() {
    if (!java.nio.file.Files.exists(file)) {
      return Optional.empty();
    }
    try {
      List<String> lines = java.nio.file.Files.readAllLines(file);
      Map<String, Long> versions = new TreeMap<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] parts = line.split(SEPARATOR, 2);
        versions.put(parts[0], Long.valueOf(parts[1]));
      }
      return Optional.of(new Work(lines.get(0), versions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
