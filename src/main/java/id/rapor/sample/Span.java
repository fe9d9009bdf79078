package id.rapor.sample;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The months that the nation lives through. Times are local wall-clock times as seconds since 1970;
 * what happens after the span is not known yet.
 */
final class Span {
  static final int DAY = 86_400;

  /** Days after the span that calendars still know, for work that is not finished within it. */
  private static final int TAIL = 500;

  private static final YearMonth LAST = YearMonth.of(2026, 6);

  private final YearMonth first;
  private final int months;
  private final long[] starts;
  private final int[] monthOfDay;

  Span(int months) {
    this.months = months;
    this.first = LAST.minusMonths(months - 1L);
    this.starts = new long[months + 1];
    for (int month = 0; month <= months; month++) {
      starts[month] = first.plusMonths(month).atDay(1).toEpochDay() * DAY;
    }
    this.monthOfDay = new int[(int) ((starts[months] - starts[0]) / DAY)];
    for (int day = 0; day < monthOfDay.length; day++) {
      LocalDate date = firstDay().plusDays(day);
      monthOfDay[day] =
          (date.getYear() - first.getYear()) * 12 + date.getMonthValue() - firstMonthValue();
    }
  }

  int months() {
    return months;
  }

  LocalDate firstDay() {
    return first.atDay(1);
  }

  /** Days that calendars must know. */
  int days() {
    return monthOfDay.length + TAIL;
  }

  YearMonth month(int month) {
    return first.plusMonths(month);
  }

  long start(int month) {
    return starts[month];
  }

  /** First second after {@code month}. */
  long end(int month) {
    return starts[month + 1];
  }

  /** First second that nobody knows anything about. */
  long horizon() {
    return starts[months];
  }

  boolean knows(long local) {
    return local < horizon();
  }

  /** Index of the month of {@code local}; the number of months when it is later than all. */
  int monthOf(long local) {
    return knows(local) ? monthOfDay[(int) ((local - starts[0]) / DAY)] : months;
  }

  private int firstMonthValue() {
    return first.getMonthValue();
  }
}
