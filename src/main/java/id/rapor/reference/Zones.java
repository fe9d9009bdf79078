package id.rapor.reference;

import id.rapor.settings.Settings;
import id.rapor.settings.Source;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the region and zone of a place: the region is the case's, else that of the agency's newest
 * row; the zone is that of the case's region (or the nearest region above it that has one), else of
 * the agency's, else of the source, else of the settings.
 */
final class Zones {
  private final RegionTree regions;
  private final Map<String, String> agencyRegions = new HashMap<>();
  private final Map<String, ZoneId> sourceZones = new HashMap<>();
  private final ZoneId otherwise;

  Zones(Reference reference, Settings settings) {
    regions = new RegionTree(reference.regions());
    reference.agencies().stream()
        .sorted(Comparator.comparing(agency -> agency.spell().first()))
        .forEach(
            agency ->
                agency
                    .regionCode()
                    .ifPresent(region -> agencyRegions.put(agency.agencyId(), region)));
    for (Source source : settings.sources()) {
      source.zone().ifPresent(zone -> sourceZones.put(source.name(), zone));
    }
    otherwise = settings.zone();
  }

  RegionTree regions() {
    return regions;
  }

  Optional<String> region(Place place) {
    return place.regionCode().or(() -> agencyRegion(place));
  }

  ZoneId zone(Place place) {
    return regions
        .zone(place.regionCode())
        .or(() -> regions.zone(agencyRegion(place)))
        .or(() -> Optional.ofNullable(sourceZones.get(place.source())))
        .orElse(otherwise);
  }

  /** The zone's seconds east of UTC, if it keeps to them from {@code first} to {@code last}. */
  static Optional<Long> offset(ZoneId zone, Instant first, Instant last) {
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition next = rules.nextTransition(first);
    return next == null || next.getInstant().isAfter(last)
        ? Optional.of((long) rules.getOffset(first).getTotalSeconds())
        : Optional.empty();
  }

  private Optional<String> agencyRegion(Place place) {
    return Optional.ofNullable(agencyRegions.get(place.agencyId()));
  }
}
