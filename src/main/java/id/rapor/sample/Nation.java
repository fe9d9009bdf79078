package id.rapor.sample;

import id.rapor.sample.Draw.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole nation but its cases: regions, standards, agencies, how many cases each has, wrongs.
 */
final class Nation {
  /** Which kind of agency sits where; {@code unit} counts those of one kind in one region. */
  record Seat(Kind kind, Region region, int unit) {}

  /** Zones in the order in which seats are filled, so that every zone is there early. */
  private static final List<String> ZONES =
      List.of(
          "Asia/Jakarta",
          "Asia/Makassar",
          "Asia/Jakarta",
          "Asia/Jayapura",
          "Asia/Jakarta",
          "Asia/Pontianak",
          "Asia/Jakarta",
          "Asia/Makassar");

  final Sample.Options options;
  final Span span;
  final List<Region> regions = Region.all();
  final List<Holiday> holidays = Holiday.all();
  final List<Product> products = Product.all();
  final List<Standard> standards;
  final List<Agency> agencies;
  final long[][] counts;
  final Guilty guilty;

  Nation(Sample.Options options) {
    this.options = options;
    this.span = new Span(options.months());
    List<Seat> seats = seats();
    this.counts = Sizes.draw(options, span, seats);
    this.standards = standards(seats);
    List<Agency> honest = new AgencyMaker(this).all(seats);
    this.guilty = Guilty.choose(this, honest);
    this.agencies = guilty.withHabits(honest);
  }

  long cases(int agency) {
    return Arrays.stream(counts[agency]).sum();
  }

  private List<Seat> seats() {
    Map<Kind, List<Region>> places = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      places.put(kind, places(kind));
    }
    Map<Kind, Integer> taken = new EnumMap<>(Kind.class);
    List<Seat> seats = new ArrayList<>();
    for (int agency = 0; agency < options.agencies(); agency++) {
      Kind kind = Kind.ROUND.get(agency % Kind.ROUND.size());
      int place = taken.merge(kind, 1, Integer::sum) - 1;
      List<Region> choice = places.get(kind);
      seats.add(new Seat(kind, choice.get(place % choice.size()), place / choice.size() + 1));
    }
    return seats;
  }

  /** Where agencies of one kind may sit: shuffled, with the zones taking turns. */
  private List<Region> places(Kind kind) {
    Map<String, List<Region>> byZone = new HashMap<>();
    List<Region> fitting = new ArrayList<>();
    for (Region region : regions) {
      if (kind.sitsIn(region)) {
        fitting.add(region);
      }
    }
    Map<Region, Long> lots = new HashMap<>();
    for (int place = 0; place < fitting.size(); place++) {
      Draw draw = Draw.of(options.seed(), Purpose.PLACE, kind.code().hashCode(), place);
      lots.put(fitting.get(place), draw.bits());
    }
    fitting.sort(Comparator.comparing(lots::get));
    fitting.forEach(
        region -> byZone.computeIfAbsent(region.zone(), zone -> new ArrayList<>()).add(region));
    return takingTurns(byZone, fitting.size());
  }

  private static List<Region> takingTurns(Map<String, List<Region>> byZone, int size) {
    List<Region> order = new ArrayList<>();
    for (int turn = 0; order.size() < size; turn++) {
      List<Region> zone = byZone.get(ZONES.get(turn % ZONES.size()));
      if (!zone.isEmpty()) {
        order.add(zone.remove(0));
      }
    }
    return order;
  }

  /** The country's standards, three local tariffs and one limit of an agency's own. */
  private List<Standard> standards(List<Seat> seats) {
    List<Standard> rows = Standard.national(products);
    Map<Kind, List<Seat>> byKind = new LinkedHashMap<>();
    seats.forEach(seat -> byKind.computeIfAbsent(seat.kind(), kind -> new ArrayList<>()).add(seat));
    List<Seat> halls = byKind.getOrDefault(Kind.PTSP, List.of());
    if (!halls.isEmpty()) {
      rows.add(row("PBG").inRegion(halls.get(0).region().code(), 0, 15_000));
    }
    if (halls.size() > 1) {
      String province = halls.get(1).region().parent().orElseThrow();
      rows.add(row("REKLAME").inRegion(province, 100_000, 20_000));
    }
    byKind.getOrDefault(Kind.AIR_MINUM, List.of()).stream()
        .limit(1)
        .forEach(seat -> rows.add(row("SAMBUNGAN-AIR").inRegion(seat.region().code(), 950_000, 0)));
    byKind.getOrDefault(Kind.DUKCAPIL, List.of()).stream()
        .limit(1)
        .forEach(
            seat ->
                rows.add(
                    row("KTP-EL").forAgency(seat.kind().agencyId(seat.region(), seat.unit()), 5)));
    return List.copyOf(rows);
  }

  private Standard row(String serviceId) {
    return products.stream()
        .filter(product -> product.serviceId().equals(serviceId))
        .map(Standard::everywhere)
        .findFirst()
        .orElseThrow();
  }
}
