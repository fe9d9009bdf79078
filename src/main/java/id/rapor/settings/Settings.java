package id.rapor.settings;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * All that a settings file may say; {@link #DEFAULTS} is what holds without one.
 *
 * @param title key {@code title}: heading of the published page
 * @param subtitle key {@code subtitle}: a sentence below it, for example that the data is synthetic
 * @param language key {@code language}: {@code id} or {@code en}, the language of the published
 *     page
 * @param currency key {@code currency}: ISO 4217 code of all amounts
 * @param zone key {@code zone}: IANA zone of a place that neither region nor source gives one
 * @param reference key {@code reference}: folder of the reference tables, relative to the settings
 *     file; without it {@code reference/} of the input folder
 * @param sources key {@code sources}: without it every {@code landing/<feed>/} folder of the input
 * @param periods key {@code periods} and {@code headline}
 * @param scoring keys {@code perspectives}, {@code metrics} and how they are scored
 * @param leagues key {@code leagues}
 * @param detectors key {@code detectors}
 * @param fees key {@code fees}
 * @param regulations keys {@code satisfaction_weights} and {@code complaints}
 * @param identity key {@code identity}
 * @param notes key {@code notes}: sentences printed below the published table
 */
public record Settings(
    String title,
    String subtitle,
    String language,
    String currency,
    ZoneId zone,
    Optional<Path> reference,
    List<Source> sources,
    Periods periods,
    Scoring scoring,
    Leagues leagues,
    Detection detectors,
    Fees fees,
    Regulations regulations,
    Identity identity,
    List<String> notes) {

  /** With the defaults of {@code leagues} and of regulations. */
  public Settings(
      String title,
      String subtitle,
      String language,
      String currency,
      ZoneId zone,
      Optional<Path> reference,
      List<Source> sources,
      Periods periods,
      Scoring scoring,
      Detection detectors,
      Fees fees,
      Identity identity,
      List<String> notes) {
    this(
        title,
        subtitle,
        language,
        currency,
        zone,
        reference,
        sources,
        periods,
        scoring,
        Leagues.DEFAULTS,
        detectors,
        fees,
        Regulations.DEFAULTS,
        identity,
        notes);
  }

  public static final Settings DEFAULTS =
      new Settings(
          "Rapor Pelayanan Publik",
          "",
          "id",
          "IDR",
          ZoneId.of("Asia/Jakarta"),
          Optional.empty(),
          List.of(),
          Periods.DEFAULTS,
          Scoring.DEFAULTS,
          Leagues.DEFAULTS,
          Detection.DEFAULTS,
          Fees.DEFAULTS,
          Regulations.DEFAULTS,
          Identity.DEFAULTS,
          List.of());

  public Settings {
    requireNonNull(title);
    requireNonNull(subtitle);
    requireNonNull(language);
    requireNonNull(currency);
    requireNonNull(zone);
    requireNonNull(reference);
    sources = List.copyOf(sources);
    requireNonNull(periods);
    requireNonNull(scoring);
    requireNonNull(leagues);
    requireNonNull(detectors);
    requireNonNull(fees);
    requireNonNull(regulations);
    requireNonNull(identity);
    notes = List.copyOf(notes);
  }
}
