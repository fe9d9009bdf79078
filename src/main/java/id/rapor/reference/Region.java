package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import id.rapor.table.Regions;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One region.
 *
 * @param zone its own time zone; the nearest parent's when empty
 */
public record Region(
    String code, Optional<String> name, Optional<String> parentCode, Optional<ZoneId> zone) {

  public Region {
    requireNonNull(code);
    requireNonNull(name);
    requireNonNull(parentCode);
    requireNonNull(zone);
  }

  static Region of(CsvLine line) {
    return new Region(
        line.required(Regions.CODE),
        line.text(Regions.NAME),
        line.text(Regions.PARENT_REGION_CODE),
        line.parsed(
            Regions.TIME_ZONE, "an IANA zone such as Asia/Jakarta or Asia/Makassar", Region::iana));
  }

  /** An offset such as +07:00 is no IANA zone: it could not follow a change of law. */
  private static ZoneId iana(String cell) {
    if (!ZoneId.getAvailableZoneIds().contains(cell)) {
      throw new DateTimeException("Cannot find zone " + cell);
    }
    return ZoneId.of(cell);
  }
}
