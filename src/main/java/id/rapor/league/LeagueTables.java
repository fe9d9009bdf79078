package id.rapor.league;

import id.rapor.settings.Period;
import id.rapor.settings.UserError;
import id.rapor.stats.RankSet;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Scorecards;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Makes the league tables: collects the scorecards, ranks them in plain Java, puts them back. */
public final class LeagueTables {
  /** The league by the overall score. */
  private static final String OVERALL = "overall";

  /** So many rows take some 500 MB; 3,000 agencies have 333 periods of them. */
  private static final int MOST_ROWS = 1_000_000;

  /** What a league table needs of a scorecard. */
  private static final List<Field> READ =
      List.of(
          Measurements.PERIOD,
          Cases.AGENCY_ID,
          Scorecards.PEER_GROUP,
          PerspectiveScores.SCORE,
          PerspectiveScores.STANDARD_ERROR,
          Measurements.STATUS,
          PerspectiveScores.REASON);

  private LeagueTables() {}

  /**
   * League {@code overall} of every period: once for the whole country (peer group {@code *}) and
   * once for each peer group.
   *
   * <p>Movement is against the period of the same kind just before, if it is among the scorecards
   * and the agency was ranked then in the same peer group. Agencies that are not rated are listed
   * without a rank, with their status and reason.
   *
   * @param scorecards in the shape of {@code scorecards}
   * @return in the shape of {@code league}, sorted by its key
   * @throws UserError if there are more rows than one machine should rank
   */
  public static Dataset<Row> overall(Dataset<Row> scorecards) {
    SortedMap<Group, List<Entrant>> groups = groups(collect(scorecards));
    Map<Group, Map<String, Place>> places = new HashMap<>();
    groups.forEach((group, entrants) -> places.put(group, Ranking.places(entrants)));
    List<Row> rows = new ArrayList<>();
    groups.forEach(
        (group, entrants) -> {
          Map<String, Place> before = group.previous().map(places::get).orElse(Map.of());
          entrants.stream()
              .sorted(Comparator.comparing(Entrant::agency))
              .map(entrant -> row(group, entrant, places.get(group), before))
              .forEach(rows::add);
        });
    return scorecards.sparkSession().createDataFrame(rows, League.TABLE.schema());
  }

  /** The entrants of each table, sorted as the published tables are. */
  private static SortedMap<Group, List<Entrant>> groups(List<Row> scorecards) {
    SortedMap<Group, List<Entrant>> groups = new TreeMap<>();
    for (Row row : scorecards) {
      Entrant entrant = entrant(row);
      String period = text(row, Measurements.PERIOD);
      for (String peers : List.of(League.WHOLE_COUNTRY, entrant.peerGroup())) {
        groups.computeIfAbsent(new Group(period, peers), any -> new ArrayList<>()).add(entrant);
      }
    }
    return groups;
  }

  private static Entrant entrant(Row row) {
    return new Entrant(
        text(row, Cases.AGENCY_ID),
        text(row, Scorecards.PEER_GROUP),
        real(row, PerspectiveScores.SCORE),
        real(row, PerspectiveScores.STANDARD_ERROR),
        text(row, Measurements.STATUS),
        text(row, PerspectiveScores.REASON));
  }

  private static Row row(
      Group group, Entrant entrant, Map<String, Place> places, Map<String, Place> before) {
    Optional<Place> place = Optional.ofNullable(places.get(entrant.agency()));
    Optional<RankSet> set = place.map(Place::set);
    Optional<Long> previous =
        Optional.ofNullable(before.get(entrant.agency())).map(then -> (long) then.set().rank());
    return RowFactory.create(
        group.period,
        OVERALL,
        group.peers,
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
        place.isPresent() ? previous.orElse(null) : null,
        set.flatMap(ranks -> previous.map(then -> then - ranks.rank())).orElse(null),
        entrant.status(),
        entrant.reason());
  }

  private static List<Row> collect(Dataset<Row> scorecards) {
    List<Row> rows =
        scorecards
            .select(READ.stream().map(field -> field.is(field.col())).toArray(Column[]::new))
            .limit(MOST_ROWS + 1)
            .collectAsList();
    if (rows.size() > MOST_ROWS) {
      throw new UserError(
          "Cannot rank: table "
              + Scorecards.TABLE.name()
              + " has more than "
              + MOST_ROWS
              + " rows to rank at once, expected at most that; name fewer periods in the settings"
              + " (key periods) and make the others in a run of their own.");
    }
    return rows;
  }

  private static String text(Row row, Field field) {
    return row.getAs(field.name());
  }

  private static double real(Row row, Field field) {
    Double value = row.getAs(field.name());
    return value == null ? Double.NaN : value;
  }

  /** One league table: a period and a peer group. */
  private record Group(String period, String peers) implements Comparable<Group> {
    private static final Comparator<Group> ORDER =
        Comparator.comparing(Group::period).thenComparing(Group::peers);

    /** The same table one period earlier; empty for a span. */
    Optional<Group> previous() {
      return Period.parse(period)
          .flatMap(Period::previous)
          .map(before -> new Group(before.code(), peers));
    }

    @Override
    public int compareTo(Group other) {
      return ORDER.compare(this, other);
    }
  }
}
