package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import id.rapor.table.Cases;
import id.rapor.table.OfficeHours;
import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Optional;

/**
 * One opening on one weekday, during one spell of validity; several a day are breaks.
 *
 * @param officeId the office that it holds for, or with agencyId too, that agency's desk there
 * @param agencyId the agency whose offices it holds for
 */
public record OfficeHour(
    Optional<String> officeId,
    Optional<String> agencyId,
    DayOfWeek weekday,
    Opening opening,
    Spell spell) {

  public OfficeHour {
    requireNonNull(officeId);
    requireNonNull(agencyId);
    requireNonNull(weekday);
    requireNonNull(opening);
    requireNonNull(spell);
  }

  static OfficeHour of(CsvLine line) {
    if (line.text(Cases.OFFICE_ID).isEmpty() && line.text(Cases.AGENCY_ID).isEmpty()) {
      line.problem("office_id and agency_id are empty, expected the one that these hours hold for");
    }
    return new OfficeHour(
        line.text(Cases.OFFICE_ID),
        line.text(Cases.AGENCY_ID),
        line.parsedRequired(
                OfficeHours.WEEKDAY, "monday to sunday, or 1 (Monday) to 7", OfficeHour::weekday)
            .orElse(DayOfWeek.MONDAY),
        opening(line),
        Spell.of(line));
  }

  private static Opening opening(CsvLine line) {
    String clock = "a local time such as 07:30";
    Optional<Integer> opens = line.parsedRequired(OfficeHours.OPENS, clock, Opening::minute);
    Optional<Integer> closes =
        line.parsedRequired(OfficeHours.CLOSES, clock + ", at most 24:00", Opening::minute);
    if (opens.isPresent() && closes.isPresent()) {
      if (opens.get() < closes.get()) {
        return new Opening(opens.get(), closes.get());
      }
      line.problem(
          OfficeHours.CLOSES,
          line.required(OfficeHours.CLOSES),
          "a time after opens " + line.required(OfficeHours.OPENS) + " on the same day");
    }
    return new Opening(0, 1);
  }

  private static DayOfWeek weekday(String cell) {
    return cell.matches("[1-7]")
        ? DayOfWeek.of(Integer.parseInt(cell))
        : DayOfWeek.valueOf(cell.toUpperCase(Locale.ROOT));
  }
}
