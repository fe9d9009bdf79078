package id.rapor.publish;

import id.rapor.table.Cases;
import id.rapor.table.League;
import id.rapor.table.Scorecards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * One province on the front page: a tile and a row of a table at once.
 *
 * @param agencies how many it has
 * @param ranked how many of them have a rank
 * @param met how many of these meet the standard
 * @param width the share of those ranked that meet it, per cent of the tile's width
 * @param alike how many cannot be told apart from their neighbours in rank
 */
record RegionTile(
    String code,
    String name,
    String agencies,
    String ranked,
    String met,
    String width,
    String alike) {
  private static final Scale SHARE = new Scale(0, 1, 0);
  private static final String NOT_TOLD_APART = "not_told_apart";

  /** The provinces by code; none if no agency has one. */
  static List<RegionTile> of(Facts facts) {
    Map<String, List<Row>> byCode = new TreeMap<>();
    for (Row place : facts.collected().places()) {
      byCode.computeIfAbsent(province(place, facts).code(), code -> new ArrayList<>()).add(place);
    }
    byCode.remove(Provinces.NOWHERE.code());
    return byCode.values().stream().map(places -> tile(places, facts)).toList();
  }

  private static RegionTile tile(List<Row> places, Facts facts) {
    FigureText text = FigureText.of(facts);
    List<Row> ranked = places.stream().filter(row -> Place.of(row).isPresent()).toList();
    long met = ranked.stream().filter(row -> meetsStandard(row, facts)).count();
    long alike =
        ranked.stream()
            .filter(row -> Cells.text(row, League.BADGE).orElse("").equals(NOT_TOLD_APART))
            .count();
    Provinces.Province province = province(places.get(0), facts);
    return new RegionTile(
        province.code(),
        province.name(),
        text.whole(places.size()),
        text.whole(ranked.size()),
        text.whole(met),
        ranked.isEmpty() ? "0%" : SHARE.at((double) met / ranked.size()),
        text.whole(alike));
  }

  private static boolean meetsStandard(Row place, Facts facts) {
    return facts
        .card(agency(place))
        .flatMap(card -> Cells.text(card, Scorecards.GRADE))
        .filter(Summary.MEETING::contains)
        .isPresent();
  }

  private static Provinces.Province province(Row place, Facts facts) {
    return facts.agency(agency(place)).province();
  }

  private static String agency(Row place) {
    return Cells.text(place, Cases.AGENCY_ID).orElseThrow();
  }
}
