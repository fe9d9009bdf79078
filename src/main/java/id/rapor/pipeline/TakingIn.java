package id.rapor.pipeline;

import id.rapor.ingest.Account;
import id.rapor.ingest.Crossing;
import id.rapor.ingest.Delivery;
import id.rapor.ingest.Delivery.Terms;
import id.rapor.ingest.Intake;
import id.rapor.ledger.Entry;
import id.rapor.table.Feed;
import id.rapor.table.Files;
import id.rapor.table.Quarantine;
import id.rapor.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Takes a delivery in: all files are read and accounted for before anything is written, so that a
 * file that cannot be read leaves every table as it was. Feeds are worked on side by side.
 */
final class TakingIn {
  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Terms terms;
  private final Progress progress;

  TakingIn(SparkSession spark, Warehouse warehouse, Terms terms, Progress progress) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.terms = terms;
    this.progress = progress;
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

  List<Taken> take(Delivery delivery) {
    Instant started = Instant.now();
    progress.begins("reading " + delivery.files() + (delivery.files() == 1 ? " file" : " files"));
    List<Intake> intakes =
        SideBySide.each(
            delivery.feeds(),
            feed -> delivery.read(spark, feed, terms, warehouse.find(feed.table())));
    try {
      progress.made(
          "reading",
          intakes.stream().mapToLong(Intake::lines).sum(),
          Duration.between(started, Instant.now()));
      List<Taken> taken = writeMarked(intakes);
      List<Intake> refusing = intakes.stream().filter(intake -> intake.refusedLines() > 0).toList();
      refusing.stream()
          .map(Intake::refused)
          .reduce(Dataset::unionAll)
          .ifPresent(rows -> warehouse.append(Quarantine.TABLE, rows));
      List<Row> files = new ArrayList<>();
      taken.forEach(
          one -> one.accounts().forEach(account -> files.add(account.row(terms.runId()))));
      warehouse.append(Files.TABLE, warehouse.rows(Files.TABLE, files));
      return taken;
    } finally {
      intakes.forEach(Intake::close);
    }
  }

  private List<Taken> writeMarked(List<Intake> intakes) {
    try (Crossing crossing = Crossing.of(intakes, feed -> warehouse.find(feed.table()))) {
      return SideBySide.each(crossing.marked(), this::write);
    }
  }

  private Taken write(Intake intake) {
    Instant started = Instant.now();
    Feed feed = intake.feed();
    progress.begins(feed.name());
    if (intake.acceptedLines() > 0 || !warehouse.exists(feed.table())) {
      warehouse.upsert(feed.table(), intake.accepted());
    }
    Instant ended = Instant.now();
    progress.made(feed.name(), intake.acceptedLines(), Duration.between(started, ended));
    return new Taken(feed.table(), intake.accounts(), started, ended);
  }
}
