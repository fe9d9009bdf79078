package id.rapor.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import id.rapor.settings.Problems;
import id.rapor.settings.Source;
import id.rapor.settings.UserError;
import id.rapor.table.CheckedLines;
import id.rapor.table.Feed;
import id.rapor.table.Feeds;
import id.rapor.table.Files;
import id.rapor.table.Provenance;
import id.rapor.table.Quarantine;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Files to take in, by feed, with how each is laid out: all that are new since the last run, or
 * those of which lines in quarantine are to be taken in again.
 */
public final class Delivery {
  private final Map<Feed, Map<Arrival, Layout>> byFeed;
  private final Optional<Recall> recall;
  private final List<String> unmet;

  private Delivery(List<Arrival> arrivals, Optional<Recall> recall, List<String> unmet) {
    this.byFeed = byFeed(arrivals);
    this.recall = recall;
    this.unmet = unmet;
  }

  /**
   * What the reference knows of agencies, regions and services; what is absent is not checked.
   *
   * @param agencies {@link id.rapor.table.OpenDays#OF_AGENCY}
   * @param regions {@link id.rapor.table.OpenDays#OF_REGION}
   * @param services service_id
   */
  public record Known(
      Optional<Dataset<Row>> agencies,
      Optional<Dataset<Row>> regions,
      Optional<Dataset<Row>> services) {}

  /**
   * What every feed of a delivery is read with.
   *
   * @param fallback zone of a wall-clock time where neither source, region nor agency has one
   * @param key with which identifiers are hashed
   * @param now when the run began: what lies after it is marked as future. It is the wall clock,
   *     not the as-of, which may be set back to look at the past; so another run marks otherwise
   *     only what lay in the future of one of them.
   */
  public record Terms(Known known, ZoneId fallback, IdentityKey key, String runId, Instant now) {}

  /**
   * Looks through the input for files that {@code taken} does not list.
   *
   * @param taken the table {@link Files}, if it exists
   * @throws id.rapor.settings.UserError that tells of every file which cannot be read or lacks a
   *     column, or if no source has a file
   */
  public static Delivery find(List<Source> sources, Path input, Optional<Dataset<Row>> taken) {
    Set<String> known = new HashSet<>();
    long last = 0;
    for (Row file :
        taken
            .map(
                files ->
                    files
                        .select(
                            Provenance.SOURCE.col(),
                            Files.CONTENT_HASH.col(),
                            Provenance.DELIVERY.col())
                        .collectAsList())
            .orElse(List.of())) {
      known.add(file.getString(0) + file.getString(1));
      last = Math.max(last, file.getLong(2));
    }
    Problems unmet = new Problems();
    List<Arrival> arrivals = Inbox.arrivals(sources, input, known, last, unmet);
    return new Delivery(arrivals, Optional.empty(), unmet.all());
  }

  /**
   * Looks through the input for files that were taken in before and have lines in quarantine. They
   * are read again from their first byte: what quarantine keeps of a line has no header, its
   * identifiers are hashed already, and of a line that could not be parsed it keeps nothing. A file
   * is known by its content, whatever its name is now.
   *
   * @param refusing rows of {@link Files}: source, content_hash, delivery, file, lines, refused
   * @param quarantine the table {@link Quarantine}
   */
  public static Delivery again(
      List<Source> sources, Path input, List<Row> refusing, Dataset<Row> quarantine) {
    Map<String, Row> known = new HashMap<>();
    refusing.forEach(file -> known.put(file.getString(0) + file.getString(1), file));
    List<Arrival> arrivals =
        Inbox.files(sources, input, new Problems()).stream()
            .filter(file -> known.containsKey(file.identity()))
            .map(
                file -> {
                  Row taken = known.get(file.identity());
                  return file.as(taken.getLong(2), taken.getString(3));
                })
            .toList();
    return new Delivery(arrivals, Optional.of(Recall.of(refusing, quarantine)), List.of());
  }

