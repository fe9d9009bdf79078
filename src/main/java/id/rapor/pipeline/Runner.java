package id.rapor.pipeline;

import id.rapor.ingest.Account;
import id.rapor.ingest.Delivery;
import id.rapor.ingest.Delivery.Terms;
import id.rapor.ingest.Inbox;
import id.rapor.ledger.Entry;
import id.rapor.pipeline.TakingIn.Taken;
import id.rapor.publish.Edition;
import id.rapor.publish.EditionKind;
import id.rapor.reference.Agency;
import id.rapor.reference.Reference;
import id.rapor.settings.Problems;
import id.rapor.settings.Source;
import id.rapor.settings.UserError;
import id.rapor.table.Files;
import id.rapor.table.Runs;
import id.rapor.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * The main job: takes in what is new, makes each table whose inputs have changed, publishes, and
 * writes down in the ledger what it did.
 */
public final class Runner {
  /** So many missing or late deliveries a run names. */
  private static final int MOST_TROUBLES = 5;

  private final SparkSession spark;
  private final Request request;
  private final Progress progress;
  private final Warehouse warehouse;
  private final Journal journal;
  private final Begun begun;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Table, Long> counts = new HashMap<>();
  private List<String> unreadable = List.of();

  private Runner(SparkSession spark, Request request, Progress progress) {
    this.spark = spark;
    this.request = request;
    this.progress = progress;
    this.warehouse = new Warehouse(spark, request.warehouse());
    this.journal = new Journal(request.data(), warehouse);
    this.begun = new Begun(request.data());
  }

  /**
   * Runs the job.
   *
   * @throws id.rapor.settings.UserError if something is wrong that the user can mend, or another
   *     run is at work on the same data; the tables are then as they were
   */
  public static Outcome run(SparkSession spark, Request request, Progress progress) {
    return new Runner(spark, request, progress).run();
  }

  private Outcome run() {
    Reach reach = Reach.of(request);
    Problems doubts = new Problems();
    Reference reference = reference(request, "run", doubts);
    doubts.all().forEach(progress::warns);
    if (reach.publishes()) {
      requireItsDay();
    }
    requireKept(reach, reference);
    List<Source> sources =
        reach.takesIn() ? Inbox.sources(request.settings().sources(), request.input()) : List.of();
    DataLock lock = DataLock.take(request.data());
    try {
      return run(reach, reference, sources);
    } finally {
      lock.close();
    }
  }

  /** A slip in what people keep beside the warehouse is told now, not after hours. */
  private void requireKept(Reach reach, Reference reference) {
    Set<String> kept =
        reach.stages().stream()
            .flatMap(stage -> stage.beside().stream())
            .collect(Collectors.toSet());
    if (kept.contains(DecisionFile.NAME)) {
      DecisionFile.read(spark, request.data());
    }
    if (kept.contains(ReplyFile.NAME)) {
      Set<String> agencies =
          reference.agencies().stream().map(Agency::agencyId).collect(Collectors.toSet());
      ReplyFile.check(spark, agencies, request.data(), request.settings().scoring());
    }
  }

  /**
   * Nobody may see an announced final edition before its day, or choose the day by what it says.
   */
  private void requireItsDay() {
    request
        .period()
        .filter(period -> request.release().kind() == EditionKind.FINAL)
        .flatMap(request::announced)
        .ifPresent(
            planned -> {
              throw new UserError(
                  "Cannot publish: the final edition of "
                      + planned.period().code()
                      + " is announced for "
                      + planned.on()
                      + ", expected that day or a later one; wait, or announce another day in the"
                      + " settings (releases).");
            });
  }

