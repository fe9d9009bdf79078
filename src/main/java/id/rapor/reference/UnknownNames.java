package id.rapor.reference;

import id.rapor.settings.Nearest;
import id.rapor.settings.Problems;
import id.rapor.table.Field;
import id.rapor.table.Table;
import id.rapor.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Tells of reference files and columns that nothing reads, which may be misspelt: what is meant by
 * them is then missing, as if it had not been delivered.
 */
final class UnknownNames {
  private static final String ENDING = ".csv";

  private UnknownNames() {}

  /** Tells of CSV files in {@code folder} that are no reference table, and of tables in no CSV. */
  static void files(Path folder, Problems doubts) {
    List<String> known = Tables.REFERENCE.stream().map(ReferenceFolder::file).toList();
    for (String name : names(folder)) {
      String lower = name.toLowerCase(Locale.ROOT);
      boolean another =
          Tables.REFERENCE.stream().anyMatch(table -> lower.startsWith(table.name() + "."));
      if (!known.contains(name) && (lower.endsWith(ENDING) || another)) {
        doubts.add(
            folder.resolve(name)
                + " is not read: no reference table has that name; there are "
                + String.join(", ", known)
                + Nearest.hint(lower, known));
      }
    }
  }

  /** Tells of {@code columns} of a file that {@code table} does not have. */
  static void columns(String file, List<String> columns, Table table, Problems doubts) {
    List<String> known = table.fields().stream().map(Field::name).toList();
    List<String> absent = known.stream().filter(name -> !columns.contains(name)).toList();
    columns.stream()
        .filter(name -> !name.isEmpty() && !known.contains(name))
        .forEach(
            name ->
                doubts.add(
                    file
                        + ": column "
                        + name
                        + " is not read: "
                        + table.name()
                        + " has no such column"
                        + Nearest.hint(name, absent)));
  }

  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
