package id.rapor.publish;

import id.rapor.settings.UserError;
import id.rapor.table.Cases;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Scorecards;
import id.rapor.text.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The small tables of one period, out of Spark.
 *
 * @param perspectives the codes of those that apply, in the order of the scorecard
 * @param places the rows of the whole country's overall league
 * @param cards agency to its scorecard
 * @param scores agency to perspective to its score
 * @param agencies agency to what it is called
 */
record Facts(
    Labels labels,
    List<String> perspectives,
    List<Row> places,
    Map<String, Row> cards,
    Map<String, Map<String, Row>> scores,
    Map<String, Agency> agencies) {

  /** The four perspectives in order; each is a column of the scorecard. */
  static final List<String> PERSPECTIVES =
      List.of(
          Scorecards.FINANCE.name(),
          Scorecards.PROCESS.name(),
          Scorecards.CUSTOMER.name(),
          Scorecards.GROWTH.name());

  /**
   * What {@code contents} says about its period.
   *
   * @throws UserError if the settings name a language that there is not
   */
  static Facts collect(Contents contents) {
    Labels labels = Labels.of(language(contents));
    Dataset<Row> overall =
        ofPeriod(contents, contents.league())
            .where(
                League.LEAGUE
                    .col()
                    .equalTo(League.OVERALL)
                    .and(Scorecards.PEER_GROUP.col().equalTo(League.WHOLE_COUNTRY)));
    return new Facts(
        labels,
        PERSPECTIVES.stream()
            .filter(contents.settings().scoring().perspectives()::containsKey)
            .toList(),
        Cells.collect(overall, "agencies"),
        cards(contents),
        scores(contents),
        Agency.at(
            contents.period(), Cells.collect(contents.agencies(), "spells of agencies"), labels));
  }

  /** Those of {@code rows} that are of the period to be published. */
  static Dataset<Row> ofPeriod(Contents contents, Dataset<Row> rows) {
    return rows.where(Measurements.PERIOD.col().equalTo(contents.period().code()));
  }

  static Language language(Contents contents) {
    String code = contents.settings().language();
    return Language.of(code)
        .orElseThrow(
            () ->
                new UserError(
                    "Cannot publish: language is "
                        + code
                        + ", expected id or en; change it in the settings file."));
  }

  Agency agency(String id) {
    return agencies.getOrDefault(id, Agency.unknown(id));
  }

  Optional<Row> card(String agency) {
    return Optional.ofNullable(cards.get(agency));
  }

  Optional<Row> score(String agency, String perspective) {
    return Optional.ofNullable(scores.getOrDefault(agency, Map.of()).get(perspective));
  }

  /** The ranked places by rank label, then agency code. */
  List<Place> ranked() {
    List<Place> ranked = new ArrayList<>();
    places.forEach(row -> Place.of(row).ifPresent(ranked::add));
    ranked.sort(Place.ORDER);
    return ranked;
  }

  /** The places without a rank, in no order. */
  List<Row> unranked() {
    return places.stream().filter(row -> Place.of(row).isEmpty()).toList();
  }

  private static Map<String, Row> cards(Contents contents) {
    Map<String, Row> cards = new HashMap<>();
    for (Row card : Cells.collect(ofPeriod(contents, contents.scorecards()), "scorecards")) {
      cards.put(Cells.text(card, Cases.AGENCY_ID).orElseThrow(), card);
    }
    return cards;
  }

  private static Map<String, Map<String, Row>> scores(Contents contents) {
    Map<String, Map<String, Row>> scores = new HashMap<>();
    Dataset<Row> rows = ofPeriod(contents, contents.perspectiveScores());
    for (Row score : Cells.collect(rows, PerspectiveScores.TABLE.name())) {
      scores
          .computeIfAbsent(Cells.text(score, Cases.AGENCY_ID).orElseThrow(), id -> new HashMap<>())
          .put(Cells.text(score, Metrics.PERSPECTIVE).orElseThrow(), score);
    }
    return scores;
  }
}
