package id.rapor.publish;

import id.rapor.settings.Period;
import id.rapor.text.Dates;
import id.rapor.text.Language;
import id.rapor.text.PeriodNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pages {@code published/index.html} of all periods, each with its editions: one in each
 * language, named as those of an edition.
 */
final class IndexPage {
  private static final String NAME = "index";

  private IndexPage() {}

  /** One period on the page, with its newest edition and those before. */
  record Entry(String words, Link newest, String asOf, String asOfWords, List<Link> earlier) {
    Entry {
      earlier = List.copyOf(earlier);
    }
  }

  /** An edition by its number, and where its page stands. */
  record Link(String number, String page) {}

  /** Writes the pages that would change. */
  static void write(Path published, Language first, Contents contents) throws IOException {
    Addresses addresses = new Addresses(first);
    List<Period> periods = periods(published);
    for (Language language : Language.values()) {
      String page = page(published, periods, addresses, language, contents);
      SafeFile.writeChanged(published.resolve(addresses.page(NAME, language)), page);
    }
  }

  private static String page(
      Path published,
      List<Period> periods,
      Addresses addresses,
      Language language,
      Contents contents)
      throws IOException {
    Labels labels = Labels.of(language);
    ZoneId zone = contents.settings().zone();
    List<Entry> entries = new ArrayList<>();
    for (Period period : periods) {
      entry(published, period, language, zone).ifPresent(entries::add);
    }
    Language other = Addresses.other(language);
    return Pages.render(
        "index.html",
        labels,
        Map.of(
            "title",
            contents.settings().title(),
            "entries",
            entries,
            "otherPage",
            addresses.page(NAME, other),
            "otherLanguage",
            other.code(),
            "planned",
            ReleaseCalendar.of(contents, labels).planned()));
  }

  /**
   * The periods that have a folder: the latest first, and of those that end together the longer.
   */
  private static List<Period> periods(Path published) throws IOException {
    try (Stream<Path> folders = Files.list(published)) {
      return folders
          .filter(Files::isDirectory)
          .flatMap(folder -> Period.parse(String.valueOf(folder.getFileName())).stream())
          .sorted(
              Comparator.comparing(Period::last)
                  .reversed()
                  .thenComparing(Period::first)
                  .thenComparing(Period::code))
          .toList();
    }
  }

  private static Optional<Entry> entry(
      Path published, Period period, Language language, ZoneId zone) throws IOException {
    Path folder = published.resolve(period.code());
    List<Link> links =
        EditionFolders.numbers(folder).stream()
            .map(number -> link(published, period, String.valueOf(number), language))
            .toList();
    if (links.isEmpty()) {
      return Optional.empty();
    }
    String asOf = Manifest.read(folder.resolve(links.get(0).number())).asOf();
    return Optional.of(
        new Entry(
            PeriodNames.words(period.code(), language),
            links.get(0),
            asOf,
            Dates.moment(Instant.parse(asOf), zone, language),
            links.subList(1, links.size())));
  }

  /** The first language may have been another one when the edition was made. */
  private static Link link(Path published, Period period, String number, Language language) {
    String folder = period.code() + "/" + number + "/";
    String named = folder + NAME + "." + language.code() + ".html";
    return new Link(
        number, Files.exists(published.resolve(named)) ? named : folder + NAME + ".html");
  }
}
