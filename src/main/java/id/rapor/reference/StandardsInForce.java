package id.rapor.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Resolves which standard holds on each day: the most specific row wins, agency over region over
 * parent region over country.
 *
 * <p>A row is taken whole. One that names a time limit and no fee means that there is no published
 * fee here, and does not take the fee of a less specific row: mixing two rules would print a tariff
 * that no rule states, under the legal basis of one of them. An express class never falls back on
 * the regular one, for the same reason.
 */
final class StandardsInForce {
  /** What a standard is for; never empty. */
  record Subject(String serviceId, String serviceClass) implements Comparable<Subject> {
    @Override
    public int compareTo(Subject other) {
      return Comparator.comparing(Subject::serviceId)
          .thenComparing(Subject::serviceClass)
          .compare(this, other);
    }
  }

  /**
   * All of a place that matters to the standards, so that places which no rule tells apart share
   * their timelines.
   *
   * @param agencyId the agency, if any row names it
   * @param regionsUp those of its region and the regions above it that any row names, nearest first
   */
  record Scope(Optional<String> agencyId, List<String> regionsUp) {
    Scope {
      regionsUp = List.copyOf(regionsUp);
    }
  }

  private final Map<Subject, List<Standard>> rows = new TreeMap<>();
  private final Set<String> agencies = new HashSet<>();
  private final Set<String> regions = new HashSet<>();
  private final int graceDays;

  /**
   * @param graceDays days around a change of tariff in which either is right, inclusive
   */
  StandardsInForce(List<Standard> standards, int graceDays) {
    this.graceDays = graceDays;
    for (Standard row : standards) {
      rows.computeIfAbsent(
              new Subject(row.serviceId(), row.serviceClass()), subject -> new ArrayList<>())
          .add(row);
      row.agencyId().ifPresent(agencies::add);
      row.regionCode().ifPresent(regions::add);
    }
  }

  /** What any row is for, in order. */
  Set<Subject> subjects() {
    return rows.keySet();
  }

  Scope scope(String agencyId, List<String> regionsUp) {
    return new Scope(
        Optional.of(agencyId).filter(agencies::contains),
        regionsUp.stream().filter(regions::contains).toList());
  }

  /** The spells in order; days that no row covers lie in none of them. */
  List<StandardSpell> timeline(Subject subject, Scope scope) {
    List<Standard> candidates =
        rows.getOrDefault(subject, List.of()).stream()
            .filter(row -> row.agencyId().isEmpty() || row.agencyId().equals(scope.agencyId()))
            .filter(row -> row.regionCode().map(scope.regionsUp()::contains).orElse(true))
            .sorted(Comparator.comparingInt(row -> rank(row, scope)))
            .toList();
    List<Run> runs = runs(candidates);
    List<StandardSpell> spells = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      spells.add(
          new StandardSpell(
              runs.get(i).spell(), runs.get(i).row(), before(runs, i), after(runs, i)));
    }
    return spells;
  }

  private record Run(LocalDate first, LocalDate last, Standard row) {
    Spell spell() {
      return new Spell(
          Optional.of(first).filter(day -> !day.equals(LocalDate.MIN)),
          Optional.of(last).filter(day -> !day.equals(LocalDate.MAX)));
    }

    boolean isJustBefore(Run other) {
      return !last.equals(LocalDate.MAX) && last.plusDays(1).equals(other.first);
    }

    boolean hasTariffOf(Run other) {
      return row.tariff().equals(other.row.tariff());
    }
  }

  /**
   * The lower, the more specific: the agency counts before the region, a near region before a far
   * one.
   */
  private static int rank(Standard row, Scope scope) {
    int far = scope.regionsUp().size();
    int region = row.regionCode().map(scope.regionsUp()::indexOf).orElse(far);
    return row.agencyId().isPresent() ? region : far + 1 + region;
  }

  private static List<Run> runs(List<Standard> byRank) {
    NavigableSet<LocalDate> starts = new TreeSet<>();
    for (Standard row : byRank) {
      starts.add(row.spell().first());
      row.spell().to().ifPresent(day -> starts.add(day.plusDays(1)));
    }
    List<Run> runs = new ArrayList<>();
    for (LocalDate start : starts) {
      LocalDate next = starts.higher(start);
      LocalDate last = next == null ? LocalDate.MAX : next.minusDays(1);
      byRank.stream()
          .filter(row -> row.spell().covers(start))
          .findFirst()
          .ifPresent(row -> append(runs, new Run(start, last, row)));
    }
    return runs;
  }

  private static void append(List<Run> runs, Run run) {
    int end = runs.size() - 1;
    if (end >= 0 && runs.get(end).isJustBefore(run) && runs.get(end).row().equals(run.row())) {
      runs.set(end, new Run(runs.get(end).first(), run.last(), run.row()));
    } else {
      runs.add(run);
    }
  }

  /** A new row with the old tariff changes nothing, so the change before it still counts. */
  private Optional<StandardSpell.Beside> before(List<Run> runs, int at) {
    int i = at;
    while (i > 0 && runs.get(i - 1).isJustBefore(runs.get(i))) {
      if (!runs.get(i - 1).hasTariffOf(runs.get(i))) {
        return beside(runs.get(i - 1), runs.get(i).first().plusDays(graceDays));
      }
      i--;
    }
    return Optional.empty();
  }

  private Optional<StandardSpell.Beside> after(List<Run> runs, int at) {
    int i = at;
    while (i + 1 < runs.size() && runs.get(i).isJustBefore(runs.get(i + 1))) {
      if (!runs.get(i + 1).hasTariffOf(runs.get(i))) {
        return beside(runs.get(i + 1), runs.get(i + 1).first().minusDays(graceDays));
      }
      i++;
    }
    return Optional.empty();
  }

  private static Optional<StandardSpell.Beside> beside(Run run, LocalDate day) {
    return Optional.of(run.row().tariff())
        .filter(Tariff::isKnown)
        .map(tariff -> new StandardSpell.Beside(tariff, day));
  }
}
