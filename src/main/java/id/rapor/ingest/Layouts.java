package id.rapor.ingest;

import id.rapor.settings.Problems;
import id.rapor.settings.Source;
import id.rapor.table.Feeds;
import id.rapor.table.Field;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import scala.jdk.javaapi.CollectionConverters;

/** Finds out how each file is laid out, and whether it has what its source's mapping asks for. */
final class Layouts {
  /** What any feed calls a person by: such a value is hashed as it is read, whatever its feed. */
  static final Set<String> IDENTIFIERS =
      Feeds.ALL.stream()
          .flatMap(feed -> feed.columns().stream())
          .filter(Field::isIdentifier)
          .map(Field::name)
          .collect(Collectors.toCollection(TreeSet::new));

  private Layouts() {}

  /**
   * The layout of each of {@code arrivals}; problems are told of each file, all at once. A file
   * that lacks a required column is broken where others of its source have it, and its identifiers
   * may stand under any name, so that not a line of it is kept; where none has it, the source is
   * not described as its files are.
   *
   * @param met whether files of a source were as it says before
   * @param unreadable hears of files that have no layout as they are broken
   */
  static Map<Arrival, Layout> of(
      List<Arrival> arrivals, Predicate<Source> met, Problems problems, Unreadable unreadable) {
    Map<Arrival, Layout> layouts = new LinkedHashMap<>();
    Map<Arrival, String> lacking = new LinkedHashMap<>();
    for (Arrival arrival : arrivals) {
      of(arrival, problems, unreadable, lacking).ifPresent(layout -> layouts.put(arrival, layout));
    }
    lacking.forEach(
        (arrival, lack) -> {
          if (met.test(arrival.source()) || isOfAny(arrival.source(), layouts.keySet())) {
            unreadable.add(arrival, lack);
          } else {
            problems.add(arrival.file() + ": " + lack);
          }
        });
    MissingColumns.ofMappings(layouts, problems, unreadable);
    return layouts;
  }

  private static boolean isOfAny(Source source, Set<Arrival> arrivals) {
    return arrivals.stream().anyMatch(arrival -> arrival.source().equals(source));
  }

  private static Optional<Layout> of(
      Arrival arrival, Problems problems, Unreadable unreadable, Map<Arrival, String> lacking) {
    FileValues.check(arrival, problems);
    boolean bearsNames =
        switch (format(arrival)) {
          case CSV, PARQUET -> true;
          case JSON, XES -> false;
        };
    List<String> columns = List.of();
    try {
      if (arrival.bytes() == 0) {
        throw new IOException("the file is empty, expected a header line or records");
      }
      if (bearsNames) {
        columns = columns(arrival);
      }
    } catch (IOException | RuntimeException e) {
      unreadable.add(arrival, Reasons.of(e));
      return Optional.empty();
    }
    Optional<String> lack = bearsNames ? MissingColumns.of(arrival, columns) : Optional.empty();
    if (lack.isPresent()) {
      lacking.put(arrival, lack.get());
      return Optional.empty();
    }
    return Optional.of(
        layout(
            arrival,
            format(arrival) == Source.Format.CSV ? columns : List.copyOf(askedColumns(arrival))));
  }

  /** The names of the columns of a file that bears them, or of which the source tells them. */
  private static List<String> columns(Arrival arrival) throws IOException {
    if (format(arrival) == Source.Format.PARQUET) {
      return parquetColumns(arrival);
    }
    List<String> named = arrival.source().csv().header();
    List<String> columns = named.isEmpty() ? header(arrival) : named;
    if (columns.isEmpty()) {
      throw new IOException("it has no line, expected a header line");
    }
    return columns;
  }

  private static Source.Format format(Arrival arrival) {
    String name = FileText.plainName(arrival.file()).toLowerCase(Locale.ROOT);
    return arrival
        .source()
        .format()
        .orElseGet(
            () ->
                switch (name.substring(name.lastIndexOf('.') + 1)) {
                  case "json", "jsonl", "ndjson" -> Source.Format.JSON;
                  case "xes" -> Source.Format.XES;
                  case "parquet" -> Source.Format.PARQUET;
                  default -> Source.Format.CSV;
                });
  }

  private static Layout layout(Arrival arrival, List<String> columns) {
    Source source = arrival.source();
    Stream<String> mapped =
        arrival.feed().columns().stream()
            .filter(Field::isIdentifier)
            .flatMap(field -> Mapping.of(source, field).stream())
            .flatMap(mapping -> mapping.from().stream());
    List<Integer> identifiers =
        Stream.concat(mapped, IDENTIFIERS.stream())
            .flatMap(name -> places(columns, name))
            .distinct()
            .toList();
    return new Layout(
        format(arrival),
        columns,
        identifiers,
        Layout.CsvForm.of(source.csv()),
        source.records().orElse(""));
  }

  /** Where {@code name} stands, in whatever case, and once more where the header repeats it. */
  private static Stream<Integer> places(List<String> columns, String name) {
    return IntStream.range(0, columns.size())
        .filter(
            place ->
                columns.get(place).equalsIgnoreCase(name)
                    || columns.get(place).equalsIgnoreCase(name + "_" + (place + 1)))
        .boxed();
  }

  /**
   * Names as in the header; one that is empty or there before, in whatever case, gets its place
   * added.
   */
  private static List<String> header(Arrival arrival) throws IOException {
    Layout.CsvForm csv = Layout.CsvForm.of(arrival.source().csv());
    try (Reader text = FileText.open(arrival.path(), csv.encoding())) {
      List<String> names = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      for (String name : CsvRecords.header(text, csv)) {
        String known = name == null ? "" : name;
        boolean free = !known.isEmpty() && seen.add(known.toLowerCase(Locale.ROOT));
        names.add(free ? known : known + "_" + (names.size() + 1));
      }
      return names;
    }
  }

  private static List<String> parquetColumns(Arrival arrival) throws IOException {
    if (!FileText.plainName(arrival.file()).equals(arrival.file())) {
      throw new IOException("Parquet is packed inside; deliver it without .gz or .zst");
    }
    return ParquetNodes.columns(arrival.path());
  }

  /**
   * The columns that the mapping asks for, of records that have names of their own, and those that
   * would name a person.
   */
  private static Set<String> askedColumns(Arrival arrival) {
    Set<String> columns = new LinkedHashSet<>();
    for (Field field : arrival.feed().columns()) {
      Mapping.of(arrival.source(), field)
          .ifPresent(
              mapping -> {
                columns.addAll(mapping.from());
                mapping.expression().ifPresent(sql -> columns.addAll(namesIn(sql)));
              });
    }
    arrival
        .source()
        .events()
        .ifPresent(
            events -> {
              columns.add(events.of());
              columns.add(events.time());
              events.activity().ifPresent(columns::add);
            });
    IDENTIFIERS.stream()
        .filter(name -> columns.stream().noneMatch(name::equalsIgnoreCase))
        .forEach(columns::add);
    columns.removeAll(Mapping.available(arrival.source(), List.of()));
    return columns;
  }

  /** The source columns that a Spark SQL expression reads. */
  static List<String> namesIn(String sql) {
    Expression parsed = new CatalystSqlParser().parseExpression(sql);
    return CollectionConverters.asJava(parsed.collectLeaves()).stream()
        .filter(UnresolvedAttribute.class::isInstance)
        .map(
            leaf ->
                String.join(
                    ".", CollectionConverters.asJava(((UnresolvedAttribute) leaf).nameParts())))
        .toList();
  }
}
