package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import id.rapor.table.Holidays;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * One day on which offices are closed, or open out of turn.
 *
 * @param regionCode empty = the whole nation; a parent region covers its children
 */
public record Holiday(
    LocalDate date, Optional<String> name, Optional<String> regionCode, Kind kind) {

  /** What the day does to offices. */
  public enum Kind {
    /** Closed by law. */
    HOLIDAY,
    /** Closed by decree (cuti bersama). */
    JOINT_LEAVE,
    /** Open though its weekday or another rule would close it. */
    EXTRA_OPEN;

    /** The name in files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean opens() {
      return this == EXTRA_OPEN;
    }

    static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  public Holiday {
    requireNonNull(date);
    requireNonNull(name);
    requireNonNull(regionCode);
    requireNonNull(kind);
  }

  static Holiday of(CsvLine line) {
    return new Holiday(
        line.parsedRequired(Holidays.DATE, "a day such as 2025-03-31", LocalDate::parse)
            .orElse(LocalDate.EPOCH),
        line.text(Holidays.NAME),
        line.text(Holidays.REGION_CODE),
        line.parsedRequired(Holidays.KIND, "holiday, joint_leave or extra_open", Kind::of)
            .orElse(Kind.HOLIDAY));
  }
}
