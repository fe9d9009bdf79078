package id.rapor.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the keys {@code periods} and {@code headline}. */
final class PeriodReader {
  private static final String EXPECTED =
      "month, quarter, half, year or a period such as 2025-03, 2025-Q1, 2025-H1, 2025, 2016..2021";

  private final List<Period.Kind> kinds = new ArrayList<>();
  private final List<Period> named = new ArrayList<>();
  private final List<String> listed = new ArrayList<>();

  private PeriodReader() {}

  /**
   * Without {@code headline} the default is it, or the first of {@code periods} if they lack it.
   */
  static Periods read(Section top) {
    PeriodReader reader = new PeriodReader();
    Optional<Value> periods = top.value("periods");
    if (periods.isPresent()) {
      periods.get().items(EXPECTED).forEach(reader::add);
    } else {
      reader.kinds.addAll(Periods.DEFAULTS.kinds());
    }
    String headline = top.value("headline").map(reader::headline).orElse(reader.likeliest());
    return new Periods(reader.kinds, reader.named, headline, ReleasesReader.read(top));
  }

  private void add(Value item) {
    Optional<String> code = item.as(EXPECTED, PeriodReader::known);
    if (code.isEmpty()) {
      return;
    }
    if (listed.contains(code.get())) {
      item.refuse("each period once");
      return;
    }
    listed.add(code.get());
    kind(code.get())
        .ifPresentOrElse(kinds::add, () -> Period.parse(code.get()).ifPresent(named::add));
  }

  private String headline(Value value) {
    Optional<String> code = value.as(EXPECTED, PeriodReader::known);
    if (code.isPresent() && !isComputed(code.get())) {
      value.refuse("one of the periods, or a period of a kind among them");
    }
    return code.orElse("");
  }

  private String likeliest() {
    String usual = Periods.DEFAULTS.headline();
    return isComputed(usual) || listed.isEmpty() ? usual : listed.get(0);
  }

  private boolean isComputed(String code) {
    return kind(code).map(kinds::contains).orElse(false)
        || Period.parse(code)
            .map(period -> kinds.contains(period.kind()) || named.contains(period))
            .orElse(false);
  }

  private static Optional<String> known(String code) {
    return Optional.of(code)
        .filter(text -> kind(text).isPresent() || Period.parse(text).isPresent());
  }

  private static Optional<Period.Kind> kind(String code) {
    return Stream.of(Period.Kind.values())
        .filter(kind -> kind != Period.Kind.SPAN && kind.code().equals(code))
        .findFirst();
  }
}
