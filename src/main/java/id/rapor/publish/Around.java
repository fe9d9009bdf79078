package id.rapor.publish;

import static id.rapor.publish.Collected.ofPeriod;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.Scorecards;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows behind the pages about metrics, services and regions, and behind the curves: out of
 * Spark and in no language yet.
 *
 * @param charts agency to the months of its charts, up to the period's end
 * @param scores agency to the months of its score
 * @param funnels metric to agency to its row
 * @param sensitivities agency to its row
 * @param levers agency to its row
 * @param leagues league to its places in the whole country; those of metrics and of services
 * @param served service to what its metric says of each agency
 * @param standards service to the spells of its standards
 */
record Around(
    Map<String, List<Row>> charts,
    Map<String, List<Row>> scores,
    Map<String, Map<String, Row>> funnels,
    Map<String, Row> sensitivities,
    Map<String, Row> levers,
    Map<String, List<Row>> leagues,
    Map<String, Map<String, Row>> served,
    Map<String, List<Row>> standards,
    List<Row> regions) {

  /** So many months are drawn at most. */
  static final int MONTHS = 24;

  static Around of(Contents contents) {
    Backdrop backdrop = contents.backdrop();
    return new Around(
        grouped(recent(contents, backdrop.charts()), Cases.AGENCY_ID, "months of charts"),
        grouped(recent(contents, backdrop.scorecards()), Cases.AGENCY_ID, "monthly scores"),
        byAgency(
            grouped(
                ofPeriod(contents, backdrop.funnels()), Measurements.METRIC, "rows of funnels")),
        one(Cells.collect(ofPeriod(contents, backdrop.sensitivities()), "sensitivities")),
        one(Cells.collect(ofPeriod(contents, backdrop.levers()), "levers")),
        grouped(otherLeagues(contents), League.LEAGUE, "places of leagues"),
        byAgency(grouped(served(contents), Cases.SERVICE_ID, "measurements of services")),
        grouped(backdrop.standards(), Cases.SERVICE_ID, "standards"),
        Cells.collect(backdrop.regions(), "regions"));
  }

  /** The months up to the period's end, as later ones are not known to its edition. */
  private static Dataset<Row> recent(Contents contents, Dataset<Row> rows) {
    YearMonth last = contents.period().last();
    return rows.where(
        Measurements.PERIOD
            .col()
            .between(last.minusMonths(MONTHS - 1L).toString(), last.toString()));
  }

  private static Dataset<Row> otherLeagues(Contents contents) {
    Column isOther = League.LEAGUE.col().isin(mainLeagues(contents)).equalTo(false);
    return ofPeriod(contents, contents.league())
        .where(isOther.and(Scorecards.PEER_GROUP.col().equalTo(League.WHOLE_COUNTRY)));
  }

  /** The names of the leagues by score and by perspective. */
  static Object[] mainLeagues(Contents contents) {
    List<Object> names = new ArrayList<>(contents.settings().scoring().perspectives().keySet());
    names.add(League.OVERALL);
    return names.toArray();
  }

  /** Each service has the one metric that its league ranks. */
  private static Dataset<Row> served(Contents contents) {
    Map<String, String> others = contents.settings().leagues().serviceMetrics();
    Column usual =
        Measurements.METRIC
            .col()
            .equalTo(contents.settings().leagues().serviceMetric())
            .and(Cases.SERVICE_ID.col().isin(others.keySet().toArray()).equalTo(false));
    Column wanted = usual;
    for (Map.Entry<String, String> other : new TreeMap<>(others).entrySet()) {
      wanted =
          wanted.or(
              Cases.SERVICE_ID
                  .col()
                  .equalTo(other.getKey())
                  .and(Measurements.METRIC.col().equalTo(other.getValue())));
    }
    return ofPeriod(contents, contents.measurements())
        .where(Cases.SERVICE_ID.col().notEqual(Measurements.ALL_SERVICES).and(wanted));
  }

  /** The services that have a page: those with a measurement, in order. */
  Set<String> services() {
    return new TreeSet<>(served.keySet());
  }

  private static Map<String, List<Row>> grouped(Dataset<Row> rows, Field by, String what) {
    Map<String, List<Row>> grouped = new HashMap<>();
    for (Row row : Cells.collect(rows, what)) {
      grouped.computeIfAbsent(Cells.text(row, by).orElseThrow(), key -> new ArrayList<>()).add(row);
    }
    return grouped;
  }

  private static Map<String, Map<String, Row>> byAgency(Map<String, List<Row>> grouped) {
    Map<String, Map<String, Row>> byAgency = new HashMap<>();
    grouped.forEach((key, rows) -> byAgency.put(key, one(rows)));
    return byAgency;
  }

  /** Agency to its row. */
  private static Map<String, Row> one(List<Row> rows) {
    Map<String, Row> one = new TreeMap<>();
    rows.forEach(row -> one.put(Cells.text(row, Cases.AGENCY_ID).orElseThrow(), row));
    return one;
  }
}
