package id.rapor.publish;

import id.rapor.settings.UserError;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.Scorecards;
import id.rapor.table.Table;
import id.rapor.text.Dates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Publishes one period: numbered editions, each made once and never changed. */
public final class Publication {
  private static final String CSV = ".csv";
  private static final String PARQUET = ".parquet";
  private static final String PAGE = "index.html";

  private Publication() {}

  /**
   * Publishes {@code contents} as {@code published/<period>/<edition>/}: league, scorecards and
   * measurements as CSV and Parquet, the page {@code index.html}, and {@code edition.json}, which
   * says what it was made of; then brings {@code published/index.html} up to date.
   *
   * <p>A new edition is made only if the newest one does not say the same: the same rows of the
   * three tables, and the same words on the page. As-of, fingerprint, code version and the ledger
   * of files are no part of that comparison, as they change from night to night while an ended
   * period does not; each edition keeps those that it was made with. An edition is written into a
   * hidden folder beside it and renamed, so that a crash leaves none by halves. The same contents
   * give the same bytes. Different periods may be published at the same time.
   *
   * @param published the folder of all periods; it is made if it is missing
   * @return the edition that now says it, made just now or before
   * @throws UserError if the folder cannot be written, if an earlier edition cannot be read, or if
   *     the settings' language is unknown
   */
  public static Edition publish(Contents contents, Path published) {
    Path period = published.resolve(contents.period().code());
    Facts facts = Facts.collect(contents);
    Story story = Story.of(contents, facts);
    try {
      Path making = EditionFolders.startMaking(period);
      try {
        Edition edition = publish(contents, story, facts, period, making);
        synchronized (Publication.class) {
          IndexPage.write(published, facts.labels(), story.title(), contents.settings().zone());
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
      Contents contents, Story story, Facts facts, Path period, Path making) throws IOException {
    String content = Hashes.of(writeTables(contents, making, CSV), story.toString());
    int newest = EditionFolders.newest(period);
    if (newest > 0
        && Manifest.read(period.resolve(String.valueOf(newest))).content().equals(content)) {
      return edition(contents, newest, period, Edition.Outcome.UNCHANGED);
    }
    int number = newest + 1;
    writeTables(contents, making, PARQUET);
    Files.writeString(making.resolve(PAGE), page(contents, story, facts, number));
    Manifest.of(contents, number, content).write(making, contents.files());
    Path folder = period.resolve(String.valueOf(number));
    Files.move(making, folder, StandardCopyOption.ATOMIC_MOVE);
    return edition(contents, number, period, Edition.Outcome.MADE);
  }

  private static Edition edition(
      Contents contents, int number, Path period, Edition.Outcome outcome) {
    Path folder = period.resolve(String.valueOf(number));
    return new Edition(contents.period().code(), number, folder, outcome);
  }

  /** Writes the three tables with that ending; returns the files. */
  private static List<Path> writeTables(Contents contents, Path folder, String ending) {
    List<Path> files = new ArrayList<>();
    files.add(write(contents, contents.league(), League.TABLE, folder, ending));
    files.add(write(contents, contents.scorecards(), Scorecards.TABLE, folder, ending));
    files.add(write(contents, contents.measurements(), Measurements.TABLE, folder, ending));
    return files;
  }

  private static Path write(
      Contents contents, Dataset<Row> rows, Table table, Path folder, String ending) {
    Path file = folder.resolve(table.name() + ending);
    TableFile.write(Facts.ofPeriod(contents, rows), table, file);
    return file;
  }

  private static String page(Contents contents, Story story, Facts facts, int number) {
    Labels labels = facts.labels();
    Map<String, Object> values = new HashMap<>();
    values.put("story", story);
    values.put("missing", labels.text("reading_missing", story.rules().leastCoverage()));
    values.put("accounting", Accounting.of(contents, labels));
    values.put("deliveries", DeliveryNotes.of(contents, facts));
    values.put("edition", String.valueOf(number));
    values.put("period", contents.period().code());
    values.put("asOf", contents.asOf().toString());
    values.put(
        "asOfWords", Dates.moment(contents.asOf(), contents.settings().zone(), labels.language()));
    values.put("fingerprint", contents.fingerprint());
    values.put("settingsHash", contents.settingsHash());
    values.put("codeVersion", contents.codeVersion());
    return Pages.render("page.html", labels, values);
  }
}
