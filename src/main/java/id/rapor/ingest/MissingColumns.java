package id.rapor.ingest;

import id.rapor.settings.ColumnMapping;
import id.rapor.settings.Problems;
import id.rapor.settings.Source;
import id.rapor.table.Feeds;
import id.rapor.table.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells of columns that a mapping asks for and a file, or every file of its source, lacks. */
final class MissingColumns {
  private MissingColumns() {}

  /** What is to be said of a file that lacks required columns. */
  static Optional<String> of(Arrival arrival, List<String> columns) {
    List<String> missing = new ArrayList<>();
    for (Field field : arrival.feed().columns()) {
      Optional<ColumnMapping> mapping = Mapping.of(arrival.source(), field);
      boolean byName =
          mapping.map(m -> m.constant().isEmpty() && m.expression().isEmpty()).orElse(true);
      List<String> from = mapping.map(ColumnMapping::from).orElse(List.of());
      if (field.isRequired()
          && byName
          && from.stream().noneMatch(Mapping.available(arrival.source(), columns)::contains)) {
        missing.add(from.isEmpty() ? field.name() : String.join(" or ", from));
      }
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "its header lacks "
                + missing
                + "; it has "
                + told(arrival.source(), columns)
                + hint(arrival, columns));
  }

  /**
   * Those of {@code columns} that the feed or the mapping names, and how many others there are:
   * what is taken for a header may be the record of a person.
   */
  private static String told(Source source, Collection<String> columns) {
    Set<String> known = new HashSet<>();
    Feeds.named(source.feed()).orElseThrow().columns().forEach(field -> known.add(field.name()));
    source.columns().values().forEach(mapping -> known.addAll(mapping.from()));
    List<String> named = columns.stream().filter(known::contains).sorted().toList();
    int others = columns.size() - named.size();
    return named + (others == 0 ? "" : " and " + others + " that neither feed nor mapping names");
  }

  private static String hint(Arrival arrival, List<String> columns) {
    if (columns.size() > 1 || columns.isEmpty()) {
      return "";
    }
    char used = arrival.source().csv().delimiter();
    return Arrays.stream(new String[] {";", "\t", "|", ","})
        .filter(other -> other.charAt(0) != used && columns.get(0).contains(other))
        .findFirst()
        .map(
            other ->
                "; it looks delimited by '"
                    + other.replace("\t", "\\t")
                    + "': name a source with that delimiter in a settings file")
        .orElse("");
  }

  /**
   * A mapping that no file of its source can meet is a misspelt name, not a missing column; where a
   * file cannot be read, nobody knows.
   */
  static void ofMappings(Map<Arrival, Layout> layouts, Problems problems, Unreadable unreadable) {
    Map<Source, Set<String>> columns = new LinkedHashMap<>();
    layouts.forEach(
        (arrival, layout) ->
            columns
                .computeIfAbsent(arrival.source(), any -> new HashSet<>())
                .addAll(Mapping.available(arrival.source(), layout)));
    columns.keySet().removeIf(unreadable::isOf);
    columns.forEach(
        (source, present) ->
            source
                .columns()
                .forEach(
                    (column, mapping) -> {
                      if (!mapping.from().isEmpty()
                          && mapping.from().stream().noneMatch(present::contains)) {
                        problems.add(
                            "source "
                                + source.name()
                                + ": "
                                + column
                                + " is to come from "
                                + mapping.from()
                                + ", which no file has; the files have "
                                + told(source, present));
                      }
                    }));
  }
}
