package id.rapor.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One working calendar laid out over a span of days as running totals, so that working time between
 * two moments is a difference of two look-ups.
 *
 * <p>Days are counted from 0 = the first day; one closed day more stands at the end, so that the
 * span's end can be looked up too.
 */
final class CalendarSpan {
  /** Minutes of a day. */
  static final int DAY = 1440;

  final String code;

  /** Day to working minutes before it; one element more than days. */
  final int[] minutesBefore;

  /** Day to open days up to it, itself included. */
  final int[] openDays;

  /** Day to the number of its schedule. */
  final int[] schedule;

  /** The different days that occur, by their openings. */
  final List<List<Opening>> schedules = new ArrayList<>();

  /** Lays {@code calendar} out over {@code days} days from {@code first}. */
  CalendarSpan(WorkingCalendar calendar, LocalDate first, int days) {
    code = calendar.code();
    minutesBefore = new int[days + 2];
    openDays = new int[days + 1];
    schedule = new int[days + 1];
    int opened = 0;
    for (int day = 0; day <= days; day++) {
      List<Opening> openings = day < days ? calendar.openings(first.plusDays(day)) : List.of();
      int minutes = openings.stream().mapToInt(Opening::minutes).sum();
      opened += minutes > 0 ? 1 : 0;
      minutesBefore[day + 1] = minutesBefore[day] + minutes;
      openDays[day] = opened;
      schedule[day] = number(openings);
    }
  }

  /** Working minutes of the whole span. */
  long totalMinutes() {
    return minutesBefore[minutesBefore.length - 1];
  }

  /** Open days of the whole span. */
  long totalOpenDays() {
    return openDays[openDays.length - 1];
  }

  /** The most openings that any day has. */
  int mostOpenings() {
    return schedules.stream().mapToInt(List::size).max().orElse(0);
  }

  /**
   * The longest open day's working minutes, a whole day where none is open: in bins of it a day of
   * usual length meets two.
   */
  int longestDay() {
    return schedules.stream()
        .filter(openings -> !openings.isEmpty())
        .mapToInt(openings -> openings.stream().mapToInt(Opening::minutes).sum())
        .max()
        .orElse(DAY);
  }

  /** Schedule to the minutes of the day at which it opens. */
  int[][] opens() {
    return schedules.stream()
        .map(openings -> openings.stream().mapToInt(Opening::opens).toArray())
        .toArray(int[][]::new);
  }

  /** Schedule to the minutes of the day at which it closes, matching {@link #opens}. */
  int[][] closes() {
    return schedules.stream()
        .map(openings -> openings.stream().mapToInt(Opening::closes).toArray())
        .toArray(int[][]::new);
  }

  private int number(List<Opening> openings) {
    int known = schedules.indexOf(openings);
    if (known < 0) {
      schedules.add(openings);
    }
    return known < 0 ? schedules.size() - 1 : known;
  }
}
