package id.rapor.publish;

import id.rapor.table.Cases;
import id.rapor.table.ReportCards;
import id.rapor.text.Language;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * What an edition tells, in every language.
 *
 * @param first the language of the settings
 * @param versions one for each language, the first one first
 */
record Telling(Language first, Collected collected, List<Version> versions) {

  Telling {
    versions = List.copyOf(versions);
  }

  /** What it tells in one language. */
  record Version(Facts facts, Story story) {}

  /**
   * Takes all small tables out of Spark.
   *
   * @throws id.rapor.settings.UserError if the settings name a language that there is not
   */
  static Telling of(Contents contents) {
    Language first = Facts.language(contents.settings());
    Collected collected = Collected.of(contents);
    List<Version> versions =
        Arrays.stream(Language.values())
            .sorted(Comparator.comparing(language -> language != first))
            .map(language -> Facts.in(language, contents, collected))
            .map(facts -> new Version(facts, Story.of(contents, facts)))
            .toList();
    return new Telling(first, collected, versions);
  }

  /**
   * All words of it. The figures stand in the tables beside; earlier months, which only the curves
   * show, have editions of their own.
   */
  @Override
  public String toString() {
    String cards =
        collected.lines().values().stream()
            .flatMap(List::stream)
            .sorted(
                Comparator.comparing((Row row) -> row.<String>getAs(Cases.AGENCY_ID.name()))
                    .thenComparing(row -> row.<String>getAs(ReportCards.KIND.name()))
                    .thenComparing(row -> row.<Long>getAs(ReportCards.PLACE.name())))
            .map(Row::toString)
            .collect(Collectors.joining());
    return versions.stream()
            .map(version -> version.story().toString())
            .collect(Collectors.joining())
        + cards
        + inOrder(collected.metrics())
        + inOrder(collected.around().standards().values().stream().flatMap(List::stream).toList());
  }

  private static String inOrder(List<Row> rows) {
    return rows.stream().map(Row::toString).sorted().collect(Collectors.joining());
  }
}
