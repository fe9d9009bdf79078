package id.rapor.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;

import id.rapor.settings.ColumnMapping;
import id.rapor.settings.Source;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Compiles a source's mapping into Columns: for each column of the feed, its text as delivered. */
final class Mapping {
  private Mapping() {}

  /**
   * How {@code field} comes about in {@code source}; a source without a mapping has the feed's own
   * names.
   */
  static Optional<ColumnMapping> of(Source source, Field field) {
    return source.columns().isEmpty()
        ? Optional.of(ColumnMapping.renamed(field.name()))
        : Optional.ofNullable(source.columns().get(field.name()));
  }

  /** For each column of {@code feed} its text; a column that the file lacks is empty. */
  static List<Column> texts(Source source, Feed feed, Layout layout) {
    List<Column> texts = new ArrayList<>();
    for (Field field : feed.columns()) {
      texts.add(
          of(source, field)
              .map(mapping -> text(mapping, source, layout))
              .orElse(lit(null))
              .cast(Field.TEXT)
              .as(field.name()));
    }
    return texts;
  }

  /** The names of all columns that a mapping can be made from. */
  static List<String> available(Source source, Layout layout) {
    return available(source, layout.columns());
  }

  /** The same, for a file of those columns. */
  static List<String> available(Source source, List<String> columns) {
    return Stream.of(
            columns,
            FileValues.names(source),
            source.events().isPresent() ? Histories.NAMES : List.<String>of())
        .flatMap(List::stream)
        .toList();
  }

  /** The source's column of that name, whatever signs are in the name. */
  static Column sourceColumn(String name) {
    return functions.col("`" + name.replace("`", "``") + "`");
  }

  /** What {@code mapping} makes of the columns of a file of {@code source}. */
  static Column text(ColumnMapping mapping, Source source, Layout layout) {
    return written(found(mapping, source, layout), mapping);
  }

  /** {@code text} in the letters and codes that {@code mapping} asks for. */
  static Column written(Column text, ColumnMapping mapping) {
    return coded(lettered(text, mapping), mapping);
  }

  private static Column found(ColumnMapping mapping, Source source, Layout layout) {
    if (mapping.constant().isPresent()) {
      return lit(mapping.constant().get());
    }
    if (mapping.expression().isPresent()) {
      return expr(mapping.expression().get());
    }
    Column[] present =
        mapping.from().stream()
            .filter(available(source, layout)::contains)
            .map(Mapping::sourceColumn)
            .toArray(Column[]::new);
    return present.length == 0 ? lit(null) : coalesce(present);
  }

  private static Column lettered(Column text, ColumnMapping mapping) {
    return switch (mapping.form().letters()) {
      case AS_DELIVERED -> text;
      case UPPER -> functions.upper(text.cast(Field.TEXT));
      case LOWER -> functions.lower(text.cast(Field.TEXT));
    };
  }

  private static Column coded(Column text, ColumnMapping mapping) {
    if (mapping.codes().isEmpty() && mapping.otherwise().isEmpty()) {
      return text;
    }
    Column unknown = mapping.otherwise().map(functions::lit).orElse(text.cast(Field.TEXT));
    if (mapping.codes().isEmpty()) {
      return functions.when(text.isNotNull(), unknown);
    }
    Column[] pairs =
        mapping.codes().entrySet().stream()
            .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
            .flatMap(code -> Stream.of(lit(code.getKey()), lit(code.getValue())))
            .toArray(Column[]::new);
    Column known = element_at(map(pairs), functions.trim(text.cast(Field.TEXT)));
    return functions.when(text.isNotNull(), coalesce(known, unknown));
  }
}
