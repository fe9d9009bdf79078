package id.rapor.settings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads the key {@code releases}. */
final class ReleasesReader {
  private static final String PROVISIONAL = "provisional";
  private static final List<String> EDITIONS = List.of(PROVISIONAL, PlannedEdition.FINAL);

  private ReleasesReader() {}

  static List<PlannedEdition> read(Section top) {
    return top
        .value("releases")
        .map(value -> value.items("a list of editions with period, edition and day"))
        .orElse(List.of())
        .stream()
        .flatMap(item -> planned(item).stream())
        .toList();
  }

  /** Empty where a key that it needs is missing or wrong, which is noted. */
  private static Optional<PlannedEdition> planned(Value item) {
    Section planned = new Section(item, List.of("period", "edition", "on"));
    Optional<Period> period =
        planned
            .required("period")
            .flatMap(value -> value.as("a period such as 2026-Q3", Period::parse));
    String edition =
        planned
            .value("edition")
            .flatMap(value -> value.oneOf("provisional or final", EDITIONS))
            .orElse(PROVISIONAL);
    Optional<LocalDate> on = planned.required("on").flatMap(Value::day);
    if (period.isEmpty() || on.isEmpty()) {
      return Optional.empty();
    }
    if (on.get().isBefore(period.get().end())) {
      item.fault(item.name() + " is to appear before its period has ended, expected a later day");
    }
    return Optional.of(new PlannedEdition(period.get(), edition, on.get()));
  }
}
