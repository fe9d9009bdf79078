package id.rapor.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the working calendar of a place: hours of the agency's desk at the office, else of the
 * office, else of the agency, else the default; holidays of the nation and of the place's region
 * and the regions above it, where a nearer region overrules a farther one on the same day.
 */
final class Calendars {
  private record Owner(Optional<String> officeId, Optional<String> agencyId) {}

  private final Map<Owner, List<OfficeHour>> hours = new HashMap<>();
  private final Map<Optional<String>, List<Holiday>> holidays = new HashMap<>();

  Calendars(Reference reference) {
    for (OfficeHour hour : reference.officeHours()) {
      hours
          .computeIfAbsent(new Owner(hour.officeId(), hour.agencyId()), key -> new ArrayList<>())
          .add(hour);
    }
    for (Holiday day : reference.holidays()) {
      holidays.computeIfAbsent(day.regionCode(), key -> new ArrayList<>()).add(day);
    }
  }

  /**
   * @param regionsUp the place's region and those above it, nearest first
   */
  WorkingCalendar of(Optional<String> officeId, String agencyId, List<String> regionsUp) {
    return new WorkingCalendar(levels(officeId, agencyId), outOfTurn(regionsUp));
  }

  private List<List<OfficeHour>> levels(Optional<String> officeId, String agencyId) {
    List<Owner> owners = new ArrayList<>();
    if (officeId.isPresent()) {
      owners.add(new Owner(officeId, Optional.of(agencyId)));
      owners.add(new Owner(officeId, Optional.empty()));
    }
    owners.add(new Owner(Optional.empty(), Optional.of(agencyId)));
    List<List<OfficeHour>> levels = new ArrayList<>();
    for (Owner owner : owners) {
      List<OfficeHour> level = hours.getOrDefault(owner, List.of());
      if (!level.isEmpty()) {
        levels.add(level);
      }
      if (level.stream().anyMatch(hour -> hour.spell().equals(Spell.ALWAYS))) {
        // Nothing below can ever count, and left out it cannot make equal calendars look different.
        return levels;
      }
    }
    levels.add(WorkingCalendar.DEFAULT_HOURS);
    return levels;
  }

  /** The days on which offices of the region are closed (false) or open out of turn (true). */
  NavigableMap<LocalDate, Boolean> outOfTurn(List<String> regionsUp) {
    NavigableMap<LocalDate, Boolean> days = new TreeMap<>();
    enter(days, Optional.empty());
    for (int i = regionsUp.size() - 1; i >= 0; i--) {
      enter(days, Optional.of(regionsUp.get(i)));
    }
    return days;
  }

  private void enter(NavigableMap<LocalDate, Boolean> days, Optional<String> region) {
    for (Holiday day : holidays.getOrDefault(region, List.of())) {
      days.put(day.date(), day.kind().opens());
    }
  }
}
