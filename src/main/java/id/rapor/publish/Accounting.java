package id.rapor.publish;

import id.rapor.table.Field;
import id.rapor.table.Files;
import id.rapor.table.Provenance;
import id.rapor.table.Quarantine;
import id.rapor.text.Language;
import id.rapor.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Where every line of every file went: lines = accepted + superseded + refused.
 *
 * @param feeds one entry for each feed
 * @param sources one entry for each source and feed, by name
 * @param all the sums
 * @param more a sentence about sources that are not listed; empty if all are
 */
record Accounting(List<Line> feeds, List<Line> sources, Line all, String more) {
  private static final int LISTED = 500;
  private static final int SOURCE = 0;
  private static final int FEED = 1;
  private static final int FIRST_COUNT = 2;
  private static final int COUNTS = 5;

  Accounting {
    feeds = List.copyOf(feeds);
    sources = List.copyOf(sources);
  }

  /**
   * The lines of one source and feed, of one feed, or all.
   *
   * @param balance whether they add up, in words
   */
  record Line(
      String source,
      String feed,
      String files,
      String lines,
      String accepted,
      String superseded,
      String refused,
      String balance) {}

  /** The counts of each source and feed, by name. */
  static List<Row> counted(Contents contents) {
    Dataset<Row> counted =
        Files.TABLE
            .complete(contents.files())
            .groupBy(Provenance.SOURCE.col(), Quarantine.FEED.col())
            .agg(
                functions.count(functions.lit(1)),
                sum(Files.LINES),
                sum(Files.ACCEPTED),
                sum(Files.SUPERSEDED),
                sum(Files.REFUSED))
            .orderBy(Provenance.SOURCE.col(), Quarantine.FEED.col());
    return Cells.collect(counted, "sources");
  }

  static Accounting of(Facts facts) {
    Labels labels = facts.labels();
    List<Line> sources = new ArrayList<>();
    Map<String, long[]> feeds = new TreeMap<>();
    long[] all = new long[COUNTS];
    for (Row row : facts.collected().sources()) {
      long[] counts = new long[COUNTS];
      Arrays.setAll(counts, at -> row.getLong(FIRST_COUNT + at));
      String feed = Optional.ofNullable(row.getString(FEED)).orElse("");
      add(counts, all);
      add(counts, feeds.computeIfAbsent(feed, one -> new long[COUNTS]));
      sources.add(line(row.getString(SOURCE), feed, counts, labels));
    }
    return new Accounting(
        feeds.entrySet().stream()
            .map(one -> line("", labels.word("feed", one.getKey()), one.getValue(), labels))
            .toList(),
        sources.stream().limit(LISTED).toList(),
        line(labels.text("all_sources"), labels.text("all_feeds"), all, labels),
        sources.size() > LISTED
            ? labels.text(
                "sources_more",
                Numbers.whole(LISTED, labels.language()),
                Numbers.whole(sources.size(), labels.language()))
            : "");
  }

  private static void add(long[] counts, long[] sums) {
    Arrays.setAll(sums, at -> sums[at] + counts[at]);
  }

  private static Line line(String source, String feed, long[] counts, Labels labels) {
    Language language = labels.language();
    boolean adds = counts[1] == counts[2] + counts[3] + counts[4];
    return new Line(
        source,
        feed,
        Numbers.whole(counts[0], language),
        Numbers.whole(counts[1], language),
        Numbers.whole(counts[2], language),
        Numbers.whole(counts[3], language),
        Numbers.whole(counts[4], language),
        labels.text(adds ? "balance_holds" : "balance_broken"));
  }

  private static Column sum(Field field) {
    return functions.coalesce(functions.sum(field.col()), functions.lit(0L));
  }
}
