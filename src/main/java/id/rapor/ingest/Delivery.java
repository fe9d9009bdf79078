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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Files to take in, by feed, with how each is laid out: all that are new since the last run, or
 * those of which lines in quarantine are to be taken in again. Of a file that cannot be read to its
 * end nothing is taken in: if it is new it counts as one refused line, else all stays as it is.
 */
public final class Delivery {
  private final List<Arrival> arrivals;
  private final Map<Arrival, Layout> layouts;
  private final Map<Arrival, Layout> earlier;
  private final Unreadable unreadable = new Unreadable();
  private final Optional<Recall> recall;
  private final List<String> unmet;

  private Delivery(
      List<Arrival> arrivals,
      List<Arrival> files,
      TakenFiles taken,
      Optional<Recall> recall,
      List<String> unmet) {
    Problems problems = new Problems();
    this.layouts = Layouts.of(arrivals, taken::haveMet, problems, unreadable);
    if (!problems.isEmpty()) {
      unreadable.told().forEach(problems::add);
    }
    problems.throwIfAny("read the input");
    this.arrivals = recall.isEmpty() ? arrivals : List.copyOf(layouts.keySet());
    this.earlier =
        Layouts.of(
            taken.earlier(files, arrivals), source -> true, new Problems(), new Unreadable());
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
   * @throws id.rapor.settings.UserError that tells of every file which lacks a column, where no
   *     file of its source has it, or if no source has a file
   */
  public static Delivery find(List<Source> sources, Path input, Optional<Dataset<Row>> taken) {
    Problems unmet = new Problems();
    List<Arrival> files = Inbox.files(sources, input, unmet);
    if (files.isEmpty()) {
      unmet.throwIfAny("read the input");
    }
    TakenFiles known = TakenFiles.of(taken);
    return new Delivery(known.anew(files), files, known, Optional.empty(), unmet.all());
  }

  /**
   * Looks through the input for files that were taken in before and have lines in quarantine. They
   * are read again from their first byte: what quarantine keeps of a line has no header, its
   * identifiers are hashed already, and of a line that could not be parsed it keeps nothing.
   *
   * @param quarantine the table {@link Quarantine}
   */
  public static Delivery again(
      List<Source> sources, Path input, TakenFiles taken, Dataset<Row> quarantine) {
    List<Arrival> files = Inbox.files(sources, input, new Problems());
    Recall recall = Recall.of(taken.refusing(), quarantine);
    return new Delivery(taken.refusing(files), files, taken, Optional.of(recall), List.of());
  }

  /** The sources that have no file at all, a sentence each. */
  public List<String> unmet() {
    return unmet;
  }

  /** The files found so far that cannot be read, each with the reason and what to do. */
  public List<String> unreadable() {
    return unreadable.told();
  }

  /** The ordinals of {@link #unreadable}. */
  public Set<Long> unreadableDeliveries() {
    return unreadable.deliveries();
  }

  /** The feeds that something new came for. */
  public List<Feed> feeds() {
    return Feeds.ALL.stream().filter(feed -> !of(feed).isEmpty()).toList();
  }

  private List<Arrival> of(Feed feed) {
    return arrivals.stream().filter(file -> file.feed().equals(feed)).toList();
  }

  /** The files of {@code feed} without those that are known to be unreadable. */
  private Map<Arrival, Layout> readable(Feed feed) {
    Map<Arrival, Layout> readable = new LinkedHashMap<>();
    of(feed).stream()
        .filter(file -> !unreadable.holds(file))
        .forEach(file -> readable.put(file, layouts.get(file)));
    return readable;
  }

  /** Every new file by its ordinal, source, name and content, in the order of delivery. */
  public List<String> contents() {
    return arrivals.stream()
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
    return arrivals.size();
  }

  /**
   * Reads all files of {@code feed} and decides what becomes of every line, or of every line in
   * quarantine. That a file cannot be read to its end shows only on the way: then all are tried,
   * and the others read again without it.
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
      if (unreadable.find(spark, readable(feed), terms.key())) {
        return read(spark, feed, terms, held);
      }
      throw e;
    }
  }

  private Intake decided(SparkSession spark, Feed feed, Terms terms, Optional<Dataset<Row>> held) {
    Map<Arrival, Layout> readable = readable(feed);
    Dataset<Row> lines =
        FeedLines.of(spark, feed, readable, unread(feed), earlier, terms)
            .persist(StorageLevel.MEMORY_AND_DISK());
    Versions versions = new Versions(feed);
    Runnable release =
        () -> {
          versions.close();
          lines.unpersist();
        };
    try {
      Dataset<Row> keyed = versions.keyed(lines);
      Dataset<Row> asked =
          recall.map(quarantine -> quarantine.from(keyed, readable.keySet())).orElse(keyed);
      return intake(spark, feed, terms, versions.decide(asked, held), release);
    } catch (Exception e) {
      release.run();
      throw e;
    }
  }

  /** The new files of {@code feed} that cannot be read; what is taken in again stays as it is. */
  private List<Arrival> unread(Feed feed) {
    return recall.isPresent() ? List.of() : of(feed).stream().filter(unreadable::holds).toList();
  }

  private Intake intake(
      SparkSession spark, Feed feed, Terms terms, Dataset<Row> decided, Runnable release) {
    Map<Arrival, Optional<Layout>> files = new LinkedHashMap<>();
    readable(feed).forEach((file, layout) -> files.put(file, Optional.of(layout)));
    unread(feed).forEach(file -> files.put(file, Optional.empty()));
    // Cut off from the tables: what is kept in memory is worked out anew once they are written.
    Dataset<Row> counts = Tally.of(decided, feed, terms).localCheckpoint();
    Counted counted = new Counted(feed, counts, FileRows.profiled(spark, files, terms.runId()));
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
        feed, accepted, refused, counted, Account.all(counted, files.keySet()), release);
  }

  /** What refused the line, then what would only have marked it; of a malformed one, its form. */
  private static Column everyRule() {
    return when(
            CheckedLines.RAW_HASH.col().isNull(),
            concat(CheckedLines.RULES.col(), Provenance.WARNINGS.col()))
        .otherwise(CheckedLines.RULES.col());
  }
}
