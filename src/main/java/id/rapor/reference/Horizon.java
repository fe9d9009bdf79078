package id.rapor.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/**
 * Which days the calendars must hold: from 1 January of the first year that any clock needs, to far
 * enough beyond as-of that the due moment of any case lies inside.
 *
 * @param first the first day
 * @param days how many days from there
 */
record Horizon(LocalDate first, int days) {
  /** One slip of the pen (a year 0025) must not make calendars of two thousand years. */
  private static final int MOST_YEARS_BACK = 100;

  private static final int MOST_YEARS_AHEAD = 50;

  /** How far beyond the last day a due moment is looked for: 20 years. */
  private static final int MOST_DAYS_BEYOND = 7305;

  private static final long DAY_SECONDS = 86_400;

  /**
   * The longest way from a clock's start to a due moment, its parts walked one after the other.
   *
   * @param days elapsed days
   * @param openDays open days
   * @param minutes working minutes
   */
  record Reach(long days, long openDays, long minutes) {

    /** Twice the longest limits (completion is judged at twice the limit), and the pauses. */
    static Reach of(List<Standard> standards, Survey survey) {
      long elapsed =
          twiceLongest(standards, TimeLimit.Unit.CALENDAR_DAYS)
              + twiceLongest(standards, TimeLimit.Unit.MINUTES) / CalendarSpan.DAY;
      // A case can be paused for no longer than it took.
      return new Reach(
          elapsed + survey.longestSeconds() / DAY_SECONDS + 2,
          twiceLongest(standards, TimeLimit.Unit.WORKING_DAYS) + 1,
          twiceLongest(standards, TimeLimit.Unit.WORKING_HOURS) * 60 + survey.pausedMinutes());
    }

    private static long twiceLongest(List<Standard> standards, TimeLimit.Unit unit) {
      return 2
          * standards.stream()
              .flatMap(standard -> standard.limit().stream())
              .filter(limit -> limit.unit() == unit)
              .mapToLong(TimeLimit::amount)
              .max()
              .orElse(0);
    }
  }

  static Horizon of(
      Survey survey, Instant asOf, Reach reach, Collection<WorkingCalendar> calendars) {
    LocalDate now = day(asOf);
    LocalDate first = later(day(survey.first()).minusDays(1), now.minusYears(MOST_YEARS_BACK));
    LocalDate last = earlier(day(survey.last()).plusDays(1), now.plusYears(MOST_YEARS_AHEAD));
    LocalDate end = last;
    for (WorkingCalendar calendar : calendars) {
      end = later(end, end(calendar, last, reach));
    }
    LocalDate start = first.withDayOfYear(1);
    return new Horizon(start, Math.toIntExact(end.toEpochDay() - start.toEpochDay() + 1));
  }

  /** When its last day has ended everywhere. */
  Instant end() {
    return first.plusDays(days + 2L).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static LocalDate end(WorkingCalendar calendar, LocalDate from, Reach reach) {
    LocalDate furthest = from.plusDays(MOST_DAYS_BEYOND);
    LocalDate day = from.plusDays(Math.min(reach.days(), MOST_DAYS_BEYOND));
    long openDays = reach.openDays();
    long minutes = reach.minutes();
    while ((openDays > 0 || minutes > 0) && day.isBefore(furthest)) {
      day = day.plusDays(1);
      int opened = calendar.openings(day).stream().mapToInt(Opening::minutes).sum();
      if (opened > 0 && openDays > 0) {
        openDays--;
      } else {
        minutes -= opened;
      }
    }
    return day;
  }

  private static LocalDate day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
