package id.rapor.publish;

import id.rapor.settings.Period;
import id.rapor.table.Agencies;
import id.rapor.table.Cases;
import id.rapor.table.Standards;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * What the page calls an agency.
 *
 * @param kind the kind of body in words; empty if not known
 * @param province where it is
 */
record Agency(String id, String name, String kind, Provinces.Province province) {

  /**
   * The agencies as they were called at the end of {@code period}: of each one's spells of validity
   * the last that had begun by then, else its first.
   */
  static Map<String, Agency> at(
      Period period, Collection<Row> spells, Provinces provinces, Labels labels) {
    Comparator<Row> inForceLast =
        Comparator.comparing((Row spell) -> begin(spell).isBefore(period.end()))
            .thenComparing(
                (one, other) ->
                    begin(one).isBefore(period.end())
                        ? begin(one).compareTo(begin(other))
                        : begin(other).compareTo(begin(one)));
    Map<String, Agency> agencies = new HashMap<>();
    spells.stream()
        .sorted(inForceLast)
        .forEach(spell -> agencies.put(id(spell), of(spell, provinces, labels)));
    return agencies;
  }

  /** An agency of which the reference tables say nothing. */
  static Agency unknown(String id) {
    return new Agency(id, id, "", Provinces.NOWHERE);
  }

  /** The name of the files of its page, without the ending. */
  public String file() {
    return Addresses.name(id);
  }

  private static Agency of(Row spell, Provinces provinces, Labels labels) {
    String kind =
        Cells.text(spell, Agencies.BODY_TYPE).map(code -> labels.word("body", code)).orElse("");
    return new Agency(
        id(spell),
        Names.of(spell, labels.language(), id(spell)),
        kind,
        Cells.text(spell, Cases.REGION_CODE).map(provinces::of).orElse(Provinces.NOWHERE));
  }

  private static String id(Row spell) {
    return Cells.text(spell, Cases.AGENCY_ID).orElseThrow();
  }

  private static LocalDate begin(Row spell) {
    Object day = spell.getAs(Standards.VALID_FROM.name());
    if (day == null) {
      return LocalDate.MIN;
    }
    return day instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) day;
  }
}
