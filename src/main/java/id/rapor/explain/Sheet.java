package id.rapor.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of cells as lines of text, each column as wide as its widest cell.
 *
 * @param headings one for each column; one that starts with {@code >} is set to the right
 */
record Sheet(List<String> headings, List<List<String>> rows) {
  private static final String RIGHT = ">";

  Sheet(List<String> headings) {
    this(headings, new ArrayList<>());
  }

  void add(List<String> cells) {
    rows.add(cells);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line(headings.stream().map(Sheet::bare).toList()));
    rows.forEach(row -> lines.add(line(row)));
    return lines;
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String fill = " ".repeat(width(i) - cells.get(i).length());
      boolean right = headings.get(i).startsWith(RIGHT);
      line.append("  ").append(right ? fill : "").append(cells.get(i)).append(right ? "" : fill);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return IntStream.concat(
            IntStream.of(bare(headings.get(column)).length()),
            rows.stream().mapToInt(row -> row.get(column).length()))
        .max()
        .orElse(0);
  }

  private static String bare(String heading) {
    return heading.startsWith(RIGHT) ? heading.substring(1) : heading;
  }
}
