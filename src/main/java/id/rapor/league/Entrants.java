package id.rapor.league;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import id.rapor.settings.Leagues;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Scorecards;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who comes to which league table, and with what: one row per table, period and agency. */
final class Entrants {
  /** Every column but the peer group. */
  private static final List<Field> FIELDS =
      List.of(
          Measurements.PERIOD,
          League.LEAGUE,
          Cases.AGENCY_ID,
          Metrics.DIRECTION,
          PerspectiveScores.SCORE,
          PerspectiveScores.STANDARD_ERROR,
          Measurements.STATUS,
          PerspectiveScores.REASON);

  private final Standings standings;
  private final Leagues leagues;

  private Entrants(Standings standings, Leagues leagues) {
    this.standings = standings;
    this.leagues = leagues;
  }

  /** The entrants of all tables that {@code leagues} names, once per peer group. */
  static Dataset<Row> of(Standings standings, Leagues leagues) {
    Entrants entrants = new Entrants(standings, leagues);
    Dataset<Row> peers =
        standings
            .scorecards()
            .select(
                Measurements.PERIOD.col(),
                Cases.AGENCY_ID.col(),
                explode(groups()).as(Scorecards.PEER_GROUP.name()));
    return entrants
        .overall()
        .union(entrants.perspectives())
        .union(entrants.metrics())
        .join(
            peers,
            FIELDS.stream()
                .filter(List.of(Measurements.PERIOD, Cases.AGENCY_ID)::contains)
                .map(Field::name)
                .toArray(String[]::new));
  }

  /** The whole country, all of its kind, and those of its kind and volume where that is a group. */
  private static Column groups() {
    Column own = Scorecards.PEER_GROUP.col();
    Column kind = substring_index(own, Scorecards.VOLUME, 1);
    return array_distinct(array(lit(League.WHOLE_COUNTRY), kind, own));
  }

  private Dataset<Row> overall() {
    return entrants(standings.scorecards(), lit(League.OVERALL));
  }

  private Dataset<Row> perspectives() {
    Column perspective = Metrics.PERSPECTIVE.col();
    return entrants(
        standings
            .perspectiveScores()
            .where(isMade(Leagues.PERSPECTIVES).or(perspective.isin(leagues.tables().toArray()))),
        perspective);
  }

  private static Dataset<Row> entrants(Dataset<Row> scores, Column league) {
    Column higher = lit("higher");
    return select(scores, Map.of(League.LEAGUE, league, Metrics.DIRECTION, higher));
  }

  /** The metrics that are scored, and of each service the metric that its table ranks. */
  private Dataset<Row> metrics() {
    Column scored =
        Metrics.WEIGHT
            .col()
            .gt(0)
            .and(Metrics.DIRECTION.col().isin("higher", "lower"))
            .and(Metrics.STANDARD.col().isNotNull());
    Dataset<Row> catalogue =
        standings
            .metrics()
            .where(scored)
            .select(Metrics.CODE.col().as(Measurements.METRIC.name()), Metrics.MINIMUM_N.col());
    Column value = coalesce(Measurements.ADJUSTED_VALUE.col(), Measurements.VALUE.col());
    Column error = coalesce(Measurements.ADJUSTED_ERROR.col(), Measurements.STANDARD_ERROR.col());
    return select(
        standings
            .measurements()
            .where(allServices().or(oneService()))
            .join(broadcast(catalogue), Measurements.METRIC.name()),
        Map.of(
            League.LEAGUE,
            league(),
            PerspectiveScores.SCORE,
            value,
            PerspectiveScores.STANDARD_ERROR,
            error,
            PerspectiveScores.REASON,
            reason()));
  }

  private static Dataset<Row> select(Dataset<Row> rows, Map<Field, Column> columns) {
    return rows.select(
        FIELDS.stream()
            .map(field -> field.is(columns.getOrDefault(field, field.col())))
            .toArray(Column[]::new));
  }

  private static Column league() {
    Column service = Cases.SERVICE_ID.col();
    return when(service.equalTo(Measurements.ALL_SERVICES), Measurements.METRIC.col())
        .otherwise(concat(lit(League.SERVICE), service));
  }

  private Column allServices() {
    return Cases.SERVICE_ID
        .col()
        .equalTo(Measurements.ALL_SERVICES)
        .and(
            isMade(Leagues.METRICS).or(Measurements.METRIC.col().isin(leagues.tables().toArray())));
  }

  private Column oneService() {
    Column service = Cases.SERVICE_ID.col();
    Column metric = lit(leagues.serviceMetric());
    for (Map.Entry<String, String> other : leagues.serviceMetrics().entrySet()) {
      metric = when(service.equalTo(other.getKey()), other.getValue()).otherwise(metric);
    }
    return service
        .notEqual(Measurements.ALL_SERVICES)
        .and(Measurements.METRIC.col().equalTo(metric))
        .and(isMade(Leagues.SERVICES).or(league().isin(leagues.tables().toArray())));
  }

  private Column isMade(String group) {
    return lit(leagues.tables().contains(group));
  }

  private static Column reason() {
    Column status = Measurements.STATUS.col();
    Column tooFew =
        concat(
            lit("too few (n = "),
            Measurements.N.col().cast("string"),
            lit(", minimum "),
            Metrics.MINIMUM_N.col().cast("string"),
            lit(")"));
    return when(status.equalTo("too_few"), tooFew)
        .when(status.equalTo("no_data"), "no data")
        .when(status.equalTo("low_quality"), "low data quality")
        .when(status.notEqual("published"), "not rated");
  }
}
