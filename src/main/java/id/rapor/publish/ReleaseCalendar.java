package id.rapor.publish;

import id.rapor.settings.Period;
import id.rapor.text.Dates;
import id.rapor.text.PeriodNames;

/**
 * When the next figures may be expected, as far as the period tells: no date is promised, as an
 * edition appears when its data has been taken in.
 */
final class ReleaseCalendar {
  private ReleaseCalendar() {}

  /** In words; of a free span of months, which none follows, only what holds for every edition. */
  static String told(Period period, Labels labels) {
    String always = labels.text("calendar_always");
    if (period.kind() == Period.Kind.SPAN) {
      return always;
    }
    Period next = Period.holding(period.last().plusMonths(1), period.kind());
    String coming =
        labels.text(
            "calendar_next",
            PeriodNames.words(next.code(), labels.language()),
            Dates.day(next.end().minusDays(1), labels.language()));
    return coming + " " + always;
  }
}
