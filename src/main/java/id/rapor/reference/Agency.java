package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import id.rapor.table.Agencies;
import id.rapor.table.Cases;
import java.util.List;
import java.util.Optional;

/**
 * One agency during one spell of validity.
 *
 * @param bodyType ministry, state_agency, province, regency, city or other
 */
public record Agency(
    String agencyId,
    Optional<String> nameId,
    Optional<String> nameEn,
    Optional<String> bodyType,
    Optional<String> regionCode,
    Optional<String> parentAgencyId,
    Optional<String> successorAgencyId,
    Spell spell) {
  static final List<String> BODY_TYPES =
      List.of("ministry", "state_agency", "province", "regency", "city", "other");

  public Agency {
    requireNonNull(agencyId);
    requireNonNull(nameId);
    requireNonNull(nameEn);
    requireNonNull(bodyType);
    requireNonNull(regionCode);
    requireNonNull(parentAgencyId);
    requireNonNull(successorAgencyId);
    requireNonNull(spell);
  }

  static Agency of(CsvLine line) {
    return new Agency(
        line.required(Cases.AGENCY_ID),
        line.text(Agencies.NAME_ID),
        line.text(Agencies.NAME_EN),
        line.parsed(Agencies.BODY_TYPE, "one of " + BODY_TYPES, Agency::bodyType),
        line.text(Cases.REGION_CODE),
        line.text(Agencies.PARENT_AGENCY_ID),
        line.text(Agencies.SUCCESSOR_AGENCY_ID),
        Spell.of(line));
  }

  private static String bodyType(String cell) {
    if (!BODY_TYPES.contains(cell)) {
      throw new IllegalArgumentException("Cannot take " + cell);
    }
    return cell;
  }
}
