package id.rapor.sample;

import id.rapor.table.Field;
import id.rapor.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** CSV by RFC 4180: comma, double quotes where needed, line feed. */
final class Csv {
  private Csv() {}

  /** {@code text} as one cell. */
  static String cell(String text) {
    boolean isPlain =
        text.indexOf(',') < 0
            && text.indexOf('"') < 0
            && text.indexOf('\n') < 0
            && text.indexOf('\r') < 0;
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\n";
  }

  static String header(List<Field> columns) {
    return line(columns.stream().map(Field::name).toList());
  }

  /** Writes {@code rows} with all columns of {@code table}; what a row lacks stays empty. */
  static void write(Path file, Table table, List<Map<Field, String>> rows) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(header(table.fields()));
    for (Map<Field, String> row : rows) {
      lines.add(line(table.fields().stream().map(field -> row.getOrDefault(field, "")).toList()));
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("", lines));
  }
}
