package id.rapor.sample;

import id.rapor.table.Feeds;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What one slice of cases adds to every file, in the order of the cases. */
final class Batch {
  final Line planted = new Line();
  final Line lookAlikes = new Line();
  final Line dirt = new Line();

  /** Rupiah paid, by agency and month. */
  final Map<Integer, long[]> revenue = new LinkedHashMap<>();

  /** Places of the feeds that have their bad line. */
  final Set<Integer> soiled = new HashSet<>();

  private final Line[][] lines;
  private final int months;

  Batch(int months) {
    this.months = months;
    this.lines = new Line[Feeds.ALL.size()][months];
  }

  /** The lines for the file of {@code sheet}'s feed and {@code month}. */
  Line of(Sheet<?> sheet, int month) {
    Line line = lines[sheet.place()][month];
    if (line == null) {
      line = new Line();
      lines[sheet.place()][month] = line;
    }
    return line;
  }

  /** The same by place of the feed in the list; null when nothing was written. */
  Line at(int place, int month) {
    return lines[place][month];
  }

  void earn(Draft draft, int month, long amount) {
    revenue.computeIfAbsent(draft.agency.index(), agency -> new long[months])[month] += amount;
  }
}
