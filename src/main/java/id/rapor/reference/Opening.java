package id.rapor.reference;

import java.time.DateTimeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One stretch of a day during which an office is open.
 *
 * @param opens first open minute of the day, 0 to 1439
 * @param closes first minute after it, to 1440 = 24:00
 */
public record Opening(int opens, int closes) {
  private static final int DAY = 1440;
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})[:.](\\d{2})(?:[:.]00)?");

  public Opening {
    if (opens < 0 || closes > DAY || opens >= closes) {
      throw new IllegalArgumentException("Cannot open from minute " + opens + " to " + closes);
    }
  }

  int minutes() {
    return closes - opens;
  }

  boolean overlaps(Opening other) {
    return opens < other.closes && other.opens < closes;
  }

  /** The minute of the day of a wall-clock time such as {@code 07:30}, {@code 7.30} or 24:00. */
  static int minute(String clock) {
    Matcher parts = CLOCK.matcher(clock);
    int minute =
        parts.matches()
            ? Integer.parseInt(parts.group(1)) * 60 + Integer.parseInt(parts.group(2))
            : -1;
    if (minute < 0 || minute > DAY || Integer.parseInt(parts.group(2)) > 59) {
      throw new DateTimeException("Cannot read the time " + clock);
    }
    return minute;
  }
}
