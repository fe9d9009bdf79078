package id.rapor.league;

import id.rapor.settings.Period;
import id.rapor.stats.RankSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One league table in all its periods. */
final class LeagueTable {
  /** How many count as the first or the last ones. */
  static final int TAU = 10;

  private final String league;
  private final String peers;
  private final int sign;
  private final SortedMap<String, List<Entrant>> entrants = new TreeMap<>();

  /**
   * @param direction {@code lower} where the least score comes first, else the greatest does
   */
  LeagueTable(String league, String peers, String direction) {
    this.league = league;
    this.peers = peers;
    this.sign = direction.equals("lower") ? -1 : 1;
  }

  void add(String period, Entrant entrant) {
    entrants.computeIfAbsent(period, any -> new ArrayList<>()).add(entrant);
  }

  /** Its rows in the shape of {@code league}, by period and agency. */
  Stream<Row> rows() {
    Map<String, Map<String, Place>> places = new HashMap<>();
    entrants.forEach((period, all) -> places.put(period, Ranking.places(all, sign)));
    return entrants.entrySet().stream()
        .flatMap(
            each -> {
              Map<String, Place> now = places.get(each.getKey());
              Map<String, Place> before = previous(each.getKey()).map(places::get).orElse(Map.of());
              return each.getValue().stream()
                  .sorted(Comparator.comparing(Entrant::agency))
                  .map(entrant -> row(each.getKey(), entrant, now, before));
            });
  }

  /** The same table one period earlier; empty for a span. */
  private static Optional<String> previous(String period) {
    return Period.parse(period).flatMap(Period::previous).map(Period::code);
  }

  private Row row(
      String period, Entrant entrant, Map<String, Place> now, Map<String, Place> before) {
    Optional<Place> place = Optional.ofNullable(now.get(entrant.agency()));
    Optional<RankSet> set = place.map(Place::set);
    Optional<RankSet> then =
        place.flatMap(here -> Optional.ofNullable(before.get(entrant.agency()))).map(Place::set);
    return RowFactory.create(
        period,
        league,
        peers,
        entrant.agency(),
        set.map(ranks -> (long) ranks.rank()).orElse(null),
        place.map(Place::label).orElse(null),
        set.map(ranks -> (long) ranks.low()).orElse(null),
        set.map(ranks -> (long) ranks.high()).orElse(null),
        place.isPresent() ? entrant.score() : null,
        place.map(here -> here.badge().code()).orElse(null),
        set.map(ranks -> (long) ranks.betterThan()).orElse(null),
        set.map(ranks -> (long) ranks.worseThan()).orElse(null),
        place.map(Place::amongFirst).orElse(null),
        then.map(ranks -> (long) ranks.rank()).orElse(null),
        then.map(ranks -> (long) ranks.rank() - set.get().rank()).orElse(null),
        entrant.status(),
        entrant.reason(),
        place.map(here -> (long) here.jointly().low()).orElse(null),
        place.map(here -> (long) here.jointly().high()).orElse(null),
        place.map(here -> here.jointly().low() <= TAU).orElse(null),
        place.map(here -> here.jointly().high() > now.size() - TAU).orElse(null),
        then.map(ranks -> ranks.high() < set.get().low() || ranks.low() > set.get().high())
            .orElse(null));
  }
}
