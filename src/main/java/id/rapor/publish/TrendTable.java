package id.rapor.publish;

import id.rapor.text.Dates;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The data behind the curves of an agency: one row for each month, one column for each curve.
 *
 * @param names of the curves
 */
record TrendTable(List<String> names, List<Line> lines) {
  TrendTable {
    names = List.copyOf(names);
    lines = List.copyOf(lines);
  }

  /** One month; a cell is empty where a curve has a gap. */
  record Line(String month, List<String> cells) {
    Line {
      cells = List.copyOf(cells);
    }
  }

  static TrendTable of(List<Trend> trends, Labels labels) {
    SortedMap<YearMonth, List<String>> months = new TreeMap<>();
    for (int at = 0; at < trends.size(); at++) {
      for (Trend.Month month : trends.get(at).months()) {
        months
            .computeIfAbsent(
                month.month(), some -> new ArrayList<>(Collections.nCopies(trends.size(), "")))
            .set(at, month.told());
      }
    }
    return new TrendTable(
        trends.stream().map(Trend::name).toList(),
        months.entrySet().stream()
            .map(one -> new Line(Dates.month(one.getKey(), labels.language()), one.getValue()))
            .toList());
  }
}
