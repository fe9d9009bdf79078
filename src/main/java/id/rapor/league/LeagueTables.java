package id.rapor.league;

import static org.apache.spark.sql.functions.broadcast;

import id.rapor.settings.Leagues;
import id.rapor.table.Cases;
import id.rapor.table.ControlCharts;
import id.rapor.table.Field;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Scorecards;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Makes the league tables: brings the agencies of each together and ranks them in plain Java. */
public final class LeagueTables {
  /** Tables take so different times that a core should have a choice of them. */
  private static final int TASKS_PER_CORE = 8;

  private LeagueTables() {}

  /**
   * The league tables that {@code leagues} names, of every period: overall, perspectives, metrics
   * and services, each once for the whole country (peer group {@code *}), once for each kind of
   * body and once for each peer group.
   *
   * <p>Scores are ranked from the greatest on; values of a metric in its direction, adjusted where
   * the metric is. Movement is against the period of the same kind just before, if it is among the
   * scorecards and the agency was ranked then in the same peer group. Agencies that are not rated
   * are listed without a rank, with their status and reason. All periods of a table are ranked by
   * one task, so that nothing depends on how the rows are spread.
   *
   * @return rows of {@link League}, in no order, without signals and replies
   */
  public static Dataset<Row> of(Standings standings, Leagues leagues) {
    Dataset<Row> entrants = Entrants.of(standings, leagues);
    int cores = entrants.sparkSession().sparkContext().defaultParallelism();
    Dataset<Row> ranks =
        entrants
            .repartition(TASKS_PER_CORE * cores, League.LEAGUE.col(), Scorecards.PEER_GROUP.col())
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>) LeagueTables::ranked,
                Encoders.row(League.RANKS.schema()));
    return League.TABLE.complete(ranks);
  }

  /**
   * {@code league} with what the control chart of each month's metric signals: a rank may move
   * because others did, a chart tells whether the agency itself did.
   *
   * @param charts in the shape of {@code control_charts}
   */
  public static Dataset<Row> withSignals(Dataset<Row> league, Dataset<Row> charts) {
    Dataset<Row> signals =
        charts.select(
            Measurements.PERIOD.col(),
            Cases.AGENCY_ID.col(),
            Measurements.METRIC.col().as(League.LEAGUE.name()),
            ControlCharts.SIGNAL.col());
    String[] key = {Measurements.PERIOD.name(), Cases.AGENCY_ID.name(), League.LEAGUE.name()};
    return League.TABLE.shape(
        league.drop(League.SIGNAL.name()).join(broadcast(signals), key, "left"));
  }

  /** The rows of all tables whose entrants are {@code rows}. */
  private static Iterator<Row> ranked(Iterator<Row> rows) {
    SortedMap<Name, LeagueTable> tables = new TreeMap<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      Name name = new Name(text(row, League.LEAGUE), text(row, Scorecards.PEER_GROUP));
      tables
          .computeIfAbsent(
              name, any -> new LeagueTable(name.league, name.peers, text(row, Metrics.DIRECTION)))
          .add(text(row, Measurements.PERIOD), entrant(row));
    }
    return new ArrayList<>(tables.values()).stream().flatMap(LeagueTable::rows).iterator();
  }

  private static Entrant entrant(Row row) {
    return new Entrant(
        text(row, Cases.AGENCY_ID),
        real(row, PerspectiveScores.SCORE),
        real(row, PerspectiveScores.STANDARD_ERROR),
        text(row, Measurements.STATUS),
        text(row, PerspectiveScores.REASON));
  }

  private static String text(Row row, Field field) {
    return row.getAs(field.name());
  }

  private static double real(Row row, Field field) {
    Double value = row.getAs(field.name());
    return value == null ? Double.NaN : value;
  }

  /** What tells one table from the others, its periods apart. */
  private record Name(String league, String peers) implements Comparable<Name> {
    private static final Comparator<Name> ORDER =
        Comparator.comparing(Name::league).thenComparing(Name::peers);

    @Override
    public int compareTo(Name other) {
      return ORDER.compare(this, other);
    }
  }
}
