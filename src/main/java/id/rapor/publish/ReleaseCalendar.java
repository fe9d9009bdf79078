package id.rapor.publish;

import id.rapor.settings.Period;
import id.rapor.settings.PlannedEdition;
import id.rapor.text.Dates;
import id.rapor.text.PeriodNames;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * When the next figures may be expected.
 *
 * @param told what the period alone tells: no day, as an edition appears when its data has been
 *     taken in
 * @param planned the editions that the settings announce from as-of on, the next one first
 */
record ReleaseCalendar(String told, List<Line> planned) {
  ReleaseCalendar {
    planned = List.copyOf(planned);
  }

  /** An announced edition: its day, in words and as a machine reads it, and what it is. */
  record Line(String day, String words, String edition) {}

  static ReleaseCalendar of(Contents contents, Labels labels) {
    LocalDate today = contents.asOf().atZone(contents.settings().zone()).toLocalDate();
    return new ReleaseCalendar(
        told(contents.period(), labels),
        contents.settings().periods().releases().stream()
            .filter(one -> !one.on().isBefore(today))
            .sorted(Comparator.comparing(PlannedEdition::on).thenComparing(PlannedEdition::period))
            .map(one -> line(one, labels))
            .toList());
  }

  private static Line line(PlannedEdition planned, Labels labels) {
    return new Line(
        planned.on().toString(),
        Dates.day(planned.on(), labels.language()),
        labels.text(
            "planned_" + planned.edition(),
            PeriodNames.words(planned.period().code(), labels.language())));
  }

  /** Of a free span of months, which none follows, only what holds for every edition. */
  private static String told(Period period, Labels labels) {
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