  private static Map<Feed, Map<Arrival, Layout>> byFeed(List<Arrival> arrivals) {
    Problems problems = new Problems();
    Map<Arrival, Layout> layouts = Layouts.of(arrivals, problems);
    problems.throwIfAny("read the input");
    Map<Feed, Map<Arrival, Layout>> byFeed = new LinkedHashMap<>();
    for (Feed feed : Feeds.ALL) {
      layouts.forEach(
          (arrival, layout) -> {
            if (arrival.feed().equals(feed)) {
              byFeed.computeIfAbsent(feed, any -> new LinkedHashMap<>()).put(arrival, layout);
            }
          });
    }
    return byFeed;
  }

  /** The sources that have no file at all, a sentence each. */
  public List<String> unmet() {
    return unmet;
  }

  /** The feeds that something new came for. */
  public List<Feed> feeds() {
    return List.copyOf(byFeed.keySet());
  }

  /** Every new file by its ordinal, source, name and content, in the order of delivery. */
  public List<String> contents() {
    return byFeed.values().stream()
        .flatMap(files -> files.keySet().stream())
        .sorted(Comparator.comparingLong(Arrival::delivery))
        .flatMap(
            file ->
                Stream.of(
                    String.valueOf(file.delivery()),
                    file.source().name(),
                    file.file(),
                    file.contentHash()))
        .toList();
  }

  /** How many files are new. */
  public int files() {
    return byFeed.values().stream().mapToInt(Map::size).sum();
  }

  /**
   * Reads all files of {@code feed} and decides what becomes of every line, or of every line in
   * quarantine.
   *
   * @param held the feed's table as it stands, if it exists
   * @throws UserError if a mapping cannot be applied, as a whole or to a value
   */
  public Intake read(SparkSession spark, Feed feed, Terms terms, Optional<Dataset<Row>> held) {
    try {
      return decided(spark, feed, terms, held);
    } catch (Exception e) {
      UserError fault = ExpressionFaults.find(e, feed).orElse(null);
      if (fault != null) {
        throw fault;
      }
      throw e;
    }
  }

  private Intake decided(SparkSession spark, Feed feed, Terms terms, Optional<Dataset<Row>> held) {
    Map<Arrival, Layout> files = byFeed.get(feed);
    Dataset<Row> lines = lines(spark, feed, files, terms).persist(StorageLevel.MEMORY_AND_DISK());
    Versions versions = new Versions(feed);
    Dataset<Row> keyed = versions.keyed(lines);
    Dataset<Row> asked =
        recall.map(quarantine -> quarantine.from(keyed, files.keySet())).orElse(keyed);
    Dataset<Row> decided = versions.decide(asked, held);
    // Cut off from the tables: what is kept in memory is worked out anew once they are written.
    Dataset<Row> counts = Tally.of(decided, feed, terms).localCheckpoint();
    Counted counted = new Counted(feed, counts, FileRows.profiled(spark, files, terms.runId()));
    List<Account> accounts = Account.all(counted, files.keySet());
    Dataset<Row> sourced =
        decided
            .join(broadcast(FileRows.names(spark, files.keySet())), Provenance.DELIVERY.name())
            .withColumn(Provenance.RUN_ID.name(), lit(terms.runId()));
    Dataset<Row> accepted =
        CheckedLines.accepted(feed).shape(sourced.where(CheckedLines.ACCEPTED.col().equalTo(1)));
    Dataset<Row> refused =
        Quarantine.TABLE.shape(
            sourced
                .where(size(CheckedLines.RULES.col()).gt(0))
                .withColumn(CheckedLines.RULES.name(), everyRule())
                .withColumn(Quarantine.FEED.name(), lit(feed.name())));
    return new Intake(
        feed,
        accepted,
        refused,
        counted,
        accounts,
        () -> {
          versions.close();
          lines.unpersist();
        });
  }

  /** What refused the line, then what would only have marked it; of a malformed one, its form. */
  private static Column everyRule() {
    return when(
            CheckedLines.RAW_HASH.col().isNull(),
            concat(CheckedLines.RULES.col(), Provenance.WARNINGS.col()))
        .otherwise(CheckedLines.RULES.col());
  }

  private static Dataset<Row> lines(
      SparkSession spark, Feed feed, Map<Arrival, Layout> files, Terms terms) {
    Dataset<Row> all = null;
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

  private static Dataset<Row> checked(
      Dataset<Row> read, Source source, Feed feed, Layout layout, Terms terms) {
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
