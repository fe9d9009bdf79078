package id.rapor.sample;

import id.rapor.sample.Hours.Session;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts working seconds of one office: from a local wall-clock time to working time since the
 * span's first day, and back. Both by a table of sums, so in the logarithm of the days.
 */
final class WorkCalendar {
  private final long firstDay;
  private final Session[][] sessions;
  private final long[] before;
  private final int[] openDays;

  WorkCalendar(Span span, Hours hours, Region place, List<Holiday> holidays) {
    Set<LocalDate> closed =
        holidays.stream()
            .filter(holiday -> holiday.holdsIn(place))
            .map(Holiday::date)
            .collect(Collectors.toSet());
    this.firstDay = span.firstDay().toEpochDay();
    this.sessions = new Session[span.days()][];
    this.before = new long[span.days() + 1];
    for (int day = 0; day < sessions.length; day++) {
      LocalDate date = span.firstDay().plusDays(day);
      List<Session> open = closed.contains(date) ? List.of() : hours.on(date.getDayOfWeek());
      sessions[day] = open.toArray(Session[]::new);
      before[day + 1] = before[day] + seconds(open);
    }
    this.openDays = openDays(sessions);
  }

  /** Working seconds from the first day's start until {@code local}. */
  long worked(long local) {
    int day = dayOf(local);
    long second = local - secondOf(day);
    long sum = before[day];
    for (Session session : sessions[day]) {
      sum += Math.max(0, Math.min(second, session.closes() * 60L) - session.opens() * 60L);
    }
    return sum;
  }

  /** The earliest local time at which {@code worked} seconds of work have been done. */
  long at(long worked) {
    if (worked >= before[sessions.length]) {
      return Draft.NEVER;
    }
    int found = Arrays.binarySearch(before, worked + 1);
    int day = found >= 0 ? firstEqual(found) - 1 : -found - 2;
    long rest = worked - before[day];
    for (Session session : sessions[day]) {
      long length = (session.closes() - session.opens()) * 60L;
      if (rest < length) {
        return secondOf(day) + session.opens() * 60L + rest;
      }
      rest -= length;
    }
    throw new IllegalStateException("no session holds working second " + worked);
  }

  /** {@code local} and {@code seconds} of work later. */
  long after(long local, long seconds) {
    return at(worked(local) + seconds);
  }

  /** Midnight that ends the {@code count}-th open day after the day of {@code local}. */
  long endOfOpenDay(long local, int count) {
    int found = Arrays.binarySearch(openDays, dayOf(local));
    int next = found >= 0 ? found + 1 : -found - 1;
    return secondOf(openDays[Math.min(next + count - 1, openDays.length - 1)] + 1);
  }

  /** Midnight that begins the {@code count}-th last open day before {@code local}. */
  long startOfLastOpenDays(long local, int count) {
    int found = Arrays.binarySearch(openDays, dayOf(local));
    int next = found >= 0 ? found : -found - 1;
    return secondOf(openDays[Math.max(0, next - count)]);
  }

  private int firstEqual(int found) {
    int first = found;
    while (first > 0 && before[first - 1] == before[found]) {
      first--;
    }
    return first;
  }

  private int dayOf(long local) {
    return (int) (Math.floorDiv(local, (long) Span.DAY) - firstDay);
  }

  private long secondOf(int day) {
    return (firstDay + day) * Span.DAY;
  }

  private static long seconds(List<Session> open) {
    return open.stream().mapToLong(session -> (session.closes() - session.opens()) * 60L).sum();
  }

  private static int[] openDays(Session[][] sessions) {
    return java.util.stream.IntStream.range(0, sessions.length)
        .filter(day -> sessions[day].length > 0)
        .toArray();
  }
}
