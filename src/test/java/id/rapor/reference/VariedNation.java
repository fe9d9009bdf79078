package id.rapor.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reference tables made to meet every turn of the working calendar. */
final class VariedNation {
  static final List<String> ZONES = List.of("Asia/Jakarta", "Europe/Rome", "America/Santiago");

  private VariedNation() {}

  /** Three zones, two with summer time; six-day weeks, breaks, short Fridays, a night shift. */
  static Reference reference() {
    return new Reference(
        ZONES.stream().map(VariedNation::agency).toList(),
        ZONES.stream().map(VariedNation::region).toList(),
        List.of(),
        standards(),
        holidays(),
        hours(),
        List.of(),
        Optional.empty(),
        List.of(),
        "");
  }

  static OfficeHour hour(String agency, DayOfWeek day, int opens, int closes) {
    return WorkingCalendarTest.hour("", agency, day, opens, closes, Spell.ALWAYS);
  }

  private static Agency agency(String zone) {
    Optional<String> none = Optional.empty();
    return new Agency(zone, none, none, none, Optional.of(zone), none, none, Spell.ALWAYS);
  }

  private static Region region(String zone) {
    return new Region(zone, Optional.empty(), Optional.empty(), Optional.of(ZoneId.of(zone)));
  }

  private static Standard standard(String service, TimeLimit limit) {
    return new Standard(
        service,
        Standard.REGULAR,
        Optional.empty(),
        Optional.empty(),
        Spell.ALWAYS,
        Tariff.UNKNOWN,
        Optional.of(limit),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private static List<OfficeHour> hours() {
    List<OfficeHour> hours = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day != DayOfWeek.SUNDAY) {
        hours.add(hour("Europe/Rome", day, 480, 720));
        hours.add(hour("Europe/Rome", day, 780, day == DayOfWeek.FRIDAY ? 840 : 960));
        hours.add(hour("America/Santiago", day, 0, 120));
        hours.add(hour("America/Santiago", day, 600, 601));
        hours.add(hour("America/Santiago", day, 1200, 1440));
      }
    }
    return hours;
  }

  private static List<Holiday> holidays() {
    return List.of(
        WorkingCalendarTest.holiday(LocalDate.of(2025, 3, 31), "", Holiday.Kind.HOLIDAY),
        WorkingCalendarTest.holiday(LocalDate.of(2025, 4, 21), "Europe/Rome", Holiday.Kind.HOLIDAY),
        WorkingCalendarTest.holiday(LocalDate.of(2025, 4, 27), "", Holiday.Kind.EXTRA_OPEN));
  }

  private static List<Standard> standards() {
    List<Standard> standards = new ArrayList<>();
    for (TimeLimit.Unit unit : TimeLimit.Unit.values()) {
      for (long amount : new long[] {0, 1, 4, 8}) {
        standards.add(standard(unit.code() + amount, new TimeLimit(amount, unit)));
      }
    }
    standards.add(standard("hour", new TimeLimit(60, TimeLimit.Unit.MINUTES)));
    standards.add(standard("long", new TimeLimit(5000, TimeLimit.Unit.MINUTES)));
    return standards;
  }
}
