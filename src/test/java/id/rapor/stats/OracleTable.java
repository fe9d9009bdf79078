package id.rapor.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of the reference vectors: named columns of texts, by row. */
final class OracleTable {
  private final List<String> columns;
  private final List<String[]> rows = new ArrayList<>();

  private OracleTable(List<String> lines) {
    columns = List.of(lines.get(0).split(",", -1));
    lines.stream().skip(1).map(line -> line.split(",", -1)).forEach(rows::add);
  }

  static OracleTable read(String path) {
    return new OracleTable(Oracle.lines(path));
  }

  List<String> texts(String column) {
    int at = columns.indexOf(column);
    return rows.stream().map(row -> row[at]).toList();
  }

  /** The numbers of a column; NaN where empty. */
  double[] numbers(String column) {
    return texts(column).stream()
        .mapToDouble(text -> text.isEmpty() ? Double.NaN : Double.parseDouble(text))
        .toArray();
  }

  boolean has(String column) {
    return columns.contains(column);
  }

  /** The numbers of all columns but the first and those of groups, by name. */
  Map<String, double[]> numbers() {
    Map<String, double[]> numbers = new LinkedHashMap<>();
    columns.stream()
        .skip(1)
        .filter(column -> !column.endsWith("_group"))
        .forEach(column -> numbers.put(column, numbers(column)));
    return numbers;
  }
}
