package id.rapor.publish;

import static java.util.Objects.requireNonNull;

import id.rapor.settings.Period;
import id.rapor.settings.Settings;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * All that one edition of one period is made of. The Datasets may hold other periods too: only rows
 * of {@code period} are published.
 *
 * @param asOf the moment that counted as now
 * @param fingerprint hash of the inputs, settings and code that made the tables
 * @param settingsHash hash of the settings
 * @param referenceHash hash of the reference tables
 * @param codeVersion the program that made the tables
 * @param league rows of {@link id.rapor.table.League}
 * @param scorecards rows of {@link id.rapor.table.Scorecards}
 * @param perspectiveScores rows of {@link id.rapor.table.PerspectiveScores}
 * @param measurements rows of {@link id.rapor.table.Measurements}
 * @param reportCards rows of {@link id.rapor.table.ReportCards}
 * @param metrics rows of {@link id.rapor.table.Metrics}
 * @param detectors rows of {@link id.rapor.table.Detectors}, for their names
 * @param agencies rows of {@link id.rapor.table.Agencies}, for names and kinds
 * @param services rows of {@link id.rapor.table.Services}, for their names
 * @param files rows of {@link id.rapor.table.Files}, the ledger of lines
 * @param deliveries rows of {@link id.rapor.table.ExpectedDeliveries}
 * @param findings rows of {@link id.rapor.table.Findings}: only how many there are is published
 * @param backdrop earlier months, funnels, standards and regions
 */
public record Contents(
    Settings settings,
    Period period,
    Instant asOf,
    String fingerprint,
    String settingsHash,
    String referenceHash,
    String codeVersion,
    Dataset<Row> league,
    Dataset<Row> scorecards,
    Dataset<Row> perspectiveScores,
    Dataset<Row> measurements,
    Dataset<Row> reportCards,
    Dataset<Row> metrics,
    Dataset<Row> detectors,
    Dataset<Row> agencies,
    Dataset<Row> services,
    Dataset<Row> files,
    Dataset<Row> deliveries,
    Dataset<Row> findings,
    Backdrop backdrop) {

  public Contents {
    requireNonNull(settings);
    requireNonNull(period);
    requireNonNull(asOf);
    requireNonNull(fingerprint);
    requireNonNull(settingsHash);
    requireNonNull(referenceHash);
    requireNonNull(codeVersion);
    requireNonNull(league);
    requireNonNull(scorecards);
    requireNonNull(perspectiveScores);
    requireNonNull(measurements);
    requireNonNull(reportCards);
    requireNonNull(metrics);
    requireNonNull(detectors);
    requireNonNull(agencies);
    requireNonNull(services);
    requireNonNull(files);
    requireNonNull(deliveries);
    requireNonNull(findings);
    requireNonNull(backdrop);
  }

  /** The same with other rows of these tables. */
  Contents with(
      Dataset<Row> otherLeague, Dataset<Row> otherScorecards, Dataset<Row> otherMeasurements) {
    return new Contents(
        settings,
        period,
        asOf,
        fingerprint,
        settingsHash,
        referenceHash,
        codeVersion,
        otherLeague,
        otherScorecards,
        perspectiveScores,
        otherMeasurements,
        reportCards,
        metrics,
        detectors,
        agencies,
        services,
        files,
        deliveries,
        findings,
        backdrop);
  }
}
