package id.rapor.reference;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The regions by their code, with the way up from each. */
final class RegionTree {
  private final Map<String, Region> byCode = new TreeMap<>();

  RegionTree(List<Region> regions) {
    regions.forEach(region -> byCode.putIfAbsent(region.code(), region));
  }

  /**
   * The region, its parent, the parent's parent and so on. A region that the table lacks stands
   * alone; a cycle is cut where it closes.
   */
  List<String> upFrom(Optional<String> code) {
    List<String> chain = new ArrayList<>();
    Optional<String> next = code;
    while (next.isPresent() && !chain.contains(next.get())) {
      chain.add(next.get());
      next = Optional.ofNullable(byCode.get(next.get())).flatMap(Region::parentCode);
    }
    return List.copyOf(chain);
  }

  /** The region's own zone, else that of the nearest parent that has one. */
  Optional<ZoneId> zone(Optional<String> code) {
    return upFrom(code).stream()
        .map(byCode::get)
        .filter(region -> region != null && region.zone().isPresent())
        .map(region -> region.zone().orElseThrow())
        .findFirst();
  }
}
