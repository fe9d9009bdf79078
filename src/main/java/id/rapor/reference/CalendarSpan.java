package id.rapor.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One working calendar laid out over a span of days as arrays of running totals, so that working
 * time between two moments, and the moment at which some working time has passed, are array
 * look-ups: no search and no loop per case.
 *
 * <p>Days are counted from 0 = the first day; one closed day more stands at the end, so that the
 * span's end can be looked up too.
 */
final class CalendarSpan {
  /** Minutes of a day, and the length of one schedule in {@link #worked} less one. */
  static final int DAY = 1440;

  final String code;
  final LocalDate first;

  /** Day to working minutes before it; one element more than days. */
  final int[] minutesBefore;

  /** Day to open days up to it, itself included. */
  final int[] openDays;

  /** Open day, from 0, to its day. */
  final int[] dayOfOpenDay;

  /** Day to where its schedule begins in {@link #worked} and {@link #wall}. */
  final int[] scheduleStart;

  /** Minute of the day, 0 to 1440, to working minutes of the day before it; by schedule. */
  final int[] worked;

  /** Working minutes of the day to the first minute of the day at which they have passed. */
  final int[] wall;

  /** Working minutes per bin: the shortest open day's, so that a bin meets at most two days. */
  final int bin;

  /** Bin of running working minutes to the day that holds its first. */
  final int[] binFirstDay;

  /** Bin of running working minutes to the day that holds its last. */
  final int[] binLastDay;

  private final List<List<Opening>> schedules = new ArrayList<>();

  /** Lays {@code calendar} out over {@code days} days from {@code first}. */
  CalendarSpan(WorkingCalendar calendar, LocalDate first, int days) {
    this.code = calendar.code();
    this.first = first;
    minutesBefore = new int[days + 2];
    openDays = new int[days + 1];
    scheduleStart = new int[days + 1];
    int[] open = new int[days];
    int opened = 0;
    int shortest = DAY;
    for (int day = 0; day <= days; day++) {
      List<Opening> openings = day < days ? calendar.openings(first.plusDays(day)) : List.of();
      int minutes = openings.stream().mapToInt(Opening::minutes).sum();
      if (minutes > 0) {
        shortest = Math.min(shortest, minutes);
        open[opened++] = day;
      }
      minutesBefore[day + 1] = minutesBefore[day] + minutes;
      openDays[day] = opened;
      scheduleStart[day] = schedule(openings) * (DAY + 1);
    }
    dayOfOpenDay = Arrays.copyOf(open, opened);
    worked = new int[schedules.size() * (DAY + 1)];
    wall = new int[schedules.size() * (DAY + 1)];
    fillSchedules();
    bin = shortest;
    int bins = (total() + bin - 1) / bin;
    binFirstDay = new int[bins];
    binLastDay = new int[bins];
    fillBins();
  }

  /** Working minutes of the whole span. */
  int total() {
    return minutesBefore[minutesBefore.length - 1];
  }

  /** Schedule to the minutes of the day at which it opens. */
  int[][] opens() {
    return schedules.stream()
        .map(schedule -> schedule.stream().mapToInt(Opening::opens).toArray())
        .toArray(int[][]::new);
  }

  /** Schedule to the minutes of the day at which it closes, matching {@link #opens}. */
  int[][] closes() {
    return schedules.stream()
        .map(schedule -> schedule.stream().mapToInt(Opening::closes).toArray())
        .toArray(int[][]::new);
  }

  private int schedule(List<Opening> openings) {
    int known = schedules.indexOf(openings);
    if (known < 0) {
      schedules.add(openings);
    }
    return known < 0 ? schedules.size() - 1 : known;
  }

  private void fillSchedules() {
    for (int s = 0; s < schedules.size(); s++) {
      int start = s * (DAY + 1);
      for (Opening opening : schedules.get(s)) {
        for (int minute = opening.opens(); minute < opening.closes(); minute++) {
          worked[start + minute + 1] = 1;
        }
      }
      for (int minute = 1; minute <= DAY; minute++) {
        int more = worked[start + minute];
        worked[start + minute] = worked[start + minute - 1] + more;
        if (more == 1) {
          wall[start + worked[start + minute]] = minute;
        }
      }
    }
  }

  private void fillBins() {
    int day = 0;
    for (int each = 0; each < binFirstDay.length; each++) {
      day = holding(each * bin + 1, day);
      binFirstDay[each] = day;
      binLastDay[each] = holding(Math.min((each + 1) * bin, total()), day);
    }
  }

  private int holding(int minute, int from) {
    int day = from;
    while (minutesBefore[day + 1] < minute) {
      day++;
    }
    return day;
  }
}
