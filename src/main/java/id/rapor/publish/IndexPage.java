package id.rapor.publish;

import id.rapor.settings.Period;
import id.rapor.text.Dates;
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

/** The page {@code published/index.html}: all periods, each with its editions. */
final class IndexPage {
  private IndexPage() {}

  /** One period on the page, with its newest edition and those before. */
  record Entry(
      String code,
      String words,
      String newest,
      String asOf,
      String asOfWords,
      List<String> earlier) {
    Entry {
      earlier = List.copyOf(earlier);
    }
  }

  /** Writes the page if it would change. */
  static void write(Path published, Labels labels, Contents contents) throws IOException {
    ZoneId zone = contents.settings().zone();
    List<Entry> entries = new ArrayList<>();
    for (Period period : periods(published)) {
      entry(published, period, labels, zone).ifPresent(entries::add);
    }
    String page =
        Pages.render(
            "index.html",
            labels,
            Map.of(
                "title",
                contents.settings().title(),
                "entries",
                entries,
                "planned",
                ReleaseCalendar.of(contents, labels).planned()));
    SafeFile.writeChanged(published.resolve("index.html"), page);
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

  private static Optional<Entry> entry(Path published, Period period, Labels labels, ZoneId zone)
      throws IOException {
    Path folder = published.resolve(period.code());
    List<String> numbers = EditionFolders.numbers(folder).stream().map(String::valueOf).toList();
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    String asOf = Manifest.read(folder.resolve(numbers.get(0))).asOf();
    return Optional.of(
        new Entry(
            period.code(),
            PeriodNames.words(period.code(), labels.language()),
            numbers.get(0),
            asOf,
            Dates.moment(Instant.parse(asOf), zone, labels.language()),
            numbers.subList(1, numbers.size())));
  }
}
