package id.rapor.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Days and moments as text: {@code 17 Desember 2024}. */
public final class Dates {
  private Dates() {}

  /** A day: {@code 17 Desember 2024}, {@code 17 December 2024}. */
  public static String day(LocalDate day, Language language) {
    return day.getDayOfMonth() + " " + month(YearMonth.from(day), language);
  }

  /** A month: {@code Maret 2025}, {@code March 2025}. */
  public static String month(YearMonth month, Language language) {
    return language.month(month.getMonthValue()) + " " + month.getYear();
  }

  /**
   * A moment to the minute, with the name of the zone whose clock it is told by: {@code 17 Desember
   * 2024 pukul 09.05 (Asia/Jakarta)}, {@code 17 December 2024, 09:05 (Asia/Jakarta)}.
   */
  public static String moment(Instant moment, ZoneId zone, Language language) {
    ZonedDateTime local = moment.atZone(zone);
    return day(local.toLocalDate(), language)
        + language.pick(" pukul ", ", ")
        + twoDigits(local.getHour())
        + language.pick(".", ":")
        + twoDigits(local.getMinute())
        + " ("
        + zone.getId()
        + ")";
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
