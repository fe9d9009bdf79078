package id.rapor.publish;

import id.rapor.settings.Scoring;
import id.rapor.settings.Settings;
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
        base.periods(),
        scoring,
        base.detectors(),
        base.fees(),
        base.identity(),
        List.of(notes));
  }

  static Settings of(String language) {
    return of(language, Scoring.DEFAULTS);
  }

  /** Settings under which only two perspectives apply. */
  static Settings ofTwoPerspectives() {
    return of("id", new Scoring(Map.of("process", 0.5, "customer", 0.25), Optional.empty(), 0.6));
  }
}
