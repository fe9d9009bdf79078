package id.rapor.publish;

import id.rapor.table.Cases;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Scorecards;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The small tables of one period, out of Spark and in no language yet, so that the pages of all
 * languages are made of them.
 *
 * @param places the rows of the whole country's overall league
 * @param among agency to its row of its peer group's overall league
 * @param cards agency to its scorecard
 * @param scores agency to perspective to its score
 * @param spells of agencies: what they were called when
 * @param metrics the catalogue
 * @param measured agency to what its metrics say of all services together
 * @param lines agency to the lines of its report card
 * @param replies agency to its places that it has answered to, in the whole country's tables
 * @param services their codes and names
 * @param covered the codes of the services that the numbers are about
 * @param detectors the catalogue
 * @param leads how many leads each detector found
 * @param sources where the lines of each source went
 * @param deliveries what came of the deliveries that the period rests on
 * @param around what stands behind the pages of metrics, services and regions
 */
record Collected(
    List<Row> places,
    Map<String, Row> among,
    Map<String, Row> cards,
    Map<String, Map<String, Row>> scores,
    List<Row> spells,
    List<Row> metrics,
    Map<String, List<Row>> measured,
    Map<String, List<Row>> lines,
    Map<String, List<Row>> replies,
    List<Row> services,
    List<String> covered,
    List<Row> detectors,
    List<Row> leads,
    List<Row> sources,
    DeliveryNotes.Counted deliveries,
    Around around) {

  static Collected of(Contents contents) {
    Dataset<Row> measurements = ofPeriod(contents, contents.measurements());
    Column everyService = Cases.SERVICE_ID.col().equalTo(Measurements.ALL_SERVICES);
    return new Collected(
        Cells.collect(
            overall(contents).where(Scorecards.PEER_GROUP.col().equalTo(League.WHOLE_COUNTRY)),
            "agencies"),
        among(contents),
        cards(contents),
        scores(contents),
        Cells.collect(contents.agencies(), "spells of agencies"),
        Cells.collect(contents.metrics(), Metrics.TABLE.name()),
        byAgency(Cells.collect(measurements.where(everyService), "measurements of all services")),
        byAgency(
            Cells.collect(ofPeriod(contents, contents.reportCards()), "lines of report cards")),
        byAgency(Cells.collect(answered(contents), "replies")),
        Cells.collect(contents.services(), "services"),
        covered(measurements.where(everyService.equalTo(false))),
        Cells.collect(contents.detectors(), "detectors"),
        Leads.counted(contents),
        Accounting.counted(contents),
        DeliveryNotes.counted(contents),
        Around.of(contents));
  }

  /** Those of {@code rows} that are of the period to be published. */
  static Dataset<Row> ofPeriod(Contents contents, Dataset<Row> rows) {
    return rows.where(Measurements.PERIOD.col().equalTo(contents.period().code()));
  }

  private static Dataset<Row> overall(Contents contents) {
    return ofPeriod(contents, contents.league()).where(League.LEAGUE.col().equalTo(League.OVERALL));
  }

  /** An agency's own group is that of its scorecard; others that it is in are wider. */
  private static Map<String, Row> among(Contents contents) {
    Dataset<Row> own =
        ofPeriod(contents, contents.scorecards())
            .select(Cases.AGENCY_ID.col(), Scorecards.PEER_GROUP.col());
    Map<String, Row> among = new HashMap<>();
    Cells.collect(overall(contents).join(own, own.columns()), "places among peers")
        .forEach(row -> among.put(agency(row), row));
    return among;
  }

  private static Dataset<Row> answered(Contents contents) {
    return ofPeriod(contents, contents.league())
        .where(
            League.REPLY
                .col()
                .isNotNull()
                .and(Scorecards.PEER_GROUP.col().equalTo(League.WHOLE_COUNTRY)))
        .orderBy(League.LEAGUE.col(), Cases.AGENCY_ID.col());
  }

  private static Map<String, Row> cards(Contents contents) {
    Map<String, Row> cards = new HashMap<>();
    for (Row card : Cells.collect(ofPeriod(contents, contents.scorecards()), "scorecards")) {
      cards.put(agency(card), card);
    }
    return cards;
  }

  private static Map<String, Map<String, Row>> scores(Contents contents) {
    Map<String, Map<String, Row>> scores = new HashMap<>();
    Dataset<Row> rows = ofPeriod(contents, contents.perspectiveScores());
    for (Row score : Cells.collect(rows, PerspectiveScores.TABLE.name())) {
      scores
          .computeIfAbsent(agency(score), id -> new HashMap<>())
          .put(Cells.text(score, Metrics.PERSPECTIVE).orElseThrow(), score);
    }
    return scores;
  }

  private static Map<String, List<Row>> byAgency(List<Row> rows) {
    Map<String, List<Row>> byAgency = new HashMap<>();
    rows.forEach(row -> byAgency.computeIfAbsent(agency(row), id -> new ArrayList<>()).add(row));
    return byAgency;
  }

  private static List<String> covered(Dataset<Row> measurements) {
    return Cells.collect(measurements.select(Cases.SERVICE_ID.col()).distinct(), "services")
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static String agency(Row row) {
    return Cells.text(row, Cases.AGENCY_ID).orElseThrow();
  }
}
