package id.rapor.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;

import id.rapor.settings.Source;
import id.rapor.settings.UserError;
import id.rapor.table.CheckedLines;
import id.rapor.table.Feed;
import id.rapor.table.Files;
import id.rapor.table.Provenance;
import id.rapor.table.Steps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * @param earlier files of which no line is wanted, that tell how the cases of events began
   */
  static Dataset<Row> of(
      SparkSession spark,
      Feed feed,
      Map<Arrival, Layout> files,
      List<Arrival> unread,
      Map<Arrival, Layout> earlier,
      Delivery.Terms terms) {
    Dataset<Row> all = unread.isEmpty() && !files.isEmpty() ? null : refused(spark, feed, unread);
    for (Map.Entry<Source, Map<Arrival, Layout>> source : bySource(files).entrySet()) {
      for (Map.Entry<Layout, List<Arrival>> group :
          Reading.byLayout(source.getValue()).entrySet()) {
        List<Arrival> before = alike(earlier, source.getKey(), group.getKey());
        Dataset<Row> lines =
            new Alike(source.getKey(), group.getKey(), group.getValue(), before)
                .checked(spark, feed, terms);
        all = all == null ? lines : all.unionByName(lines);
      }
    }
    return all;
  }

  private static List<Arrival> alike(Map<Arrival, Layout> files, Source source, Layout layout) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().source().equals(source) && file.getValue().equals(layout))
        .map(Map.Entry::getKey)
        .toList();
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

  /** Files of one source and layout, and those of them that were taken in earlier. */
  private record Alike(Source source, Layout layout, List<Arrival> files, List<Arrival> earlier) {
    Dataset<Row> checked(SparkSession spark, Feed feed, Delivery.Terms terms) {
      try {
        Dataset<Row> raw = read(spark, files, terms);
        if (source.events().isEmpty()) {
          return Checking.check(raw, source, feed, layout, terms);
        }
        Optional<Dataset<Row>> before =
            earlier.isEmpty() ? Optional.empty() : Optional.of(read(spark, earlier, terms));
        Dataset<Row> events = Histories.unfold(raw, before, source, feed, layout);
        Dataset<Row> lines = Checking.check(events, source, feed, layout, terms);
        return earlier.isEmpty() ? lines : anew(lines, feed);
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

    /** Each event is a step of its own; of anything else it is one more version. */
    private Dataset<Row> anew(Dataset<Row> lines, Feed feed) {
      List<Long> deliveries = files.stream().map(Arrival::delivery).toList();
      return feed.equals(Steps.FEED)
          ? lines.where(Provenance.DELIVERY.col().isin(deliveries.toArray()))
          : Retold.lines(lines, feed, deliveries);
    }

    private Dataset<Row> read(SparkSession spark, List<Arrival> some, Delivery.Terms terms) {
      return FileValues.add(spark, Reading.read(spark, layout, some, terms.key()), source, some);
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
