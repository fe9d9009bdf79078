package id.rapor.sample;

import java.time.LocalDate;
import java.util.List;

/** One closed day; {@code region} is empty when the whole nation rests. */
record Holiday(LocalDate date, String name, String region, String kind) {

  static List<Holiday> all() {
    return Lists.read("holidays.txt").stream()
        .map(cell -> new Holiday(LocalDate.parse(cell[0]), cell[1], cell[2], cell[3]))
        .toList();
  }

  boolean holdsIn(Region place) {
    return region.isEmpty() || place.liesIn(region);
  }
}
