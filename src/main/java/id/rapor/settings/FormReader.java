package id.rapor.settings;

import id.rapor.settings.ValueForm.Letters;
import id.rapor.settings.ValueForm.Numbers;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads how the values of a column are written. */
final class FormReader {
  static final List<String> KEYS = List.of("patterns", "numbers", "zone", "letters");

  private static final Set<String> EPOCHS = Set.of("epoch", "epoch_ms");

  /** Letters of date patterns that Spark reads as Java does. */
  private static final String LETTERS = "[GyuMLdDhHkKmsSaVzOXxZ]+";

  private FormReader() {}

  static ValueForm read(Section section) {
    return new ValueForm(
        patterns(section),
        section
            .value("numbers")
            .flatMap(
                value ->
                    value.oneOf(
                        "plain, indonesian (1.350.000,00) or english (1,350,000.00)",
                        List.of("plain", "indonesian", "english")))
            .map(code -> Numbers.valueOf(code.toUpperCase(Locale.ROOT)))
            .orElse(Numbers.PLAIN),
        SettingsFile.zone(section),
        section
            .value("letters")
            .flatMap(value -> value.oneOf("upper or lower", List.of("upper", "lower")))
            .map(code -> Letters.valueOf(code.toUpperCase(Locale.ROOT)))
            .orElse(Letters.AS_DELIVERED));
  }

  private static List<String> patterns(Section section) {
    return section
        .value("patterns")
        .map(value -> value.items("a date pattern or a list of them"))
        .orElse(List.of())
        .stream()
        .flatMap(
            item ->
                item
                    .as(
                        "a date pattern such as dd/MM/uuuu HH:mm, epoch or epoch_ms",
                        FormReader::pattern)
                    .stream())
        .toList();
  }

  private static Optional<String> pattern(String text) {
    if (EPOCHS.contains(text)) {
      return Optional.of(text);
    }
    if (!text.replaceAll("'[^']*'", "").replaceAll("[^A-Za-z]", "").matches(LETTERS)) {
      return Optional.empty();
    }
    try {
      DateTimeFormatter understood = DateTimeFormatter.ofPattern(text, Locale.ROOT);
      return Optional.of(text).filter(pattern -> !understood.toString().isBlank());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
