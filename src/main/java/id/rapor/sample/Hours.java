package id.rapor.sample;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** When an office is open: a pattern of weekly sessions, local wall-clock time. */
enum Hours {
  /** What holds for an agency without rows of its own: Monday to Friday, 08:00-16:00. */
  DEFAULT,
  /** With a break at noon, longer on Fridays. */
  BREAKS,
  /** Shorter days and Saturday morning. */
  SIX_DAYS,
  /** A one-stop hall: full days and Saturday morning. */
  HALL;

  /** One opening: minutes of the day. */
  record Session(int opens, int closes) {}

  private static final Session FULL = new Session(8 * 60, 16 * 60);
  private static final Session SHORT = new Session(8 * 60, 15 * 60);
  private static final Session SATURDAY = new Session(8 * 60, 12 * 60);
  private static final List<Session> NOON_BREAK =
      List.of(new Session(7 * 60 + 30, 12 * 60), new Session(12 * 60 + 30, 16 * 60));
  private static final List<Session> FRIDAY_BREAK =
      List.of(new Session(7 * 60 + 30, 11 * 60 + 30), new Session(13 * 60, 16 * 60));

  /** The sessions of one weekday, in order; none when closed. */
  List<Session> on(DayOfWeek day) {
    boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    return switch (this) {
      case DEFAULT -> weekend ? List.of() : List.of(FULL);
      case BREAKS -> weekend ? List.of() : day == DayOfWeek.FRIDAY ? FRIDAY_BREAK : NOON_BREAK;
      case SIX_DAYS -> withSaturday(day, SHORT);
      case HALL -> withSaturday(day, FULL);
    };
  }

  private static final Map<Hours, Integer> DAY_SECONDS =
      Arrays.stream(values())
          .collect(
              Collectors.toMap(
                  hours -> hours, Hours::seconds, (a, b) -> a, () -> new EnumMap<>(Hours.class)));

  /** Working seconds of an ordinary day. */
  int daySeconds() {
    return DAY_SECONDS.get(this);
  }

  private int seconds() {
    return on(DayOfWeek.MONDAY).stream().mapToInt(s -> (s.closes() - s.opens()) * 60).sum();
  }

  private static List<Session> withSaturday(DayOfWeek day, Session weekday) {
    return switch (day) {
      case SATURDAY -> List.of(SATURDAY);
      case SUNDAY -> List.of();
      default -> List.of(weekday);
    };
  }
}
