package id.rapor.publish;

import id.rapor.text.Dates;
import id.rapor.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Writes the pages of an edition in every language: the front page, the whole league where the
 * front page cannot hold it, the methods, and one about each agency, each metric and each service.
 */
final class EditionPages {
  /** So many agencies of each list stand on the front page, which is to open at once. */
  static final int FRONT = 100;

  /** The file of the whole league, without the ending. */
  private static final String LEAGUE = "league";

  private final Contents contents;
  private final Telling telling;
  private final Addresses addresses;
  private final int number;
  private final EditionKind kind;
  private final RevisionLines.Counted revisions;

  EditionPages(
      Contents contents,
      Telling telling,
      int number,
      EditionKind kind,
      RevisionLines.Counted revisions) {
    this.contents = contents;
    this.telling = telling;
    this.addresses = new Addresses(telling.first());
    this.number = number;
    this.kind = kind;
    this.revisions = revisions;
  }

  void write(Path folder) throws IOException {
    for (String part : List.of(Addresses.AGENCIES, Addresses.METRICS, Addresses.SERVICES)) {
      Files.createDirectories(folder.resolve(part));
    }
    Files.writeString(folder.resolve(Pages.SHEET), Pages.sheet());
    for (Telling.Version version : telling.versions()) {
      Facts facts = version.facts();
      AgencyPages agencies = new AgencyPages(facts, new Standings(facts));
      MetricPages metrics = new MetricPages(facts);
      ServicePages services = new ServicePages(facts);
      writeFront(folder, version, metrics, services);
      writeLeague(folder, version);
      writeMethods(folder, version);
      writeAll(
          folder.resolve(Addresses.AGENCIES),
          version,
          named(agencies.agencies(), Addresses::name),
          agencies::page);
      writeAll(
          folder.resolve(Addresses.METRICS),
          version,
          named(metrics.codes(), Addresses::metric),
          metrics::page);
      writeAll(
          folder.resolve(Addresses.SERVICES),
          version,
          named(services.codes(), Addresses::name),
          services::page);
    }
  }

  private static SortedMap<String, String> named(
      Collection<String> codes, UnaryOperator<String> name) {
    SortedMap<String, String> named = new TreeMap<>();
    codes.forEach(code -> named.put(code, name.apply(code)));
    return named;
  }

  /** One page for each code, by the template that is called like its folder. */
  private void writeAll(
      Path folder,
      Telling.Version version,
      SortedMap<String, String> names,
      Function<String, ?> page)
      throws IOException {
    Labels labels = version.facts().labels();
    Language language = labels.language();
    Map<String, Object> values = shared(version);
    for (Map.Entry<String, String> name : names.entrySet()) {
      values.put("page", page.apply(name.getKey()));
      values.put("otherPage", addresses.page(name.getValue(), Addresses.other(language)));
      Files.writeString(
          folder.resolve(addresses.page(name.getValue(), language)),
          Pages.render(folder.getFileName() + ".html", labels, values));
    }
  }

  private void writeFront(
      Path folder, Telling.Version version, MetricPages metrics, ServicePages services)
      throws IOException {
    Labels labels = version.facts().labels();
    Map<String, Object> values = shared(version);
    values.put("otherPage", addresses.page("index", Addresses.other(labels.language())));
    putLists(values, version.story(), FRONT);
    values.put("metrics", metrics.links());
    values.put("services", services.links());
    values.put("missing", labels.text("reading_missing", version.story().rules().leastCoverage()));
    values.put("accounting", Accounting.of(version.facts()));
    values.put("deliveries", DeliveryNotes.of(version.facts()));
    values.put("fingerprint", contents.fingerprint());
    values.put("settingsHash", contents.settingsHash());
    values.put("referenceHash", contents.referenceHash());
    values.put("codeVersion", contents.codeVersion());
    Files.writeString(
        folder.resolve(addresses.page("index", labels.language())),
        Pages.render("page.html", labels, values));
  }

  /** The whole league, if the front page holds a part of it only. */
  private void writeLeague(Path folder, Telling.Version version) throws IOException {
    if (isWhole(version.story(), FRONT)) {
      return;
    }
    Labels labels = version.facts().labels();
    Map<String, Object> values = shared(version);
    putLists(values, version.story(), Integer.MAX_VALUE);
    values.put("root", "");
    values.put("page", Map.of("name", labels.text("table_title")));
    values.put("otherPage", addresses.page(LEAGUE, Addresses.other(labels.language())));
    Files.writeString(
        folder.resolve(addresses.page(LEAGUE, labels.language())),
        Pages.render("whole.html", labels, values));
  }

  /** The first of both lists of agencies, and whether they are whole. */
  private static void putLists(Map<String, Object> values, Story story, int most) {
    values.put("standings", story.standings().stream().limit(most).toList());
    values.put("unranked", story.unranked().stream().limit(most).toList());
    values.put("isWhole", isWhole(story, most));
  }

  private static boolean isWhole(Story story, int most) {
    return Math.max(story.standings().size(), story.unranked().size()) <= most;
  }

  private void writeMethods(Path folder, Telling.Version version) throws IOException {
    Labels labels = version.facts().labels();
    Map<String, Object> values = shared(version);
    values.put("page", MethodsPage.of(contents, labels));
    values.put("accounting", Accounting.of(version.facts()));
    values.put("revisions", RevisionLines.of(version.facts(), revisions, number));
    values.put("otherPage", addresses.page(MethodsPage.FILE, Addresses.other(labels.language())));
    values.put("root", "");
    Files.writeString(
        folder.resolve(addresses.page(MethodsPage.FILE, labels.language())),
        Pages.render("methods.html", labels, values));
  }

  private Map<String, Object> shared(Telling.Version version) {
    Labels labels = version.facts().labels();
    Map<String, Object> values = new HashMap<>();
    values.put("story", version.story());
    values.put("root", "../");
    values.put("ending", addresses.page("", labels.language()));
    values.put("otherLanguage", Addresses.other(labels.language()).code());
    values.put("edition", kind.words(number, labels));
    values.put("period", contents.period().code());
    values.put("calendar", ReleaseCalendar.of(contents, labels));
    values.put("asOf", contents.asOf().toString());
    values.put(
        "asOfWords", Dates.moment(contents.asOf(), contents.settings().zone(), labels.language()));
    return values;
  }
}
