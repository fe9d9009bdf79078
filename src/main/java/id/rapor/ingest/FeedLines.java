package id.rapor.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;

import id.rapor.settings.Source;
import id.rapor.settings.UserError;
import id.rapor.table.CheckedLines;
import id.rapor.table.Feed;
import id.rapor.table.Files;
import id.rapor.table.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The lines of all files of one feed, whatever their sources and layouts, checked. */
final class FeedLines {
  private FeedLines() {}

  /**
   * The lines of the files of {@code feed}.
   *
   * @param unread files that cannot be read: one refused line each
   */
  static Dataset<Row> of(
      SparkSession spark,
      Feed feed,
      Map<Arrival, Layout> files,
      List<Arrival> unread,
      Delivery.Terms terms) {
    Dataset<Row> all = unread.isEmpty() && !files.isEmpty() ? null : refused(spark, feed, unread);
    for (Map.Entry<Source, Map<Arrival, Layout>> source : bySource(files).entrySet()) {
      for (Map.Entry<Layout, List<Arrival>> group :
          Reading.byLayout(source.getValue()).entrySet()) {
        Dataset<Row> read =
            FileValues.add(
                spark,
                Reading.read(spark, group.getKey(), group.getValue(), terms.key()),
                source.getKey(),
                group.getValue());
        Dataset<Row> lines = checked(read, source.getKey(), feed, group.getKey(), terms);
        all = all == null ? lines : all.unionByName(lines);
      }
    }
    return all;
  }

  /** The columns of {@link Checking#check}, of files as wholes. */
  private static Dataset<Row> refused(SparkSession spark, Feed feed, List<Arrival> unread) {
    List<Column> columns = new ArrayList<>();
    feed.columns().forEach(field -> columns.add(field.missing()));
    columns.add(Provenance.ROW_HASH.missing());
    columns.add(Provenance.DELIVERY.col());
    columns.add(Provenance.LINE.is(lit(1)));
    columns.add(CheckedLines.RAW_HASH.is(Files.CONTENT_HASH.col()));
    columns.add(CheckedLines.RULES.is(array(lit(Rule.UNREADABLE_FILE.code()))));
    columns.add(Provenance.WARNINGS.is(array()));
    columns.add(CheckedLines.RAW.missing());
    return FileRows.contents(spark, unread).select(columns.toArray(Column[]::new));
  }

  private static Dataset<Row> checked(
      Dataset<Row> read, Source source, Feed feed, Layout layout, Delivery.Terms terms) {
    try {
      Dataset<Row> raw =
          source.events().isPresent() ? Histories.unfold(read, source, feed, layout) : read;
      return Checking.check(raw, source, feed, layout, terms);
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        throw new UserError(
            "Cannot apply the mapping of source "
                + source.name()
                + ": "
                + e.getMessage()
                + "; mend its expressions.",
            e);
      }
      throw e;
    }
  }

  private static Map<Source, Map<Arrival, Layout>> bySource(Map<Arrival, Layout> files) {
    Map<Source, Map<Arrival, Layout>> sources = new LinkedHashMap<>();
    files.forEach(
        (file, layout) ->
            sources.computeIfAbsent(file.source(), any -> new LinkedHashMap<>()).put(file, layout));
    return sources;
  }
}
