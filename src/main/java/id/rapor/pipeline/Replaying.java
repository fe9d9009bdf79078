package id.rapor.pipeline;

import id.rapor.ingest.Account;
import id.rapor.ingest.Delivery;
import id.rapor.ingest.Delivery.Terms;
import id.rapor.ingest.Inbox;
import id.rapor.ingest.Intake;
import id.rapor.ingest.TakenFiles;
import id.rapor.ledger.Entry;
import id.rapor.pipeline.TakingIn.Taken;
import id.rapor.reference.Reference;
import id.rapor.settings.Source;
import id.rapor.settings.UserError;
import id.rapor.table.DeliveredLines;
import id.rapor.table.Files;
import id.rapor.table.Provenance;
import id.rapor.table.Quarantine;
import id.rapor.table.Runs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Takes the lines in quarantine in again, with the mappings, rules and reference tables of now. A
 * line counts as delivered when its file was, so that what came later stays; in {@code files} it
 * moves from refused to accepted or superseded, or stays where it is with the rules that it breaks
 * now.
 */
public final class Replaying {
  private final SparkSession spark;
  private final Request request;
  private final Progress progress;
  private final Warehouse warehouse;
  private final Journal journal;

  private Replaying(SparkSession spark, Request request, Progress progress) {
    this.spark = spark;
    this.request = request;
    this.progress = progress;
    this.warehouse = new Warehouse(spark, request.warehouse());
    this.journal = new Journal(request.data(), warehouse);
  }

  /**
   * What a replay came to.
   *
   * @param accounts for each file that was read again, what became of its lines in quarantine
   * @param unreadable files that cannot be read and were left as they are, each with the reason
   * @param missing files with lines in quarantine that the input does not hold any more
   */
  public record Replayed(List<Account> accounts, List<String> unreadable, List<String> missing) {
    public Replayed {
      unreadable = List.copyOf(unreadable);
      accounts = List.copyOf(accounts);
      missing = List.copyOf(missing);
    }
  }

  /**
   * Replays what can be.
   *
   * @throws id.rapor.settings.UserError if something is wrong that the user can mend, or another
   *     run is at work on the same data; the tables are then as they were
   */
  public static Replayed replay(SparkSession spark, Request request, Progress progress) {
    return new Replaying(spark, request, progress).replay();
  }

  private Replayed replay() {
    if (!warehouse.exists(Files.TABLE)) {
      throw new UserError(
          "Cannot replay: "
              + request.data()
              + " holds no files that were taken in; name another folder with --data, or take files in with: rapor run");
    }
    Reference reference = Runner.reference(request, "replay");
    List<Source> sources = Inbox.sources(request.settings().sources(), request.input());
    DataLock lock = DataLock.take(request.data());
    try {
      journal.undo();
      return replay(reference, sources);
    } finally {
      lock.close();
    }
  }

  private Replayed replay(Reference reference, List<Source> sources) {
    TakenFiles before = TakenFiles.of(warehouse.find(Files.TABLE));
    Delivery delivery =
        Delivery.again(sources, request.input(), before, warehouse.read(Quarantine.TABLE));
    List<Account> accounts = new ArrayList<>();
    if (delivery.files() > 0) {
      Lineage lineage = new Lineage(request, reference.fingerprint());
      Terms terms = TakingIn.terms(spark, request, reference, progress, lineage.runId());
      List<Taken> taken =
          new TakingIn(spark, warehouse, journal, terms, progress)
              .take(delivery, lineage.of(delivery.contents()), this::account);
      note(lineage, taken);
      taken.forEach(one -> accounts.addAll(one.accounts()));
    }
    Set<Long> found = accounts.stream().map(Account::delivery).collect(Collectors.toSet());
    found.addAll(delivery.unreadableDeliveries());
    return new Replayed(
        accounts,
        delivery.unreadable(),
        before.refusing().stream()
            .filter(file -> !found.contains(file.delivery()))
            .map(TakenFiles.One::file)
            .sorted()
            .toList());
  }

  private void account(List<Intake> intakes, String transaction) {
    Map<Long, Account> replayed = new HashMap<>();
    intakes.stream()
        .flatMap(intake -> intake.accounts().stream())
        .forEach(account -> replayed.put(account.delivery(), account));
    if (replayed.isEmpty()) {
      return;
    }
    Dataset<Row> refused =
        TakingIn.refused(intakes).orElseGet(() -> warehouse.rows(Quarantine.TABLE, List.of()));
    warehouse.replace(
        DeliveredLines.TABLE,
        amended(TakingIn.all(intakes, Intake::deliveredLines), replayed.keySet()),
        Provenance.DELIVERY,
        replayed.keySet(),
        transaction);
    progress.begins(Quarantine.TABLE.name());
    warehouse.replace(
        Quarantine.TABLE, refused, Provenance.DELIVERY, replayed.keySet(), transaction);
    progress.begins(Files.TABLE.name());
    List<Row> files =
        Files.TABLE
            .complete(warehouse.read(Files.TABLE))
            .where(Provenance.DELIVERY.col().isin(replayed.keySet().toArray()))
            .collectAsList()
            .stream()
            .map(file -> amended(file, replayed.get(file.<Long>getAs(Provenance.DELIVERY.name()))))
            .toList();
    warehouse.replace(
        Files.TABLE,
        warehouse.rows(Files.TABLE, files),
        Provenance.DELIVERY,
        replayed.keySet(),
        transaction);
  }

  /**
   * What became of the lines of the files that were replayed: none of those that were refused
   * before counts, as each of them was decided anew.
   */
  private Dataset<Row> amended(Dataset<Row> anew, Set<Long> deliveries) {
    Dataset<Row> before =
        DeliveredLines.TABLE
            .shape(warehouse.read(DeliveredLines.TABLE))
            .where(Provenance.DELIVERY.col().isin(deliveries.toArray()))
            .withColumn(Files.LINES.name(), Files.LINES.col().minus(Files.REFUSED.col()))
            .withColumn(Files.REFUSED.name(), functions.lit(0L));
    return Intake.merged(before, anew).where(Files.LINES.col().gt(0));
  }

  /** The file's row with its replayed lines moved to where they belong now. */
  private static Row amended(Row file, Account replayed) {
    Object[] values = new Object[file.length()];
    for (int place = 0; place < values.length; place++) {
      values[place] = file.get(place);
    }
    long before = file.<Long>getAs(Files.REFUSED.name());
    add(file, values, Files.LINES.name(), replayed.lines() - before);
    add(file, values, Files.ACCEPTED.name(), replayed.accepted());
    add(file, values, Files.SUPERSEDED.name(), replayed.superseded());
    add(file, values, Files.REFUSED.name(), replayed.refused() - before);
    return RowFactory.create(values);
  }

  private static void add(Row file, Object[] values, String column, long more) {
    int place = file.fieldIndex(column);
    values[place] = file.getLong(place) + more;
  }

  private void note(Lineage lineage, List<Taken> taken) {
    lineage.feeds(warehouse.read(Files.TABLE));
    List<Row> entries =
        taken.stream()
            .map(
                one ->
                    lineage.entry(
                        one.table().name(), List.of(), one.rows(), one.startedAt(), one.endedAt()))
            .map(Entry::row)
            .toList();
    warehouse.append(Runs.TABLE, warehouse.rows(Runs.TABLE, entries));
  }
}
