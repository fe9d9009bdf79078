package id.rapor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which hours hold on which day. 2 June 2025 is a Monday. */
class WorkingCalendarTest {
  private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);
  private static final LocalDate SATURDAY = LocalDate.of(2025, 6, 7);
  private static final LocalDate SUNDAY = LocalDate.of(2025, 6, 8);
  private static final Opening DAY = new Opening(480, 960);

  @Test
  void withoutTablesItIsOpenOnWeekdaysFromEightToFour() {
    WorkingCalendar calendar = calendars(List.of(), List.of()).of(Optional.empty(), "A", List.of());
    assertThat(calendar.openings(MONDAY)).containsExactly(DAY);
    assertThat(calendar.openings(MONDAY.plusDays(4))).containsExactly(DAY);
    assertThat(calendar.openings(SATURDAY)).isEmpty();
    assertThat(calendar.openings(SUNDAY)).isEmpty();
  }

  @Test
  void aDayOpenOutOfTurnHasItsOwnHoursOrTheNearestOpenWeekdays() {
    List<Holiday> extra =
        List.of(
            holiday(MONDAY, "", Holiday.Kind.EXTRA_OPEN),
            holiday(SATURDAY, "", Holiday.Kind.EXTRA_OPEN),
            holiday(SUNDAY, "", Holiday.Kind.EXTRA_OPEN));
    List<OfficeHour> hours =
        List.of(
            hour("", "A", DayOfWeek.MONDAY, 480, 900, Spell.ALWAYS),
            hour("", "A", DayOfWeek.FRIDAY, 500, 700, Spell.ALWAYS));
    WorkingCalendar calendar = calendars(hours, extra).of(Optional.empty(), "A", List.of());
    assertThat(calendar.openings(MONDAY)).containsExactly(new Opening(480, 900));
    // Friday is a day before Saturday, Monday two after.
    assertThat(calendar.openings(SATURDAY)).containsExactly(new Opening(500, 700));
    // Monday is a day after Sunday, Friday two before.
    assertThat(calendar.openings(SUNDAY)).containsExactly(new Opening(480, 900));
  }

  @Test
  void ofTwoEquallyNearWeekdaysTheOneBeforeGivesTheHours() {
    List<OfficeHour> hours =
        List.of(
            hour("", "A", DayOfWeek.SATURDAY, 480, 720, Spell.ALWAYS),
            hour("", "A", DayOfWeek.MONDAY, 480, 900, Spell.ALWAYS));
    List<Holiday> extra = List.of(holiday(SUNDAY, "", Holiday.Kind.EXTRA_OPEN));
    assertThat(calendars(hours, extra).of(Optional.empty(), "A", List.of()).openings(SUNDAY))
        .containsExactly(new Opening(480, 720));
  }

  @Test
  void theNearerRegionOverrulesTheFartherOnTheSameDay() {
    List<Holiday> days =
        List.of(
            holiday(MONDAY, "", Holiday.Kind.HOLIDAY),
            holiday(MONDAY, "32", Holiday.Kind.EXTRA_OPEN),
            holiday(MONDAY, "32.04", Holiday.Kind.JOINT_LEAVE));
    Calendars calendars = calendars(List.of(), days);
    assertThat(calendars.of(Optional.empty(), "A", List.of("51")).openings(MONDAY)).isEmpty();
    assertThat(calendars.of(Optional.empty(), "A", List.of("32.73", "32")).openings(MONDAY))
        .containsExactly(DAY);
    assertThat(calendars.of(Optional.empty(), "A", List.of("32.04", "32")).openings(MONDAY))
        .isEmpty();
  }

  @Test
  void theDeskCountsBeforeTheOfficeAndTheOfficeBeforeTheAgency() {
    List<OfficeHour> hours =
        List.of(
            hour("", "A", DayOfWeek.MONDAY, 1, 2, Spell.ALWAYS),
            hour("HALL", "", DayOfWeek.MONDAY, 3, 4, Spell.ALWAYS),
            hour("HALL", "A", DayOfWeek.MONDAY, 5, 6, Spell.ALWAYS));
    Calendars calendars = calendars(hours, List.of());
    assertThat(calendars.of(Optional.of("HALL"), "A", List.of()).openings(MONDAY))
        .containsExactly(new Opening(5, 6));
    assertThat(calendars.of(Optional.of("HALL"), "B", List.of()).openings(MONDAY))
        .containsExactly(new Opening(3, 4));
    assertThat(calendars.of(Optional.of("OTHER"), "A", List.of()).openings(MONDAY))
        .containsExactly(new Opening(1, 2));
    assertThat(calendars.of(Optional.of("OTHER"), "B", List.of()).openings(MONDAY))
        .containsExactly(DAY);
  }

  @Test
  void hoursThatHoldForAWhileLeaveTheRestToTheLevelBelow() {
    Spell spell = new Spell(Optional.of(MONDAY), Optional.of(MONDAY.plusDays(6)));
    Calendars calendars =
        calendars(List.of(hour("", "A", DayOfWeek.MONDAY, 540, 840, spell)), List.of());
    WorkingCalendar calendar = calendars.of(Optional.empty(), "A", List.of());
    assertThat(calendar.openings(MONDAY)).containsExactly(new Opening(540, 840));
    assertThat(calendar.openings(MONDAY.plusDays(1))).isEmpty();
    assertThat(calendar.openings(MONDAY.plusDays(7))).containsExactly(DAY);
  }

  @Test
  void equalRulesHaveOneCodeWhateverTheirOrder() {
    OfficeHour one = hour("", "A", DayOfWeek.MONDAY, 480, 720, Spell.ALWAYS);
    OfficeHour two = hour("", "A", DayOfWeek.MONDAY, 780, 960, Spell.ALWAYS);
    OfficeHour three = hour("HALL", "", DayOfWeek.MONDAY, 480, 720, Spell.ALWAYS);
    OfficeHour four = hour("HALL", "", DayOfWeek.MONDAY, 780, 960, Spell.ALWAYS);
    Calendars calendars = calendars(List.of(one, two, four, three), List.of());
    String code = calendars.of(Optional.empty(), "A", List.of()).code();
    assertThat(calendars.of(Optional.of("HALL"), "A", List.of()).code()).isEqualTo(code);
    assertThat(calendars.of(Optional.of("HALL"), "B", List.of()).code()).isEqualTo(code);
    assertThat(calendars.of(Optional.empty(), "B", List.of()).code()).isNotEqualTo(code);
    assertThat(code).matches("[0-9a-f]{12}");
  }

  @Test
  void aDayMayLastUntilMidnight() {
    assertThat(Opening.minute("24:00")).isEqualTo(1440);
    WorkingCalendar calendar =
        new WorkingCalendar(
            List.of(List.of(hour("", "A", DayOfWeek.MONDAY, 0, 1440, Spell.ALWAYS))),
            new TreeMap<>());
    assertThat(new CalendarSpan(calendar, MONDAY, 8).totalMinutes()).isEqualTo(2 * 1440);
  }

  static Holiday holiday(LocalDate date, String region, Holiday.Kind kind) {
    return new Holiday(
        date, Optional.empty(), Optional.of(region).filter(text -> !text.isEmpty()), kind);
  }

  static OfficeHour hour(
      String office, String agency, DayOfWeek day, int opens, int closes, Spell spell) {
    return new OfficeHour(
        Optional.of(office).filter(text -> !text.isEmpty()),
        Optional.of(agency).filter(text -> !text.isEmpty()),
        day,
        new Opening(opens, closes),
        spell);
  }

  private static Calendars calendars(List<OfficeHour> hours, List<Holiday> holidays) {
    return new Calendars(reference(hours, holidays));
  }

  static Reference reference(List<OfficeHour> hours, List<Holiday> holidays) {
    return new Reference(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        holidays,
        hours,
        List.of(),
        Optional.empty(),
        List.of(),
        "");
  }
}
