package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import id.rapor.settings.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds what the lines of one reference file contradict one another in. */
final class ReferenceChecks {
  private final Problems problems;

  ReferenceChecks(Problems problems) {
    this.problems = requireNonNull(problems);
  }

  void agencies(String file, List<Located<Agency>> rows) {
    disjoint(file, rows, row -> "agency " + row.agencyId(), Agency::spell);
  }

  void services(String file, List<Located<Service>> rows) {
    unique(file, rows, row -> "service " + row.serviceId());
  }

  void regions(String file, List<Located<Region>> rows) {
    unique(file, rows, row -> "region " + row.code());
    Map<String, Located<Region>> byCode = new HashMap<>();
    rows.forEach(row -> byCode.putIfAbsent(row.row().code(), row));
    for (Located<Region> row : rows) {
      Optional<String> parent = row.row().parentCode();
      if (parent.isPresent() && !byCode.containsKey(parent.get())) {
        problems.add(
            file,
            row.line(),
            "parent_region_code is "
                + parent.get()
                + ", expected a region of this file or nothing for the top");
      }
      cycle(row, byCode).ifPresent(told -> problems.add(file, row.line(), told));
    }
  }

  /** Two rows of equal rank on one day would leave it to chance which tariff counts. */
  void standards(String file, List<Located<Standard>> rows) {
    disjoint(file, rows, ReferenceChecks::rank, Standard::spell);
  }

  /** Two closing days may fall on one date under two names; anything else is a contradiction. */
  void holidays(String file, List<Located<Holiday>> rows) {
    Map<String, Located<Holiday>> seen = new HashMap<>();
    for (Located<Holiday> row : rows) {
      Holiday day = row.row();
      String key = day.date() + " in " + day.regionCode().orElse("the whole nation");
      Located<Holiday> first = seen.putIfAbsent(key, row);
      if (first != null && (opensEither(first, row) || first.row().name().equals(day.name()))) {
        problems.add(
            file, row.line(), "holiday " + key + " stands in line " + first.line() + " too");
      }
    }
  }

  private static boolean opensEither(Located<Holiday> first, Located<Holiday> second) {
    return first.row().kind().opens() || second.row().kind().opens();
  }

  void officeHours(String file, List<Located<OfficeHour>> rows) {
    for (List<Located<OfficeHour>> day : grouped(rows, ReferenceChecks::whose).values()) {
      for (int second = 1; second < day.size(); second++) {
        for (int first = 0; first < second; first++) {
          OfficeHour one = day.get(first).row();
          OfficeHour other = day.get(second).row();
          if (one.spell().overlaps(other.spell()) && one.opening().overlaps(other.opening())) {
            problems.add(
                file,
                day.get(second).line(),
                "hours of "
                    + whose(other)
                    + " overlap those of line "
                    + day.get(first).line()
                    + " on the same days; end one opening before the other, or one spell by valid_to");
          }
        }
      }
    }
  }

  void deliveries(String file, List<Located<Delivery>> rows) {
    unique(
        file,
        rows,
        row ->
            "delivery of "
                + row.feed()
                + " for "
                + row.period()
                + " by source "
                + row.source().orElse("any")
                + " for agency "
                + row.agencyId().orElse("any"));
  }

  void waivers(String file, List<Located<Waiver>> rows) {
    disjoint(
        file, rows, row -> "waiver of " + row.serviceId() + " for " + row.ground(), Waiver::spell);
  }

  void rates(String file, List<Located<NationalRate>> rows) {
    unique(
        file,
        rows,
        row ->
            "rate of "
                + row.metric()
                + " for service "
                + row.serviceId()
                + ", class "
                + row.serviceClass().orElse("none")
                + ", channel "
                + row.channel().orElse("none"));
  }

  private static String whose(OfficeHour hour) {
    return hour.officeId().map(office -> "office " + office + " ").orElse("")
        + hour.agencyId().map(agency -> "agency " + agency + " ").orElse("")
        + "on "
        + hour.weekday();
  }

  private static String rank(Standard row) {
    return "standard of service "
        + row.serviceId()
        + ", class "
        + row.serviceClass()
        + ", agency "
        + row.agencyId().orElse("any")
        + ", region "
        + row.regionCode().orElse("any");
  }

  private <T> void unique(String file, List<Located<T>> rows, Function<T, String> key) {
    Map<String, Long> seen = new HashMap<>();
    for (Located<T> row : rows) {
      Long first = seen.putIfAbsent(key.apply(row.row()), row.line());
      if (first != null) {
        problems.add(file, row.line(), key.apply(row.row()) + " stands in line " + first + " too");
      }
    }
  }

  /** In each group, sorted by start, a row must start after every earlier one has ended. */
  private <T> void disjoint(
      String file, List<Located<T>> rows, Function<T, String> key, Function<T, Spell> spell) {
    grouped(rows, key)
        .forEach(
            (name, group) -> {
              group.sort(Comparator.comparing(row -> spell.apply(row.row()).first()));
              Located<T> furthest = group.get(0);
              for (Located<T> row : group.subList(1, group.size())) {
                if (spell.apply(row.row()).overlaps(spell.apply(furthest.row()))) {
                  tellOverlap(file, name, furthest.line(), row.line());
                }
                if (spell.apply(row.row()).last().isAfter(spell.apply(furthest.row()).last())) {
                  furthest = row;
                }
              }
            });
  }

  private void tellOverlap(String file, String name, long one, long other) {
    problems.add(
        file,
        Math.max(one, other),
        name
            + " is valid on days on which line "
            + Math.min(one, other)
            + " is too; end one by valid_to before the other's valid_from");
  }

  private static <T> Map<String, List<Located<T>>> grouped(
      List<Located<T>> rows, Function<T, String> key) {
    Map<String, List<Located<T>>> groups = new LinkedHashMap<>();
    for (Located<T> row : rows) {
      groups.computeIfAbsent(key.apply(row.row()), name -> new ArrayList<>()).add(row);
    }
    return groups;
  }

  /** Tells a cycle once, at the first of its lines. */
  private static Optional<String> cycle(
      Located<Region> start, Map<String, Located<Region>> byCode) {
    StringBuilder way = new StringBuilder(start.row().code());
    Set<String> seen = new HashSet<>();
    Located<Region> at = start;
    while (at != null && seen.add(at.row().code()) && at.line() >= start.line()) {
      Optional<String> parent = at.row().parentCode();
      if (parent.isEmpty()) {
        return Optional.empty();
      }
      way.append(" in ").append(parent.get());
      if (parent.get().equals(start.row().code())) {
        return Optional.of("region lies in itself: " + way + "; mend parent_region_code");
      }
      at = byCode.get(parent.get());
    }
    return Optional.empty();
  }
}
