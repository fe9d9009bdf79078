package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import id.rapor.table.Cases;
import id.rapor.table.Standards;
import java.util.List;
import java.util.Optional;

/**
 * The published tariff and time limit of a service and class during one spell of validity.
 *
 * @param serviceClass never empty: {@link #REGULAR} where the file leaves it out
 * @param agencyId empty = every agency
 * @param regionCode empty = the whole country; a parent region covers its children
 */
public record Standard(
    String serviceId,
    String serviceClass,
    Optional<String> agencyId,
    Optional<String> regionCode,
    Spell spell,
    Tariff tariff,
    Optional<TimeLimit> limit,
    Optional<Long> maxSteps,
    Optional<Long> maxVisits,
    Optional<String> legalBasis,
    List<String> documentsRequired,
    List<String> sopSteps) {
  /** The class of a case or standard that names none. */
  public static final String REGULAR = "regular";

  private static final long MOST_COUNT = 1_000_000;

  public Standard {
    requireNonNull(serviceId);
    requireNonNull(serviceClass);
    requireNonNull(agencyId);
    requireNonNull(regionCode);
    requireNonNull(spell);
    requireNonNull(tariff);
    requireNonNull(limit);
    requireNonNull(maxSteps);
    requireNonNull(maxVisits);
    requireNonNull(legalBasis);
    documentsRequired = List.copyOf(documentsRequired);
    sopSteps = List.copyOf(sopSteps);
  }

  static Standard of(CsvLine line) {
    return new Standard(
        line.required(Cases.SERVICE_ID),
        line.text(Cases.SERVICE_CLASS).orElse(REGULAR),
        line.text(Cases.AGENCY_ID),
        line.text(Cases.REGION_CODE),
        Spell.of(line),
        Tariff.of(line),
        limit(line),
        line.whole(Standards.MAX_STEPS, 0, MOST_COUNT),
        line.whole(Standards.MAX_VISITS, 0, MOST_COUNT),
        line.text(Standards.LEGAL_BASIS),
        line.texts(Standards.DOCUMENTS_REQUIRED),
        line.texts(Standards.SOP_STEPS));
  }

  private static Optional<TimeLimit> limit(CsvLine line) {
    String units = "working_days, calendar_days, working_hours or minutes";
    Optional<TimeLimit.Unit> unit = line.parsed(Standards.TIME_UNIT, units, TimeLimit.Unit::of);
    if (line.text(Standards.TIME_LIMIT).isPresent() && line.text(Standards.TIME_UNIT).isEmpty()) {
      line.problem(Standards.TIME_UNIT, "empty beside a time_limit", units);
    }
    long most = unit.map(TimeLimit.Unit::most).orElse(Long.MAX_VALUE);
    Optional<Long> amount = line.whole(Standards.TIME_LIMIT, 0, most);
    return amount.isPresent()
        ? unit.map(each -> new TimeLimit(amount.get(), each))
        : Optional.empty();
  }
}