  private Outcome run(Reach reach, Reference reference, List<Source> sources) {
    Lineage lineage = new Lineage(request, reference.fingerprint());
    List<Taken> taken = takeIn(sources, reference, lineage);
    lineage.feeds(warehouse.read(Files.TABLE));
    Job job = new Job(spark, warehouse, reference, request);
    lineage.remember(warehouse.read(Runs.TABLE), begun.tables());
    taken.forEach(one -> note(lineage, one));
    reach.stages().forEach(stage -> make(stage, job, lineage, reach));
    List<Edition> editions = reach.publishes() ? publish(job, lineage) : List.of();
    if (!entries.isEmpty()) {
      warehouse.append(
          Runs.TABLE, warehouse.rows(Runs.TABLE, entries.stream().map(Entry::row).toList()));
      begun.settle(entries.stream().map(Entry::table).collect(Collectors.toSet()));
    }
    long fresh =
        editions.stream().filter(edition -> edition.outcome() == Edition.Outcome.MADE).count();
    List<Account> accounts = taken.stream().flatMap(one -> one.accounts().stream()).toList();
    return new Outcome(
        accounts,
        unreadable,
        entries.size(),
        (int) fresh,
        DeliveryReport.of(job, MOST_TROUBLES),
        DeliveryReport.drifts(job, accounts.stream().map(Account::delivery).toList()),
        reach.publishes() ? Headlines.find(job) : Optional.empty());
  }

  /**
   * The reference tables that {@code request} names, if its settings fit the catalogues.
   *
   * @param purpose what they are read for, as a verb
   */
  static Reference reference(Request request, String purpose) {
    return reference(request, purpose, new Problems());
  }

  private static Reference reference(Request request, String purpose, Problems doubts) {
    Problems problems = new Problems();
    Checks.codes(request.settings(), problems);
    Reference reference = Reference.read(request.reference(), problems, doubts);
    Checks.rates(reference, request.settings().scoring(), problems);
    problems.throwIfAny(purpose);
    return reference;
  }

  private List<Taken> takeIn(List<Source> sources, Reference reference, Lineage lineage) {
    Delivery delivery = Delivery.find(sources, request.input(), warehouse.find(Files.TABLE));
    delivery.unmet().forEach(progress::warns);
    if (delivery.files() == 0) {
      journal.undo();
      progress.unchanged("files");
      return List.of();
    }
    Terms terms = TakingIn.terms(spark, request, reference, progress, lineage.runId());
    List<String> contents = new ArrayList<>(delivery.contents());
    contents.add(terms.key().fingerprint());
    List<Taken> taken =
        new TakingIn(spark, warehouse, journal, terms, progress)
            .take(delivery, lineage.of(contents));
    unreadable = delivery.unreadable();
    unreadable.forEach(progress::warns);
    return taken;
  }

  private void note(Lineage lineage, Taken one) {
    entries.add(
        lineage.entry(one.table().name(), List.of(), one.rows(), one.startedAt(), one.endedAt()));
  }

  private void make(Stage stage, Job job, Lineage lineage, Reach reach) {
    String name = stage.made().name();
    if (!reach.forces(stage) && warehouse.exists(stage.made()) && lineage.isCurrent(stage)) {
      lineage.settle(stage);
      progress.unchanged(name);
      return;
    }
    Instant started = Instant.now();
    progress.begins(name);
    begun.add(name);
    long rows = stage.work().make(job);
    lineage.settle(stage);
    counts.put(stage.made(), rows);
    long read =
        stage.used().isEmpty() ? 0 : counts.computeIfAbsent(stage.used().get(0), warehouse::count);
    Instant ended = Instant.now();
    entries.add(
        lineage.entry(name, stage.used(), new Entry.Rows(read, rows, 0, 0), started, ended));
    progress.made(name, rows, Duration.between(started, ended));
  }

  private List<Edition> publish(Job job, Lineage lineage) {
    if (lineage.publishedBefore() && java.nio.file.Files.isDirectory(request.published())) {
      progress.unchanged(Lineage.PUBLISHED);
      return List.of();
    }
    Instant started = Instant.now();
    progress.begins(Lineage.PUBLISHED);
    begun.add(Lineage.PUBLISHED);
    List<Edition> editions = Publishing.publish(job, lineage);
    if (!request.isPreview()
        && editions.stream().anyMatch(one -> one.outcome() == Edition.Outcome.MADE)) {
      Publishing.revisions(job);
    }
    Instant ended = Instant.now();
    entries.add(lineage.publication(editions.size(), started, ended));
    progress.made(Lineage.PUBLISHED, editions.size(), Duration.between(started, ended));
    return editions;
  }
}
