package id.rapor.publish;

import id.rapor.settings.Period;
import id.rapor.settings.Periods;
import id.rapor.settings.PlannedEdition;
import id.rapor.settings.Scoring;
import id.rapor.settings.Settings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings under which the tests publish. */
final class Choices {
  private Choices() {}

  static Settings of(String language, Scoring scoring, String... notes) {
    Settings base = Settings.DEFAULTS;
    return new Settings(
        base.title(),
        language.equals("id") ? "Data sintetis, untuk percobaan." : "Synthetic data, for trial.",
        language,
        base.currency(),
        ZoneId.of("Asia/Jakarta"),
        Optional.empty(),
        List.of(),
        announcing(base.periods()),
        scoring,
        base.detectors(),
        base.fees(),
        base.identity(),
        List.of(notes));
  }

  /** A final edition of a past period, and two editions of the next one, in no order. */
  private static Periods announcing(Periods base) {
    return new Periods(
        base.kinds(),
        base.named(),
        base.headline(),
        List.of(
            planned("2026-H2", "final", "2027-03-31"),
            planned("2026-H2", "provisional", "2027-01-20"),
            planned("2025-H2", "final", "2026-03-31")));
  }

  private static PlannedEdition planned(String period, String edition, String on) {
    return new PlannedEdition(Period.parse(period).orElseThrow(), edition, LocalDate.parse(on));
  }

  static Settings of(String language) {
    return of(language, Scoring.DEFAULTS);
  }

  /** Settings under which only two perspectives apply. */
  static Settings ofTwoPerspectives() {
    return of("id", new Scoring(Map.of("process", 0.5, "customer", 0.25), Optional.empty(), 0.6));
  }
}
