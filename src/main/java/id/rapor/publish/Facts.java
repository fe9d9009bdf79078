package id.rapor.publish;

import id.rapor.settings.Period;
import id.rapor.settings.Settings;
import id.rapor.settings.UserError;
import id.rapor.table.Metrics;
import id.rapor.table.Scorecards;
import id.rapor.text.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * What is told of one period, in one language.
 *
 * @param perspectives the codes of those that apply, in the order of the scorecard
 * @param agencies agency to what it is called
 */
record Facts(
    Labels labels,
    Settings settings,
    Period period,
    List<String> perspectives,
    Collected collected,
    Map<String, Agency> agencies) {

  /** The four perspectives in order; each is a column of the scorecard. */
  static final List<String> PERSPECTIVES =
      List.of(
          Scorecards.FINANCE.name(),
          Scorecards.PROCESS.name(),
          Scorecards.CUSTOMER.name(),
          Scorecards.GROWTH.name());

  /** What {@code collected} says, in {@code language}. */
  static Facts in(Language language, Contents contents, Collected collected) {
    Labels labels = Labels.of(language);
    return new Facts(
        labels,
        contents.settings(),
        contents.period(),
        PERSPECTIVES.stream()
            .filter(contents.settings().scoring().perspectives()::containsKey)
            .toList(),
        collected,
        Agency.at(
            contents.period(),
            collected.spells(),
            new Provinces(collected.around().regions()),
            labels));
  }

  /**
   * The language in which the settings publish; the pages of the other stand beside.
   *
   * @throws UserError if the settings name a language that there is not
   */
  static Language language(Settings settings) {
    String code = settings.language();
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
    return Optional.ofNullable(collected.cards().get(agency));
  }

  /** The place of an agency in its peer group's overall league; empty if it has none. */
  Optional<Place> among(String agency) {
    return Optional.ofNullable(collected.among().get(agency)).flatMap(Place::of);
  }

  Optional<Row> score(String agency, String perspective) {
    return Optional.ofNullable(collected.scores().getOrDefault(agency, Map.of()).get(perspective));
  }

  /** The ranked places by rank label, then agency code. */
  List<Place> ranked() {
    List<Place> ranked = new ArrayList<>();
    collected.places().forEach(row -> Place.of(row).ifPresent(ranked::add));
    ranked.sort(Place.ORDER);
    return ranked;
  }

  /** The places without a rank, in no order. */
  List<Row> unranked() {
    return collected.places().stream().filter(row -> Place.of(row).isEmpty()).toList();
  }

  /** The catalogue entries of the perspectives that apply: those that have a page. */
  List<Row> metrics() {
    return collected.metrics().stream()
        .filter(row -> perspectives.contains(Cells.text(row, Metrics.PERSPECTIVE).orElse("")))
        .toList();
  }

  /** The names of all metrics of the catalogue by their codes. */
  Map<String, String> metricNames() {
    Map<String, String> names = new HashMap<>();
    for (Row row : collected.metrics()) {
      String code = Cells.text(row, Metrics.CODE).orElseThrow();
      names.put(code, Names.of(row, labels.language(), code));
    }
    return names;
  }

  /** The names of services by their codes. */
  Map<String, String> services() {
    Map<String, String> names = new HashMap<>();
    for (Row row : collected.services()) {
      String code = Cells.text(row, id.rapor.table.Cases.SERVICE_ID).orElseThrow();
      names.put(code, Names.of(row, labels.language(), code));
    }
    return names;
  }
}
