package id.rapor.settings;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which periods are computed, and when they are published.
 *
 * @param kinds kinds named in {@code periods}: every such period that the data touches
 * @param named periods named in {@code periods} by their code
 * @param headline key {@code headline}: a kind or a code; the newest such period that has ended by
 *     as-of (else the newest) is the one whose table {@code run} prints; default {@code half}, or
 *     the first of {@code periods} if they lack it
 * @param releases key {@code releases}: editions that are announced; default none
 */
public record Periods(
    List<Period.Kind> kinds, List<Period> named, String headline, List<PlannedEdition> releases) {
  public static final Periods DEFAULTS =
      new Periods(
          List.of(Period.Kind.MONTH, Period.Kind.QUARTER, Period.Kind.HALF, Period.Kind.YEAR),
          List.of(),
          "half",
          List.of());

  public Periods {
    kinds = List.copyOf(kinds);
    named = List.copyOf(named);
    releases = List.copyOf(releases);
  }

  /** The periods that hold any of {@code months}, in order. */
  public NavigableSet<Period> touching(Collection<YearMonth> months) {
    NavigableSet<Period> touched = new TreeSet<>();
    for (YearMonth month : months) {
      kinds.forEach(kind -> touched.add(Period.holding(month, kind)));
      named.stream().filter(period -> period.holds(month)).forEach(touched::add);
    }
    return touched;
  }
}
