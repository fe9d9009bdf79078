package id.rapor.settings;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A span of whole months by its code: {@code 2025-03}, {@code 2025-Q1}, {@code 2025-H1}, {@code
 * 2025}, or two of these joined by {@code ..} ({@code 2016..2021}).
 *
 * @param kind month, quarter, half, year or span
 * @param first its first month
 * @param last its last month, included
 */
public record Period(String code, Kind kind, YearMonth first, YearMonth last)
    implements Comparable<Period> {

  /** The kinds of period, by how many months they hold. */
  public enum Kind {
    MONTH(1),
    QUARTER(3),
    HALF(6),
    YEAR(12),
    /** Any other run of months; it has no predecessor. */
    SPAN(0);

    private final int months;

    Kind(int months) {
      this.months = months;
    }

    /** The name in settings. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final Pattern SIMPLE =
      Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?");

  public Period {
    requireNonNull(code);
    requireNonNull(kind);
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "Cannot make period " + code + ": it ends before it begins");
    }
  }

  /** The period of that code; empty if {@code code} is none. */
  public static Optional<Period> parse(String code) {
    int dots = code.indexOf("..");
    if (dots < 0) {
      return simple(code);
    }
    Optional<Period> from = simple(code.substring(0, dots));
    Optional<Period> to = simple(code.substring(dots + 2));
    if (from.isEmpty() || to.isEmpty() || to.get().last.isBefore(from.get().first)) {
      return Optional.empty();
    }
    return Optional.of(new Period(code, Kind.SPAN, from.get().first, to.get().last));
  }

  /**
   * The period of {@code kind} that holds {@code month}; not for spans, of which there are many.
   */
  public static Period holding(YearMonth month, Kind kind) {
    int ordinal = (month.getMonthValue() - 1) / kind.months;
    YearMonth first = YearMonth.of(month.getYear(), ordinal * kind.months + 1);
    String code =
        switch (kind) {
          case MONTH -> month.toString();
          case QUARTER -> month.getYear() + "-Q" + (ordinal + 1);
          case HALF -> month.getYear() + "-H" + (ordinal + 1);
          case YEAR -> String.valueOf(month.getYear());
          case SPAN ->
              throw new IllegalArgumentException("Cannot find the span that holds " + month);
        };
    return new Period(code, kind, first, first.plusMonths(kind.months - 1L));
  }

  /** The period of the same kind just before; empty for a span. */
  public Optional<Period> previous() {
    return kind == Kind.SPAN ? Optional.empty() : Optional.of(holding(first.minusMonths(1), kind));
  }

  /** Its months in order. */
  public List<YearMonth> months() {
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .toList();
  }

  public boolean holds(YearMonth month) {
    return !month.isBefore(first) && !month.isAfter(last);
  }

  /** The first day after it: its end is that day's local midnight. */
  public LocalDate end() {
    return last.plusMonths(1).atDay(1);
  }

  /** By first month, then the shorter first, then by code. */
  @Override
  public int compareTo(Period other) {
    int byFirst = first.compareTo(other.first);
    int byLast = byFirst != 0 ? byFirst : last.compareTo(other.last);
    return byLast != 0 ? byLast : code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }

  private static Optional<Period> simple(String code) {
    Matcher parts = SIMPLE.matcher(code);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(parts.group(1));
    if (parts.group(2) != null) {
      return Optional.of(
          holding(YearMonth.of(year, Integer.parseInt(parts.group(2)) * 3), Kind.QUARTER));
    }
    if (parts.group(3) != null) {
      return Optional.of(
          holding(YearMonth.of(year, Integer.parseInt(parts.group(3)) * 6), Kind.HALF));
    }
    if (parts.group(4) != null) {
      return Optional.of(holding(YearMonth.of(year, Integer.parseInt(parts.group(4))), Kind.MONTH));
    }
    return Optional.of(holding(YearMonth.of(year, 1), Kind.YEAR));
  }
}
