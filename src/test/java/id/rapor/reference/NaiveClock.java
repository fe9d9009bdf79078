package id.rapor.reference;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Working time by walking minute by minute: slow, and too simple to be wrong. */
final class NaiveClock {
  /** The last minute in time, and whether it is due at 24:00 of that day. */
  record Due(LocalDateTime lastMinute, boolean midnight) {}

  private final WorkingCalendar calendar;
  private final Map<LocalDate, boolean[]> open = new HashMap<>();

  NaiveClock(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  long worked(LocalDateTime from, LocalDateTime to) {
    long minutes = 0;
    LocalDateTime end = to.truncatedTo(ChronoUnit.MINUTES);
    for (LocalDateTime at = from.truncatedTo(ChronoUnit.MINUTES);
        at.isBefore(end);
        at = at.plusMinutes(1)) {
      minutes += isOpen(at) ? 1 : 0;
    }
    return minutes;
  }

  /**
   * @param elapsed where the clock stands after the limit, for a limit in elapsed minutes
   */
  Due due(LocalDateTime start, TimeLimit limit, LocalDateTime elapsed, long paused) {
    LocalDateTime begun = start.truncatedTo(ChronoUnit.MINUTES);
    Due unpaused =
        switch (limit.unit()) {
          case WORKING_DAYS -> new Due(endOf(openDay(begun.toLocalDate(), limit.amount())), true);
          case CALENDAR_DAYS -> new Due(endOf(begun.toLocalDate().plusDays(limit.amount())), true);
          case WORKING_HOURS -> new Due(after(begun, limit.amount() * 60), false);
          case MINUTES -> new Due(elapsed.truncatedTo(ChronoUnit.MINUTES), false);
        };
    return paused == 0 ? unpaused : pushed(unpaused, paused);
  }

  private Due pushed(Due unpaused, long paused) {
    LocalDateTime from =
        unpaused.midnight() ? unpaused.lastMinute().plusMinutes(1) : unpaused.lastMinute();
    LocalDateTime reached = after(from, paused);
    // The minute before it was the day's last open one: the day has closed for good.
    LocalDate day = reached.minusMinutes(1).toLocalDate();
    boolean closed = worked(reached, day.plusDays(1).atStartOfDay()) == 0;
    return closed ? new Due(endOf(day), true) : new Due(reached, false);
  }

  private LocalDateTime after(LocalDateTime from, long minutes) {
    LocalDateTime at = from;
    for (long left = minutes; left > 0; at = at.plusMinutes(1)) {
      left -= isOpen(at) ? 1 : 0;
    }
    return at;
  }

  private LocalDate openDay(LocalDate start, long count) {
    LocalDate day = start;
    for (long left = count; left > 0; ) {
      day = day.plusDays(1);
      left -= calendar.openings(day).isEmpty() ? 0 : 1;
    }
    return day;
  }

  private boolean isOpen(LocalDateTime at) {
    return open.computeIfAbsent(at.toLocalDate(), this::minutes)[
        at.getHour() * 60 + at.getMinute()];
  }

  private boolean[] minutes(LocalDate day) {
    boolean[] minutes = new boolean[1440];
    for (Opening opening : calendar.openings(day)) {
      java.util.Arrays.fill(minutes, opening.opens(), opening.closes(), true);
    }
    return minutes;
  }

  private static LocalDateTime endOf(LocalDate day) {
    return day.atTime(23, 59);
  }
}
