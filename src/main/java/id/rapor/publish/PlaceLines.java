package id.rapor.publish;

import id.rapor.table.Cases;
import id.rapor.table.Funnels;
import id.rapor.table.Measurements;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Makes the tables of all agencies by one metric: ranked ones first, those without a value last.
 */
record PlaceLines(Facts facts, FigureText text) {
  /** So many agencies stand on a page: more are no reading, and no page that opens at once. */
  static final int MOST = 1_000;

  /**
   * The agencies in the order of the league; without a league those with the better value first.
   *
   * @param places rows of the league; empty if there is none
   * @param measured agency to its measurement
   * @param funnel agency to its row; empty if there is none
   */
  List<PlaceLine> of(
      List<Row> places, Map<String, Row> measured, Map<String, Row> funnel, String direction) {
    Map<String, Place> ranked = new HashMap<>();
    places.forEach(row -> Place.of(row).ifPresent(place -> ranked.put(place.agency(), place)));
    return measured.values().stream()
        .sorted(order(ranked, direction))
        .limit(MOST)
        .map(row -> line(row, ranked, funnel))
        .toList();
  }

  /** A sentence about those that the table leaves out; empty if it holds all. */
  String more(int all) {
    return all > MOST ? text.labels().text("places_more", text.whole(MOST), text.whole(all)) : "";
  }

  private Comparator<Row> order(Map<String, Place> ranked, String direction) {
    Comparator<Double> better =
        direction.equals("lower") ? Comparator.naturalOrder() : Comparator.reverseOrder();
    return Comparator.comparing(
            (Row row) -> ranked.containsKey(agency(row)) ? ranked.get(agency(row)).number() : 0,
            Comparator.comparingInt(rank -> rank == 0 ? Integer.MAX_VALUE : rank))
        .thenComparing(row -> FigureText.scored(row).isEmpty() ? 1 : 0)
        .thenComparing(
            row -> ranked.containsKey(agency(row)) ? 0.0 : FigureText.scored(row).orElse(0.0),
            better)
        .thenComparing(row -> FigureText.scored(row).isPresent() ? "" : name(row))
        .thenComparing(PlaceLines::agency);
  }

  private PlaceLine line(Row measured, Map<String, Place> ranked, Map<String, Row> funnel) {
    String id = agency(measured);
    Optional<Place> place = Optional.ofNullable(ranked.get(id));
    String state = text.state(measured);
    return new PlaceLine(
        place.map(Place::label).orElse(""),
        place.map(this::reach).orElse(""),
        facts.agency(id),
        text.figure(measured, Measurements.VALUE),
        text.interval(measured),
        text.figure(measured, Measurements.ADJUSTED_VALUE),
        text.whole(measured, Measurements.N),
        state.isEmpty() ? Optional.ofNullable(funnel.get(id)).map(this::reading).orElse("") : "",
        state);
  }

  private String reach(Place place) {
    String low = text.whole(place.low());
    return place.low() == place.high() ? low : low + Standings.DASH + text.whole(place.high());
  }

  private String reading(Row row) {
    return text.labels().word("reading", Cells.text(row, Funnels.READING).orElse(""));
  }

  private String name(Row row) {
    return facts.agency(agency(row)).name().toLowerCase(Locale.ROOT);
  }

  private static String agency(Row row) {
    return Cells.text(row, Cases.AGENCY_ID).orElseThrow();
  }
}
