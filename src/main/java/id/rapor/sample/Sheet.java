package id.rapor.sample;

import id.rapor.table.Feed;
import id.rapor.table.Feeds;
import id.rapor.table.Field;
import java.util.List;
import java.util.Map;

/**
 * How rows of one feed are written: for each column that the feed has, what stands in it.
 *
 * @param place of the feed in the list of feeds
 * @param cells in the feed's order; a column that nobody fills stays empty
 */
record Sheet<R>(Feed feed, int place, List<Cell<R>> cells) {

  /** Writes one cell of a row that belongs to a case. */
  interface Cell<R> {
    void write(Line line, Draft draft, R row);
  }

  static <R> Sheet<R> of(Feed feed, Map<Field, Cell<R>> filled) {
    Cell<R> empty = (line, draft, row) -> {};
    if (!feed.columns().containsAll(filled.keySet())) {
      throw new IllegalStateException("feed " + feed + " lacks a column that is filled");
    }
    List<Cell<R>> cells =
        feed.columns().stream().map(field -> filled.getOrDefault(field, empty)).toList();
    return new Sheet<>(feed, Feeds.ALL.indexOf(feed), cells);
  }

  void write(Line line, Draft draft, R row) {
    for (int column = 0; column < cells.size(); column++) {
      if (column > 0) {
        line.comma();
      }
      cells.get(column).write(line, draft, row);
    }
    line.newLine();
  }

  /** The same row with other text in some columns, cut after {@code width} columns. */
  void writeInstead(Line line, Draft draft, R row, Map<Field, String> instead, int width) {
    for (int column = 0; column < Math.min(width, cells.size()); column++) {
      if (column > 0) {
        line.comma();
      }
      String text = instead.get(feed.columns().get(column));
      if (text == null) {
        cells.get(column).write(line, draft, row);
      } else {
        line.text(text);
      }
    }
    line.newLine();
  }

  /** A cell that holds a time, if it is known. */
  static void time(Line line, Draft draft, long local) {
    if (draft.isKnown(local)) {
      line.time(draft.agency, local);
    }
  }
}
