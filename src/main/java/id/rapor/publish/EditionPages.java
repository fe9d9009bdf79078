package id.rapor.publish;

import id.rapor.text.Dates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Writes the pages of an edition: the league, and one about each agency, in every language. */
final class EditionPages {
  private final Contents contents;
  private final Telling telling;
  private final Addresses addresses;
  private final int number;

  EditionPages(Contents contents, Telling telling, int number) {
    this.contents = contents;
    this.telling = telling;
    this.addresses = new Addresses(telling.first());
    this.number = number;
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve(Addresses.AGENCIES));
    for (Telling.Version version : telling.versions()) {
      Labels labels = version.facts().labels();
      String page = Pages.render("page.html", labels, league(version));
      Files.writeString(folder.resolve(addresses.page("index", labels.language())), page);
      writeAgencies(folder, version);
    }
  }

  private void writeAgencies(Path folder, Telling.Version version) throws IOException {
    Labels labels = version.facts().labels();
    AgencyPages agencies = new AgencyPages(version.facts(), new Standings(version.facts()));
    Map<String, Object> values = shared(version);
    for (String id : agencies.agencies()) {
      values.put("card", agencies.page(id));
      values.put(
          "otherPage", addresses.page(Addresses.name(id), Addresses.other(labels.language())));
      Files.writeString(
          folder.resolve(addresses.agency(id, labels.language())),
          Pages.render("agency.html", labels, values));
    }
  }

  private Map<String, Object> league(Telling.Version version) {
    Labels labels = version.facts().labels();
    Map<String, Object> values = shared(version);
    values.put("otherPage", addresses.page("index", Addresses.other(labels.language())));
    values.put("missing", labels.text("reading_missing", version.story().rules().leastCoverage()));
    values.put("accounting", Accounting.of(version.facts()));
    values.put("deliveries", DeliveryNotes.of(version.facts()));
    values.put("fingerprint", contents.fingerprint());
    values.put("settingsHash", contents.settingsHash());
    values.put("codeVersion", contents.codeVersion());
    return values;
  }

  private Map<String, Object> shared(Telling.Version version) {
    Labels labels = version.facts().labels();
    Map<String, Object> values = new HashMap<>();
    values.put("story", version.story());
    values.put("ending", addresses.page("", labels.language()));
    values.put("otherLanguage", Addresses.other(labels.language()).code());
    values.put("edition", String.valueOf(number));
    values.put("period", contents.period().code());
    values.put("asOf", contents.asOf().toString());
    values.put(
        "asOfWords", Dates.moment(contents.asOf(), contents.settings().zone(), labels.language()));
    return values;
  }
}
