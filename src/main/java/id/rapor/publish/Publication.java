package id.rapor.publish;

import id.rapor.settings.UserError;
import id.rapor.table.ReportCards;
import id.rapor.table.Revisions;
import id.rapor.table.Shorthand;
import id.rapor.table.Table;
import id.rapor.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Publishes one period: numbered editions, each made once and never changed. */
public final class Publication {
  private static final String CSV = ".csv";
  private static final String PARQUET = ".parquet";
  private static final List<Table> TABLES =
      List.of(
          Shorthand.LEAGUE,
          Shorthand.SCORECARDS,
          Shorthand.MEASUREMENTS,
          ReportCards.TABLE,
          Revisions.TABLE);

  private Publication() {}

  /** As {@link #publish(Contents, Path, Release)}, as a nightly run does. */
  public static Edition publish(Contents contents, Path published) {
    return publish(contents, published, Release.NIGHTLY);
  }

  /**
   * Publishes {@code contents} as {@code published/<period>/<edition>/}: league, scorecards,
   * measurements and report cards as CSV and Parquet, the workbook {@code rapor.xlsx}, {@code
   * datapackage.json}, {@code dcat.jsonld} and CSVW metadata about them, the page {@code
   * index.html} with one about each agency, metric and service in both languages, and {@code
   * edition.json}, which says what it was made of; then brings the pages of all periods, {@code
   * published/index.html} and that of the other language, up to date.
   *
   * <p>A new edition is made only if the newest one does not say the same: the same rows of the
   * tables, and the same words on the pages. As-of, fingerprint, code version and the ledger of
   * files are no part of that comparison, as they change from night to night while an ended period
   * does not; each edition keeps those that it was made with. An edition is written into a hidden
   * folder beside it and renamed, so that a crash leaves none by halves. The same contents give the
   * same bytes. Different periods may be published at the same time.
   *
   * <p>An edition is provisional until one is made final, which is a new edition even if the
   * figures are the same; what changes after that is a revised one, which marks the rows that
   * differ from the final one. {@code revisions.csv} in its folder holds every figure that differs
   * from the edition before, with the old one.
   *
   * @param published the folder of all periods; it is made if it is missing
   * @param release what those who publish say of it
   * @return the edition that now says it, made just now or before
   * @throws UserError if the folder cannot be written, if an earlier edition cannot be read, or if
   *     the settings' language is unknown
   */
  public static Edition publish(Contents contents, Path published, Release release) {
    Path period = published.resolve(contents.period().code());
    Telling telling = Telling.of(contents);
    try {
      Path making = EditionFolders.startMaking(period);
      try {
        Edition edition = publish(contents, telling, release, period, making);
        synchronized (Publication.class) {
          IndexPage.write(published, telling.first(), contents);
        }
        return edition;
      } finally {
        EditionFolders.delete(making);
      }
    } catch (IOException e) {
      throw SafeFile.unwritable(period, e);
    }
  }

  private static Edition publish(
      Contents made, Telling telling, Release release, Path period, Path making)
      throws IOException {
    int newest = EditionFolders.newest(period);
    Path before = period.resolve(String.valueOf(newest));
    Optional<Manifest> last = newest > 0 ? Optional.of(Manifest.read(before)) : Optional.empty();
    EditionKind kind = last.map(one -> release.kind().after(one.kind())).orElse(release.kind());
    Contents contents =
        Marks.on(made, kind, kind == EditionKind.REVISED ? lastFinal(period) : Optional.empty());
    String content = Hashes.of(writeTables(contents, making, CSV), telling.toString());
    if (last.filter(one -> one.says(content, kind)).isPresent()) {
      return edition(contents, newest, period, Edition.Outcome.UNCHANGED);
    }
    int number = newest + 1;
    Manifest manifest = Manifest.of(contents, number, kind, content);
    writeTables(contents, making, PARQUET);
    List<String> changes = last.map(manifest::changesSince).orElse(List.of());
    String reason = release.told(changes, Labels.of(Language.ENGLISH));
    Dataset<Row> revisions =
        (newest > 0 ? RevisionLog.of(contents, number, before, reason) : RevisionLog.none(contents))
            .cache();
    writeRevisions(revisions, making);
    RevisionLines.Counted counted = RevisionLines.Counted.of(revisions, release, changes);
    revisions.unpersist();
    new EditionPages(contents, telling, number, kind, counted).write(making);
    writeRecords(contents, telling, number, kind, making);
    manifest.write(making, contents.files());
    Path folder = period.resolve(String.valueOf(number));
    Files.move(making, folder, StandardCopyOption.ATOMIC_MOVE);
    return edition(contents, number, period, Edition.Outcome.MADE);
  }

  /** The folder of the last edition that was final; empty if it is gone. */
  private static Optional<Path> lastFinal(Path period) throws IOException {
    return EditionFolders.numbers(period).stream()
        .map(number -> period.resolve(String.valueOf(number)))
        .filter(folder -> Manifest.read(folder).kind() == EditionKind.FINAL)
        .findFirst();
  }

  private static void writeRevisions(Dataset<Row> revisions, Path folder) {
    for (String ending : List.of(CSV, PARQUET)) {
      TableFile.write(revisions, Revisions.TABLE, folder.resolve(Revisions.TABLE.name() + ending));
    }
  }

  /** What makes the tables easy to take over: the workbook, and what programs read about them. */
  private static void writeRecords(
      Contents contents, Telling telling, int number, EditionKind kind, Path making)
      throws IOException {
    Labels labels = Labels.of(telling.first());
    EditionBook.write(contents, labels, kind.words(number, labels), making);
    DataPackage.write(contents, number, TABLES, making);
    Catalog.write(contents, number, TABLES, making);
    for (Table table : TABLES) {
      CsvMetadata.write(table, making);
    }
  }

  private static Edition edition(
      Contents contents, int number, Path period, Edition.Outcome outcome) {
    Path folder = period.resolve(String.valueOf(number));
    return new Edition(contents.period().code(), number, folder, outcome);
  }

  /** Writes the tables with that ending; returns the files. */
  private static List<Path> writeTables(Contents contents, Path folder, String ending) {
    List<Path> files = new ArrayList<>();
    files.add(write(contents, contents.league(), Shorthand.LEAGUE, folder, ending));
    files.add(write(contents, contents.scorecards(), Shorthand.SCORECARDS, folder, ending));
    files.add(write(contents, contents.measurements(), Shorthand.MEASUREMENTS, folder, ending));
    files.add(write(contents, contents.reportCards(), ReportCards.TABLE, folder, ending));
    return files;
  }

  private static Path write(
      Contents contents, Dataset<Row> rows, Table table, Path folder, String ending) {
    Path file = folder.resolve(table.name() + ending);
    TableFile.write(Precision.of(Collected.ofPeriod(contents, rows)), table, file);
    return file;
  }
}
