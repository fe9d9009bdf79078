package id.rapor.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_csv;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import id.rapor.settings.ColumnMapping;
import id.rapor.settings.Source;
import id.rapor.settings.ValueForm;
import id.rapor.table.CheckedLines;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.Provenance;
import id.rapor.table.RawLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Turns raw records into typed lines, each with all the rules that it breaks. */
final class Checking {
  private Checking() {}

  /**
   * The lines of files of one source and layout: the columns of {@link CheckedLines}, without
   * {@code source}, {@code file} and {@code run_id}, which the caller knows.
   */
  static Dataset<Row> check(
      Dataset<Row> raw, Source source, Feed feed, Layout layout, Delivery.Terms terms) {
    Dataset<Row> texts = raw.select(textColumns(source, feed, layout).toArray(Column[]::new));
    Dataset<Row> placed = Lookup.join(texts, feed, terms.known());
    Column zone =
        source
            .zone()
            .map(named -> lit(named.getId()))
            .orElseGet(
                () ->
                    coalesce(
                        RawLines.REGION_ZONE.col(),
                        RawLines.AGENCY_ZONE.col(),
                        lit(terms.fallback().getId())));
    Dataset<Row> typed =
        withValues(
                placed
                    .withColumn(RawLines.ZONE.name(), zone)
                    .withColumn(RawLines.NOW.name(), lit(terms.now())),
                source,
                feed)
            .select(typedColumns(feed).toArray(Column[]::new));
    return typed
        .withColumn(
            CheckedLines.RULES.name(), CheckedLines.RULES.is(broken(feed, Rule.Severity.REFUSE)))
        .withColumn(
            Provenance.WARNINGS.name(), Provenance.WARNINGS.is(broken(feed, Rule.Severity.WARN)))
        .drop(passing().map(Field::name).toArray(String[]::new))
        .drop(RawLines.WRONG_TYPES.name());
  }

  private static List<Column> textColumns(Source source, Feed feed, Layout layout) {
    List<Column> columns = new ArrayList<>(Mapping.texts(source, feed, layout));
    columns.add(Provenance.DELIVERY.is(RawLines.DELIVERY.col()));
    columns.add(Provenance.LINE.is(RawLines.LINE.col()));
    columns.add(CheckedLines.RAW_HASH.is(RawLines.MALFORMED_HASH.col()));
    Column line = source.events().isPresent() ? RawLines.RECORD.col() : line(layout);
    columns.add(CheckedLines.RAW.is(when(RawLines.MALFORMED_HASH.col().isNull(), line)));
    return columns;
  }

  /** The record as it was delivered, with hashes for identifiers. */
  static Column line(Layout layout) {
    if (layout.format() == Source.Format.JSON) {
      return RawLines.RECORD.col();
    }
    Map<String, String> options =
        Map.of(
            "delimiter", String.valueOf(layout.csv().delimiter()),
            "quote", String.valueOf(layout.csv().quote()),
            "escape", String.valueOf(layout.csv().escape()));
    return to_csv(
        struct(layout.columns().stream().map(Mapping::sourceColumn).toArray(Column[]::new)),
        options);
  }

  /** Each column's value beside its text, so that no value is worked out twice. */
  private static Dataset<Row> withValues(Dataset<Row> texts, Source source, Feed feed) {
    List<Column> columns = new ArrayList<>(List.of(functions.col("*")));
    for (Field field : feed.columns()) {
      ValueForm form = Mapping.of(source, field).map(ColumnMapping::form).orElse(ValueForm.PLAIN);
      columns.add(
          field.is(Typing.value(field, field.col(), form, RawLines.ZONE.col())).as(value(field)));
    }
    return texts.select(columns.toArray(Column[]::new));
  }

  private static String value(Field field) {
    return RawLines.VALUE_PREFIX + field.name();
  }

  private static List<Column> typedColumns(Feed feed) {
    List<Column> columns = new ArrayList<>();
    List<Column> wrong = new ArrayList<>();
    List<Column> hashed = new ArrayList<>();
    for (Field field : feed.columns()) {
      Column value = functions.col(value(field));
      columns.add(value.as(field.name()));
      hashed.add(value);
      if (!field.type().equals(Field.TEXT)) {
        wrong.add(when(field.col().isNotNull().and(value.isNull()), lit(field.name())));
      }
    }
    columns.add(RawLines.WRONG_TYPES.is(array_compact(array(wrong.toArray(Column[]::new)))));
    columns.add(Provenance.ROW_HASH.is(xxhash64(hashed.toArray(Column[]::new))));
    Stream.of(Provenance.DELIVERY, Provenance.LINE, CheckedLines.RAW, CheckedLines.RAW_HASH)
        .map(Field::col)
        .forEach(columns::add);
    passing().map(Field::col).forEach(columns::add);
    return columns;
  }

  private static Stream<Field> passing() {
    return Stream.of(
        RawLines.AGENCY_KNOWN,
        RawLines.AGENCY_WEEK,
        RawLines.AGENCY_DAYS,
        RawLines.AGENCY_FIRST_DAY,
        RawLines.REGION_KNOWN,
        RawLines.REGION_DAYS,
        RawLines.REGION_FIRST_DAY,
        RawLines.SERVICE_KNOWN,
        RawLines.ZONE,
        RawLines.NOW);
  }

  /** All rules of one severity that the line breaks; a malformed line breaks that one alone. */
  private static Column broken(Feed feed, Rule.Severity severity) {
    List<Column> checks = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      if (rule.against() == Clause.Against.LINE
          && rule.feeds().contains(feed)
          && rule.severity() == severity) {
        checks.add(when(rule.broken(feed), lit(rule.code())));
      }
    }
    Column found = array_compact(array(checks.toArray(Column[]::new)));
    if (severity == Rule.Severity.WARN) {
      return checks.isEmpty() ? array().cast(Field.TEXTS) : found;
    }
    Column wrongType =
        transform(
            RawLines.WRONG_TYPES.col(), name -> concat(lit(Rule.WRONG_TYPE.code() + ":"), name));
    Column all = array_union(array_union(missing(feed), wrongType), found);
    return when(CheckedLines.RAW_HASH.col().isNotNull(), array(lit(Rule.MALFORMED_LINE.code())))
        .otherwise(all);
  }

  private static Column missing(Feed feed) {
    Column[] checks =
        feed.columns().stream()
            .filter(Field::isRequired)
            .map(
                field ->
                    when(
                        field
                            .col()
                            .isNull()
                            .and(
                                functions
                                    .array_contains(RawLines.WRONG_TYPES.col(), field.name())
                                    .equalTo(false)),
                        lit(Rule.REQUIRED.code() + ":" + field.name())))
            .toArray(Column[]::new);
    return array_compact(array(checks));
  }
}
