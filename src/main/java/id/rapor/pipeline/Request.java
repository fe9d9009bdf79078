package id.rapor.pipeline;

import id.rapor.publish.EditionKind;
import id.rapor.publish.Release;
import id.rapor.settings.Period;
import id.rapor.settings.PlannedEdition;
import id.rapor.settings.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a run is asked to do.
 *
 * @param settingsHash hash of the settings file's bytes, or a word that says there is none
 * @param input folder with the files to take in
 * @param data folder for {@code warehouse/} and {@code published/}
 * @param period the only period to compute; without it every period that the data touches
 * @param asOf the moment that counts as now; without it the newest time in the data
 * @param from the table to begin with, made anew even if nothing changed
 * @param to the table to end with
 * @param release what is said of the editions that are published
 */
public record Request(
    Settings settings,
    String settingsHash,
    Path input,
    Path data,
    Optional<Period> period,
    Optional<Instant> asOf,
    Optional<String> from,
    Optional<String> to,
    Release release) {

  /** As a nightly run is asked. */
  public Request(
      Settings settings,
      String settingsHash,
      Path input,
      Path data,
      Optional<Period> period,
      Optional<Instant> asOf,
      Optional<String> from,
      Optional<String> to) {
    this(settings, settingsHash, input, data, period, asOf, from, to, Release.NIGHTLY);
  }

  /** Where the tables lie. */
  public Path warehouse() {
    return data.resolve("warehouse");
  }

  /** Where the published files go; a preview is not among them. */
  public Path published() {
    return data.resolve(isPreview() ? "preview" : "published");
  }

  /** Whether the editions are for the agencies to check. */
  public boolean isPreview() {
    return release.kind() == EditionKind.PREVIEW;
  }

  /** The final edition of {@code of} that the settings announce for a later day than today's. */
  Optional<PlannedEdition> announced(Period of) {
    LocalDate today = LocalDate.now(settings.zone());
    return settings.periods().releases().stream()
        .filter(planned -> planned.isFinal() && planned.period().equals(of))
        .filter(planned -> planned.on().isAfter(today))
        .findFirst();
  }

  /**
   * What is said of the edition of {@code of}: among many periods one whose final edition is
   * announced for a later day stays provisional until then.
   */
  Release release(Period of) {
    return release.kind() == EditionKind.FINAL && announced(of).isPresent()
        ? new Release(EditionKind.PROVISIONAL, release.reason())
        : release;
  }

  /** Where the reference tables lie. */
  public Path reference() {
    return settings.reference().orElse(input.resolve("reference"));
  }
}
