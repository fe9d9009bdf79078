package id.rapor.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Working time by hand calculation, and its laws. */
class WorkCalendarTest {
  private static final Region BANDUNG =
      new Region("32.73", "Kota Bandung", "Jawa Barat", "Asia/Jakarta", 25_200);
  private static final Region BADUNG =
      new Region("51.03", "Kabupaten Badung", "Bali", "Asia/Makassar", 28_800);
  private static final Span SPAN = new Span(6);
  private static final WorkCalendar USUAL = calendar(Hours.DEFAULT, BANDUNG);
  private static final WorkCalendar BREAKS = calendar(Hours.BREAKS, BANDUNG);

  @Test
  void nightsWeekendsAndHolidaysDoNotCount() {
    // Thursday 15 January 14:00 to Monday 19th 09:00; Friday 16th is a holiday: 2 h + 1 h.
    assertThat(hours(USUAL, "2026-01-15T14:00", "2026-01-19T09:00")).isEqualTo(3);
  }

  @Test
  void breaksDoNotCount() {
    // Friday 9 January: 07:30-11:30 and 13:00-16:00.
    assertThat(hours(BREAKS, "2026-01-09T11:00", "2026-01-09T13:30")).isEqualTo(1);
  }

  @Test
  void aHolidayOfBaliIsAWorkingDayElsewhere() {
    assertThat(hours(calendar(Hours.DEFAULT, BADUNG), "2026-06-17T00:00", "2026-06-18T00:00"))
        .isZero();
    assertThat(hours(USUAL, "2026-06-17T00:00", "2026-06-18T00:00")).isEqualTo(8);
  }

  @Test
  void workThatEndsWithADayContinuesOnTheNextOpenOne() {
    assertThat(USUAL.after(second("2026-01-15T15:00"), 2 * 3600))
        .isEqualTo(second("2026-01-19T09:00"));
  }

  @Test
  void theDueDayIsCountedFromTheDayAfter() {
    // Three open days after Wednesday 14 January: Thursday 15, Monday 19, Tuesday 20.
    assertThat(USUAL.endOfOpenDay(second("2026-01-14T10:00"), 3))
        .isEqualTo(second("2026-01-21T00:00"));
  }

  @Test
  void theLastThreeOpenDaysOfAMonthAreFound() {
    // May 2026 ends on a Sunday: the 29th, then the 26th, as 27th and 28th are closed, and the
    // 25th.
    assertThat(USUAL.startOfLastOpenDays(second("2026-06-01T00:00"), 3))
        .isEqualTo(second("2026-05-25T00:00"));
  }

  @Property
  void thereAndBackIsTheSame(@ForAll @LongRange(min = 0, max = 3_000_000) long work) {
    assertThat(USUAL.worked(USUAL.at(work))).isEqualTo(work);
    assertThat(BREAKS.worked(BREAKS.at(work))).isEqualTo(work);
  }

  @Property
  void moreWorkEndsLater(
      @ForAll @LongRange(min = 0, max = 3_000_000) long work,
      @ForAll @LongRange(min = 1, max = 100_000) long more) {
    assertThat(BREAKS.at(work + more)).isGreaterThan(BREAKS.at(work));
  }

  private static WorkCalendar calendar(Hours hours, Region place) {
    return new WorkCalendar(SPAN, hours, place, Holiday.all());
  }

  private static double hours(WorkCalendar calendar, String from, String to) {
    return (calendar.worked(second(to)) - calendar.worked(second(from))) / 3600.0;
  }

  private static long second(String local) {
    return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.UTC);
  }
}
