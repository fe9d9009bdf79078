package id.rapor.publish;

import id.rapor.table.Regions;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * The provinces of a country: its regions of the highest level, or of the one below where a single
 * region, the country, holds all others.
 */
final class Provinces {
  /** Where an agency is of which no region is known. */
  static final Province NOWHERE = new Province("", "");

  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> countries = new HashSet<>();

  /** A province; both are empty for {@link #NOWHERE}. */
  record Province(String code, String name) {}

  /** The provinces of the rows of {@link Regions}. */
  Provinces(Collection<Row> regions) {
    for (Row row : regions) {
      String code = Cells.text(row, Regions.CODE).orElseThrow();
      names.put(code, Cells.text(row, Regions.NAME).orElse(code));
      Cells.text(row, Regions.PARENT_REGION_CODE).ifPresent(parent -> parents.put(code, parent));
    }
    Set<String> tops = new HashSet<>(names.keySet());
    tops.removeAll(parents.keySet());
    if (tops.size() == 1 && names.size() > 1) {
      countries.addAll(tops);
    }
  }

  /** The province in which a region lies; a country lies in none. */
  Province of(String region) {
    if (countries.contains(region)) {
      return NOWHERE;
    }
    String code = region;
    Set<String> seen = new HashSet<>();
    while (parents.containsKey(code) && !countries.contains(parents.get(code)) && seen.add(code)) {
      code = parents.get(code);
    }
    return new Province(code, names.getOrDefault(code, code));
  }
}
