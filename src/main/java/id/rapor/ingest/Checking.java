package id.rapor.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_csv;
import static org.apache.spark.sql.functions.when;

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
  private static final String SEPARATOR = ",";

  private Checking() {}

  /**
   * The lines of files of one source and layout: the columns of {@link CheckedLines}, without
   * {@code source}, {@code file} and {@code run_id}, which the caller knows.
   */
  static Dataset<Row> check(
      Dataset<Row> raw, Source source, Feed feed, Layout layout, Delivery.Terms terms) {
    Dataset<Row> texts = raw.select(textColumns(source, feed, layout).toArray(Column[]::new));
    return Lookup.join(texts, feed, terms.known())
        .select(typedColumns(source, feed, terms).toArray(Column[]::new))
        .select(checkedColumns(source, feed, layout).toArray(Column[]::new));
  }

  private static List<Column> textColumns(Source source, Feed feed, Layout layout) {
    List<Column> columns = new ArrayList<>(Mapping.texts(source, feed, layout));
    columns.add(Provenance.DELIVERY.is(RawLines.DELIVERY.col()));
    columns.add(Provenance.LINE.is(RawLines.LINE.col()));
    columns.add(CheckedLines.RAW_HASH.is(RawLines.MALFORMED_HASH.col()));
    columns.add(
        (holdsRecord(source, layout) ? RawLines.RECORD.col() : cells(layout)).as(RawLines.CELLS));
    return columns;
  }

  private static boolean holdsRecord(Source source, Layout layout) {
    return source.events().isPresent() || layout.isNamed();
  }

  private static Column cells(Layout layout) {
    return struct(layout.columns().stream().map(Mapping::sourceColumn).toArray(Column[]::new));
  }

  /** The record as it was delivered, with hashes for identifiers. */
  private static Column asDelivered(Source source, Layout layout) {
    Column cells = functions.col(RawLines.CELLS);
    return holdsRecord(source, layout) ? cells : line(cells, layout);
  }

  /** The record as it was delivered, with hashes for identifiers, from its columns. */
  static Column line(Layout layout) {
    return layout.isNamed() ? RawLines.RECORD.col() : line(cells(layout), layout);
  }

  private static Column line(Column cells, Layout layout) {
    Map<String, String> options =
        Map.of(
            "delimiter", String.valueOf(layout.csv().delimiter()),
            "quote", String.valueOf(layout.csv().quote()),
            "escape", String.valueOf(layout.csv().escape()));
    return to_csv(cells, options);
  }

  /**
   * The typed values and what is wrong with them. A value stands here three times as an expression;
   * Spark works it out once.
   */
  private static List<Column> typedColumns(Source source, Feed feed, Delivery.Terms terms) {
    Column zone = zone(source, terms);
    List<Column> columns = new ArrayList<>();
    List<Column> missing = new ArrayList<>();
    List<Column> wrong = new ArrayList<>();
    List<Column> hashed = new ArrayList<>();
    for (Field field : feed.columns()) {
      ValueForm form = Mapping.of(source, field).map(ColumnMapping::form).orElse(ValueForm.PLAIN);
      Column value = field.is(Typing.value(field, field.col(), form, zone));
      columns.add(value);
      hashed.add(value);
      if (field.isRequired()) {
        missing.add(when(field.col().isNull(), lit(Rule.REQUIRED.code() + ":" + field.name())));
      }
      if (!field.type().equals(Field.TEXT)) {
        wrong.add(
            when(
                field.col().isNotNull().and(value.isNull()),
                lit(Rule.WRONG_TYPE.code() + ":" + field.name())));
      }
    }
    missing.addAll(wrong);
    columns.add(RawLines.FAULTS.is(codes(missing)));
    columns.add(Provenance.ROW_HASH.is(Provenance.rowHash(hashed)));
    columns.add(RawLines.ZONE.is(zone));
    columns.add(RawLines.NOW.is(lit(terms.now())));
    columns.add(functions.col(RawLines.CELLS));
    passing().map(Field::col).forEach(columns::add);
    return columns;
  }

  /** The zone of the line's wall-clock times, and of the days that they fall on. */
  private static Column zone(Source source, Delivery.Terms terms) {
    return coalesce(
        RawLines.REGION_ZONE.col(),
        RawLines.AGENCY_ZONE.col(),
        lit(source.zone().orElse(terms.fallback()).getId()));
  }

  private static List<Column> checkedColumns(Source source, Feed feed, Layout layout) {
    Column refused = refusing(feed);
    List<Column> columns = new ArrayList<>();
    feed.columns().forEach(field -> columns.add(field.col()));
    Stream.of(Provenance.ROW_HASH, Provenance.DELIVERY, Provenance.LINE, CheckedLines.RAW_HASH)
        .map(Field::col)
        .forEach(columns::add);
    columns.add(CheckedLines.RULES.is(listed(refused)));
    columns.add(Provenance.WARNINGS.is(listed(codes(broken(feed, Rule.Severity.WARN)))));
    columns.add(
        CheckedLines.RAW.is(
            when(
                refused.notEqual("").and(CheckedLines.RAW_HASH.col().isNull()),
                asDelivered(source, layout))));
    return columns;
  }

  private static Stream<Field> passing() {
    return Stream.of(
        Provenance.DELIVERY,
        Provenance.LINE,
        CheckedLines.RAW_HASH,
        RawLines.AGENCY_KNOWN,
        RawLines.AGENCY_WEEK,
        RawLines.AGENCY_DAYS,
        RawLines.AGENCY_FIRST_DAY,
        RawLines.REGION_KNOWN,
        RawLines.REGION_DAYS,
        RawLines.REGION_FIRST_DAY,
        RawLines.SERVICE_KNOWN);
  }

  /** The codes of what refuses the line; a malformed line breaks that one rule alone. */
  private static Column refusing(Feed feed) {
    List<Column> checks = new ArrayList<>();
    checks.add(when(RawLines.FAULTS.col().notEqual(""), RawLines.FAULTS.col()));
    checks.addAll(broken(feed, Rule.Severity.REFUSE));
    return when(CheckedLines.RAW_HASH.col().isNotNull(), lit(Rule.MALFORMED_LINE.code()))
        .otherwise(codes(checks));
  }

  /** The codes of all rules of one severity, each where the line breaks it. */
  private static List<Column> broken(Feed feed, Rule.Severity severity) {
    return Stream.of(Rule.values())
        .filter(rule -> rule.against() == Clause.Against.LINE)
        .filter(rule -> rule.feeds().contains(feed))
        .filter(rule -> rule.severity() == severity)
        .map(rule -> when(rule.broken(feed), lit(rule.code())))
        .toList();
  }

  /**
   * The codes that are not null, joined. Text, as of a hundred lines hardly one breaks a rule: an
   * array would be built for each.
   */
  private static Column codes(List<Column> codes) {
    return concat_ws(SEPARATOR, codes.toArray(Column[]::new));
  }

  private static Column listed(Column codes) {
    return when(codes.equalTo(""), array().cast(Field.TEXTS)).otherwise(split(codes, SEPARATOR));
  }
}
