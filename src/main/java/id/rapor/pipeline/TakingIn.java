package id.rapor.pipeline;

import id.rapor.ingest.Account;
import id.rapor.ingest.Crossing;
import id.rapor.ingest.Delivery;
import id.rapor.ingest.Delivery.Terms;
import id.rapor.ingest.Intake;
import id.rapor.ledger.Entry;
import id.rapor.pipeline.Journal.Work;
import id.rapor.reference.Reference;
import id.rapor.table.DeliveredLines;
import id.rapor.table.Feed;
import id.rapor.table.Files;
import id.rapor.table.Profiles;
import id.rapor.table.Quarantine;
import id.rapor.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Takes a delivery in: all files are read and accounted for before anything is written, so that
 * nothing of a file that cannot be read to its end is, and a fault that the user has to mend leaves
 * every table as it was. Feeds are worked on side by side, each table in one transaction; the
 * accounting is written last. A delivery that a crash cut short is carried on: it is held against
 * the tables as they stood before it, and what was written then is not written again.
 */
final class TakingIn {
  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Journal journal;
  private final Terms terms;
  private final Progress progress;

  TakingIn(
      SparkSession spark, Warehouse warehouse, Journal journal, Terms terms, Progress progress) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.journal = journal;
    this.terms = terms;
    this.progress = progress;
  }

  /** What files are read with in the run {@code runId}. */
  static Terms terms(
      SparkSession spark, Request request, Reference reference, Progress progress, String runId) {
    return new Terms(
        Named.known(spark, reference),
        request.settings().zone(),
        Keys.find(request.settings().identity(), request.data(), progress)
            .without(Erasing.erasures(new Warehouse(spark, request.warehouse()))),
        runId,
        Instant.now());
  }

  /** One taken-in feed: what became of its files, and how long it took from start to end. */
  record Taken(Table table, List<Account> accounts, Instant startedAt, Instant endedAt) {
    Entry.Rows rows() {
      return new Entry.Rows(
          accounts.stream().mapToLong(Account::lines).sum(),
          accounts.stream().mapToLong(Account::accepted).sum(),
          accounts.stream().mapToLong(Account::superseded).sum(),
          accounts.stream().mapToLong(Account::refused).sum());
    }
  }

  /**
   * Takes new files in.
   *
   * @param content hash of all that the delivery's results depend on, save the tables
   */
  List<Taken> take(Delivery delivery, String content) {
    return take(delivery, content, this::account);
  }

  /**
   * Takes {@code delivery} in.
   *
   * @param accounting writes quarantine and then the files, in the transactions of that name
   */
  List<Taken> take(Delivery delivery, String content, BiConsumer<List<Intake>, String> accounting) {
    List<Table> tables =
        new ArrayList<>(List.of(Quarantine.TABLE, DeliveredLines.TABLE, Profiles.TABLE));
    delivery.feeds().forEach(feed -> tables.add(feed.table()));
    Work work = journal.plan(content, tables);
    List<Intake> intakes = read(delivery, work);
    try {
      journal.begin(work);
      List<Taken> taken = write(intakes, work);
      accounting.accept(intakes, work.transaction());
      journal.end();
      return taken;
    } finally {
      intakes.forEach(Intake::close);
    }
  }

  private List<Taken> write(List<Intake> intakes, Work work) {
    try (Crossing crossing = Crossing.of(intakes, feed -> held(feed, work))) {
      return SideBySide.each(crossing.marked(), intake -> write(intake, work.transaction()));
    }
  }

  /** The feed's table as it stood before the work. */
  private Optional<Dataset<Row>> held(Feed feed, Work work) {
    return work.versions().containsKey(feed.table().name())
        ? warehouse.find(feed.table(), work.version(feed.table()))
        : warehouse.find(feed.table());
  }

  private List<Intake> read(Delivery delivery, Work work) {
    Instant started = Instant.now();
    progress.begins("reading " + delivery.files() + (delivery.files() == 1 ? " file" : " files"));
    List<Intake> intakes =
        SideBySide.each(
            delivery.feeds(), feed -> delivery.read(spark, feed, terms, held(feed, work)));
    progress.made(
        "reading",
        intakes.stream().mapToLong(Intake::lines).sum(),
        Duration.between(started, Instant.now()));
    return intakes;
  }

  private Taken write(Intake intake, String transaction) {
    Instant started = Instant.now();
    Feed feed = intake.feed();
    progress.begins(feed.name());
    if (intake.acceptedLines() > 0 || !warehouse.exists(feed.table())) {
      warehouse.upsert(feed.table(), intake.accepted(), transaction);
    }
    Instant ended = Instant.now();
    progress.made(feed.name(), intake.acceptedLines(), Duration.between(started, ended));
    return new Taken(feed.table(), intake.accounts(), started, ended);
  }

  /** The rows that the intakes refuse; empty if there are none. */
  static Optional<Dataset<Row>> refused(List<Intake> intakes) {
    return intakes.stream()
        .filter(intake -> intake.refusedLines() > 0)
        .map(Intake::refused)
        .reduce(Dataset::unionAll);
  }

  /** What all the intakes tell of one thing; there is at least one. */
  static Dataset<Row> all(List<Intake> intakes, Function<Intake, Dataset<Row>> told) {
    return intakes.stream().map(told).reduce(Dataset::unionAll).orElseThrow();
  }

  private void account(List<Intake> intakes, String transaction) {
    progress.begins(Quarantine.TABLE.name());
    Map<Table, Dataset<Row>> told = new LinkedHashMap<>();
    refused(intakes).ifPresent(rows -> told.put(Quarantine.TABLE, rows));
    told.put(DeliveredLines.TABLE, all(intakes, Intake::deliveredLines));
    told.put(Profiles.TABLE, all(intakes, Intake::profiles));
    SideBySide.each(
        List.copyOf(told.entrySet()),
        one -> {
          warehouse.append(one.getKey(), one.getValue(), transaction);
          return one.getKey();
        });
    progress.begins(Files.TABLE.name());
    List<Row> files =
        intakes.stream()
            .flatMap(intake -> intake.accounts().stream())
            .map(account -> account.row(terms.runId()))
            .toList();
    warehouse.append(Files.TABLE, warehouse.rows(Files.TABLE, files), transaction);
  }
}
