package id.rapor.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tables that a run has begun to make, noted before each of them changes and until the ledger
 * says what they were made of. What a run that was broken off left behind is thus never taken for
 * what the ledger says of the run before it.
 */
final class Begun {
  private static final String NAME = "begun";

  private final Path file;

  Begun(Path data) {
    this.file = data.resolve(NAME);
  }

  /** The tables of which the ledger does not know what they were made of. */
  Set<String> tables() {
    try {
      return Files.exists(file) ? new LinkedHashSet<>(Files.readAllLines(file)) : Set.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes that {@code table} will be made now. */
  void add(String table) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(
          file,
          List.of(table),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.DSYNC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes that the ledger has entries of {@code settled}. */
  void settle(Set<String> settled) {
    Set<String> left = new LinkedHashSet<>(tables());
    left.removeAll(settled);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    left.forEach(this::add);
  }
}
