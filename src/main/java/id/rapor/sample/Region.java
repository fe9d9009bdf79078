package id.rapor.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One province, regency or city.
 *
 * @param code {@code pp} or {@code pp.kk}
 * @param province name of the province
 * @param zone IANA time zone
 * @param offset seconds that the zone is ahead of UTC; Indonesia keeps no summer time
 */
record Region(String code, String name, String province, String zone, int offset) {

  /** What kind of body governs it. */
  enum Level {
    PROVINCE,
    REGENCY,
    CITY
  }

  private static final int FIRST_CITY = 71;

  /** Every region of the list, each province before its parts. */
  static List<Region> all() {
    List<Region> regions = new ArrayList<>();
    for (String[] entry : Lists.read("regions.txt")) {
      Region province = new Region(entry[0], entry[1], entry[1], entry[2], offset(entry[2]));
      regions.add(province);
      for (String part : entry[3].split(",")) {
        regions.add(province.part(part.substring(0, 2), part.substring(3)));
      }
    }
    return List.copyOf(regions);
  }

  Level level() {
    if (code.length() == 2) {
      return Level.PROVINCE;
    }
    return Integer.parseInt(code.substring(3)) < FIRST_CITY ? Level.REGENCY : Level.CITY;
  }

  /** Code of the province that it lies in. */
  Optional<String> parent() {
    return level() == Level.PROVINCE ? Optional.empty() : Optional.of(code.substring(0, 2));
  }

  /** Whether a rule for the region {@code other} holds here. */
  boolean liesIn(String other) {
    return code.equals(other) || code.startsWith(other + ".");
  }

  String englishName() {
    return switch (level()) {
      case PROVINCE -> name + " Province";
      case REGENCY -> name.substring("Kabupaten ".length()) + " Regency";
      case CITY -> name.substring("Kota ".length()) + " City";
    };
  }

  /** The code without its dot, for identifiers. */
  String digits() {
    return code.replace(".", "");
  }

  private Region part(String number, String shortName) {
    String kind = Integer.parseInt(number) < FIRST_CITY ? "Kabupaten " : "Kota ";
    return new Region(code + "." + number, kind + shortName, name, zone, offset);
  }

  private static int offset(String zone) {
    int hours =
        switch (zone) {
          case "Asia/Jakarta", "Asia/Pontianak" -> 7;
          case "Asia/Makassar" -> 8;
          case "Asia/Jayapura" -> 9;
          default -> throw new IllegalArgumentException("no offset is known for zone " + zone);
        };
    return hours * 3600;
  }
}
