package id.rapor.reference;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When the offices of some places are open, in local wall-clock time.
 *
 * @param levels hours from the most specific down to the default; on each day the first level that
 *     has any row valid on that day counts, for all weekdays: an office may so have hours of its
 *     own during Ramadan alone
 * @param outOfTurn days on which offices are closed (false), or open though another rule would
 *     close them (true)
 */
record WorkingCalendar(List<List<OfficeHour>> levels, NavigableMap<LocalDate, Boolean> outOfTurn) {
  private static final int CODE_LENGTH = 12;

  /** Monday to Friday 08:00-16:00 (feeds contract). */
  static final List<OfficeHour> DEFAULT_HOURS =
      Stream.of(DayOfWeek.values())
          .limit(5)
          .map(
              day ->
                  new OfficeHour(
                      java.util.Optional.empty(),
                      java.util.Optional.empty(),
                      day,
                      new Opening(8 * 60, 16 * 60),
                      Spell.ALWAYS))
          .toList();

  WorkingCalendar {
    levels = levels.stream().map(List::copyOf).toList();
    outOfTurn = Collections.unmodifiableNavigableMap(new TreeMap<>(outOfTurn));
    if (levels.isEmpty() || levels.get(levels.size() - 1).isEmpty()) {
      throw new IllegalArgumentException("Cannot make a calendar without default hours");
    }
  }

  /**
   * The openings of a day, ascending; none when closed. A day open out of turn has its weekday's
   * hours, or where the weekday has none those of the nearest weekday that is open; of two equally
   * near the one before (a Sunday between open Saturdays and Mondays keeps Saturday's hours).
   */
  List<Opening> openings(LocalDate date) {
    Boolean exception = outOfTurn.get(date);
    if (Boolean.FALSE.equals(exception)) {
      return List.of();
    }
    List<OfficeHour> week = inForce(date);
    List<Opening> own = on(week, date.getDayOfWeek());
    return own.isEmpty() && exception != null ? nearest(week, date.getDayOfWeek()) : own;
  }

  /**
   * The code, equal for calendars of equal rules whatever their order: 12 hexadecimal digits of
   * SHA-256 over them.
   */
  String code() {
    String text =
        levels.stream().map(WorkingCalendar::text).collect(Collectors.joining("/")) + outOfTurn;
    byte[] hash = ReferenceFolder.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, CODE_LENGTH);
  }

  private static String text(List<OfficeHour> level) {
    return level.stream()
        .map(hour -> hour.weekday() + " " + hour.opening() + " " + hour.spell())
        .sorted()
        .collect(Collectors.joining(";"));
  }

  private List<OfficeHour> inForce(LocalDate date) {
    for (List<OfficeHour> level : levels) {
      List<OfficeHour> valid = level.stream().filter(hour -> hour.spell().covers(date)).toList();
      if (!valid.isEmpty()) {
        return valid;
      }
    }
    return List.of();
  }

  private static List<Opening> on(List<OfficeHour> week, DayOfWeek day) {
    return week.stream()
        .filter(hour -> hour.weekday() == day)
        .map(OfficeHour::opening)
        .sorted(Comparator.comparingInt(Opening::opens))
        .toList();
  }

  private static List<Opening> nearest(List<OfficeHour> week, DayOfWeek day) {
    return IntStream.rangeClosed(1, 3)
        .boxed()
        .flatMap(away -> Stream.of(day.minus(away), day.plus(away)))
        .map(other -> on(week, other))
        .filter(openings -> !openings.isEmpty())
        .findFirst()
        .orElse(List.of());
  }
}
