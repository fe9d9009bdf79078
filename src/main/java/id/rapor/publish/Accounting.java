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
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Where every line of every file went, by source: lines = accepted + superseded + refused.
 *
 * @param sources one entry for each source and feed, by name
 * @param all the sums
 */
record Accounting(List<Line> sources, Line all) {
  private static final int SOURCE = 0;
  private static final int FEED = 1;
  private static final int FIRST_COUNT = 2;

  Accounting {
    sources = List.copyOf(sources);
  }

  /**
   * The lines of one source.
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
    long[] all = new long[5];
    for (Row row : facts.collected().sources()) {
      long[] counts = new long[all.length];
      Arrays.setAll(counts, at -> row.getLong(FIRST_COUNT + at));
      Arrays.setAll(all, at -> all[at] + counts[at]);
      String feed = Optional.ofNullable(row.getString(FEED)).orElse("");
      sources.add(line(row.getString(SOURCE), feed, counts, labels));
    }
    return new Accounting(sources, line(labels.text("all_sources"), "", all, labels));
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
