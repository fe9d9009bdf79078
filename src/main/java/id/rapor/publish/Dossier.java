package id.rapor.publish;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import id.rapor.settings.Settings;
import id.rapor.table.Agencies;
import id.rapor.table.Cases;
import id.rapor.table.Dossiers;
import id.rapor.table.Field;
import id.rapor.table.Findings;
import id.rapor.table.Metrics;
import id.rapor.table.Standards;
import id.rapor.text.Language;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Findings as those get them who look into them: a workbook with a column for the decision, and a
 * page to read and filter. Both name cases and are never published.
 *
 * @param settings for the language, the title and the currency
 * @param findings rows of {@link Findings}
 * @param decisions rows of {@link id.rapor.table.Decisions}, one for each finding at most
 * @param allowed what may be decided
 * @param detectors rows of {@link id.rapor.table.Detectors}, for their names
 * @param agencies rows of {@link Agencies}, for their names
 * @param services rows of {@link id.rapor.table.Services}, for their names
 */
public record Dossier(
    Settings settings,
    Dataset<Row> findings,
    Dataset<Row> decisions,
    List<String> allowed,
    Dataset<Row> detectors,
    Dataset<Row> agencies,
    Dataset<Row> services) {
  /** The most severe first, then the most money. */
  static final Column[] ORDER = {
    when(Findings.SEVERITY.col().equalTo("high"), 0)
        .when(Findings.SEVERITY.col().equalTo("medium"), 1)
        .otherwise(2),
    Findings.AMOUNT_AT_RISK.col().desc_nulls_last(),
    Findings.FINDING_ID.col()
  };

  public Dossier {
    requireNonNull(settings);
    requireNonNull(findings);
    requireNonNull(decisions);
    allowed = List.copyOf(allowed);
    requireNonNull(detectors);
    requireNonNull(agencies);
    requireNonNull(services);
  }

  /**
   * Writes {@code findings.xlsx} and {@code findings.html} into {@code folder}; returns how many
   * findings they hold.
   *
   * @throws id.rapor.settings.UserError if the folder cannot be written, or if the settings'
   *     language is unknown
   */
  public long write(Path folder) {
    Labels labels = Labels.of(Facts.language(settings));
    Dataset<Row> rows = rows(labels.language()).cache();
    try {
      long count = rows.count();
      FindingBook book = new FindingBook(labels, settings.title(), allowed);
      SafeFile.write(folder.resolve(FindingBook.NAME), part -> book.write(rows, count, part));
      FindingPage page = new FindingPage(labels, settings, allowed);
      SafeFile.writeChanged(folder.resolve(FindingPage.NAME), page.of(rows, count));
      return count;
    } finally {
      rows.unpersist();
    }
  }

  /** The rows of {@link Dossiers}, with the names of one language. */
  private Dataset<Row> rows(Language language) {
    Column begin = coalesce(Standards.VALID_FROM.col(), lit(LocalDate.EPOCH));
    Dataset<Row> named =
        agencies
            .groupBy(Cases.AGENCY_ID.col())
            .agg(Dossiers.AGENCY_NAME.is(max_by(name(language), begin)));
    return Dossiers.TABLE.shape(
        findings
            .join(decisions, new String[] {Findings.FINDING_ID.name()}, "left")
            .join(
                detectors.select(
                    Findings.DETECTOR.is(Metrics.CODE.col()),
                    Dossiers.DETECTOR_NAME.is(name(language))),
                new String[] {Findings.DETECTOR.name()},
                "left")
            .join(named, new String[] {Cases.AGENCY_ID.name()}, "left")
            .join(
                services.select(Cases.SERVICE_ID.col(), Dossiers.SERVICE_NAME.is(name(language))),
                new String[] {Cases.SERVICE_ID.name()},
                "left")
            .withColumn(
                Dossiers.DETECTOR_NAME.name(),
                coalesce(Dossiers.DETECTOR_NAME.col(), Findings.DETECTOR.col())));
  }

  /** The name in {@code language}, else in the other one, else none. */
  private static Column name(Language language) {
    Column indonesian = filled(Agencies.NAME_ID);
    Column english = filled(Agencies.NAME_EN);
    return language == Language.INDONESIAN
        ? coalesce(indonesian, english)
        : coalesce(english, indonesian);
  }

  private static Column filled(Field name) {
    return nullif(trim(name.col()), lit(""));
  }
}
