package id.rapor.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads where one column of a feed comes from. */
final class ColumnReader {
  private static final List<String> ORIGINS = List.of("from", "constant", "expression");
  private static final List<String> KEYS =
      Stream.concat(
              Stream.of("from", "constant", "expression", "codes", "otherwise"),
              FormReader.KEYS.stream())
          .toList();

  private final Optional<FeedShape> feed;

  /** For columns of {@code feed}; without one their names are not checked. */
  ColumnReader(Optional<FeedShape> feed) {
    this.feed = feed;
  }

  ColumnMapping read(String column, Value value) {
    if (feed.isPresent() && !feed.get().columns().contains(column)) {
      value.fault(
          value.name() + " is no column of this feed" + Nearest.hint(column, feed.get().columns()));
    }
    if (value.isText()) {
      return ColumnMapping.renamed(value.filled().orElse(""));
    }
    Section section = new Section(value, KEYS);
    checkOrigin(value, section);
    if (feed.isPresent() && feed.get().identifiers().contains(column)) {
      checkIdentifier(value, section);
    }
    return new ColumnMapping(
        section.texts("from"),
        section.text("constant"),
        section.text("expression"),
        FormReader.read(section),
        codes(section),
        section.text("otherwise"));
  }

  private static void checkOrigin(Value value, Section section) {
    List<String> given = ORIGINS.stream().filter(section::has).toList();
    if (given.size() != 1 && value.isMapping()) {
      String found = given.isEmpty() ? "none" : String.join(" and ", given);
      value.fault(value.name() + " has " + found + ", expected one of from, constant, expression");
    }
    if (section.has("otherwise") && !section.has("codes")) {
      value.fault(value.name() + " has otherwise without codes, expected both or neither");
    }
  }

  /** An identifier is hashed where it is read, so it must be found under its own name there. */
  private static void checkIdentifier(Value value, Section section) {
    Stream.concat(Stream.of("constant", "expression", "codes"), FormReader.KEYS.stream())
        .filter(section::has)
        .findFirst()
        .ifPresent(
            key ->
                value.fault(
                    value.name()
                        + " has "
                        + key
                        + ", expected only from: it identifies a person and is hashed as it is"
                        + " read"));
  }

  private static Map<String, String> codes(Section section) {
    Map<String, String> codes = new LinkedHashMap<>();
    section
        .value("codes")
        .ifPresent(
            value ->
                value
                    .entries("a mapping of the source's codes to the feed's")
                    .forEach(
                        (code, meant) -> meant.text().ifPresent(text -> codes.put(code, text))));
    return codes;
  }
}
