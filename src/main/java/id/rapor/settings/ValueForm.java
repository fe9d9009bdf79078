package id.rapor.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How the values of one column are written in a source. A reader tries nothing that is not said
 * here: a text of another form is told as a wrong type, never guessed at.
 *
 * @param patterns key {@code patterns}: date patterns (Java's DateTimeFormatter) tried in turn, or
 *     {@code epoch} and {@code epoch_ms} for seconds and milliseconds since 1970; without any, ISO
 *     8601. Names of months may be Indonesian or English, in any case
 * @param numbers key {@code numbers}: how numbers and money are written; default plain
 * @param zone key {@code zone}: of this column's wall-clock times; default that of the row
 * @param letters key {@code letters}: upper or lower case for every value, before codes are looked
 *     up; default as delivered
 */
public record ValueForm(
    List<String> patterns, Numbers numbers, Optional<ZoneId> zone, Letters letters) {

  /** A column in the feed's own form. */
  public static final ValueForm PLAIN =
      new ValueForm(List.of(), Numbers.PLAIN, Optional.empty(), Letters.AS_DELIVERED);

  /** How numbers are written. */
  public enum Numbers {
    /** Digits with a decimal point and nothing else. */
    PLAIN,
    /** {@code Rp1.350.000,00}, {@code 1,35 juta}, {@code (500)}, {@code 45%}. */
    INDONESIAN,
    /** {@code $1,350,000.00}, {@code 1.35 million}, {@code (500)}, {@code 45%}. */
    ENGLISH
  }

  /** What becomes of upper and lower case. */
  public enum Letters {
    AS_DELIVERED,
    UPPER,
    LOWER
  }

  public ValueForm {
    patterns = List.copyOf(patterns);
  }
}
