package id.rapor.settings;

import id.rapor.settings.Source.Csv;
import id.rapor.settings.Source.Format;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Reads the key {@code sources}. */
final class SourceReader {
  private static final List<String> KEYS =
      List.of(
          "name",
          "feed",
          "files",
          "format",
          "delimiter",
          "quote",
          "escape",
          "encoding",
          "header",
          "records",
          "zone",
          "file_name",
          "events",
          "columns");
  private static final List<String> CSV_ONLY = List.of("delimiter", "quote", "escape", "header");

  private final Map<String, FeedShape> feeds;
  private final Map<String, Integer> lineOfName = new HashMap<>();

  SourceReader(Map<String, FeedShape> feeds) {
    this.feeds = feeds;
  }

  List<Source> read(Section top) {
    List<Source> sources = new ArrayList<>();
    top.value("sources")
        .map(value -> value.items("a list of sources"))
        .ifPresent(items -> items.forEach(item -> sound(item).ifPresent(sources::add)));
    return sources;
  }

  private Optional<Source> sound(Value value) {
    int before = value.faults().count();
    Source source = source(value);
    return value.faults().count() == before ? Optional.of(source) : Optional.empty();
  }

  private Source source(Value value) {
    Section section = new Section(value, KEYS);
    String feed = section.required("feed").flatMap(this::feed).orElse("");
    Optional<Format> format = section.value("format").flatMap(SourceReader::format);
    refuseWrongFormat(section, format);
    return new Source(
        section.required("name").flatMap(this::name).orElse(""),
        feed,
        section.required("files").flatMap(SourceReader::glob).orElse(""),
        format,
        csv(section),
        section.text("records"),
        SettingsFile.zone(section),
        section
            .value("file_name")
            .flatMap(
                name -> name.as("a regular expression with named groups", SourceReader::pattern)),
        section.value("events").map(SourceReader::events),
        columns(section, feed));
  }

  private Optional<String> name(Value value) {
    Optional<String> name = value.filled();
    Integer first = name.map(given -> lineOfName.putIfAbsent(given, value.line())).orElse(null);
    if (first != null) {
      value.refuse("a name of its own (line " + first + " has it too)");
    }
    return name;
  }

  private Optional<String> feed(Value value) {
    Set<String> known = new TreeSet<>(feeds.keySet());
    return value.oneOf("a feed (" + String.join(", ", known) + ")", known);
  }

  private static Optional<Format> format(Value value) {
    return value
        .oneOf("csv, json, xes or parquet", List.of("csv", "json", "xes", "parquet"))
        .map(code -> Format.valueOf(code.toUpperCase(Locale.ROOT)));
  }

  /** The keys that have no meaning for files of {@code format}. */
  private static List<String> meaningless(Format format) {
    return switch (format) {
      case CSV -> List.of("records");
      case JSON -> CSV_ONLY;
      case XES, PARQUET ->
          Stream.concat(CSV_ONLY.stream(), Stream.of("encoding", "records")).toList();
    };
  }

  private static void refuseWrongFormat(Section section, Optional<Format> format) {
    List<String> wrong = format.map(SourceReader::meaningless).orElse(List.of());
    for (String key : wrong) {
      section
          .value(key)
          .ifPresent(
              value ->
                  value.fault(
                      value.name() + " has no meaning for this format; remove it, or the format"));
    }
  }

  /** A pattern for files that stays below the input folder. */
  private static Optional<String> glob(Value value) {
    return value.as(
        "a pattern such as landing/cases/*.csv, below the input folder",
        text -> Optional.of(text).filter(SourceReader::isGlobBelow));
  }

  private static boolean isGlobBelow(String text) {
    if (text.isBlank() || text.startsWith("/") || List.of(text.split("/")).contains("..")) {
      return false;
    }
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + text);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static Optional<String> pattern(String text) {
    try {
      return Optional.of(text).filter(given -> Pattern.compile(given).matcher("").groupCount() > 0);
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private static Source.Events events(Value value) {
    Section section = new Section(value, List.of("case", "time", "activity", "patterns"));
    return new Source.Events(
        section.required("case").flatMap(Value::filled).orElse(""),
        section.required("time").flatMap(Value::filled).orElse(""),
        section.text("activity"),
        FormReader.read(section));
  }

  private static Csv csv(Section section) {
    List<String> header = section.texts("header");
    if (header.stream().distinct().count() < header.size()) {
      section.value("header").ifPresent(value -> value.refuse("each name of a column once"));
    }
    char quote = character(section, "quote").orElse(Csv.DEFAULTS.quote());
    return new Csv(
        character(section, "delimiter").orElse(Csv.DEFAULTS.delimiter()),
        quote,
        character(section, "escape").orElse(quote),
        section
            .value("encoding")
            .flatMap(value -> value.as("an encoding such as UTF-8", SourceReader::charset))
            .orElse(Csv.DEFAULTS.encoding()),
        header);
  }

  private static Optional<Character> character(Section section, String key) {
    return section
        .value(key)
        .flatMap(
            value ->
                value.as(
                    "one character (a tab is \"\\t\" in double quotes)",
                    text -> text.length() == 1 ? Optional.of(text.charAt(0)) : Optional.empty()));
  }

  private static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Map<String, ColumnMapping> columns(Section section, String feed) {
    Map<String, ColumnMapping> columns = new LinkedHashMap<>();
    Optional<FeedShape> shape = Optional.ofNullable(feeds.get(feed));
    section
        .value("columns")
        .ifPresent(
            value ->
                value
                    .entries("a mapping of the feed's columns")
                    .forEach(
                        (name, column) ->
                            columns.put(name, new ColumnReader(shape).read(name, column))));
    return columns;
  }
}
