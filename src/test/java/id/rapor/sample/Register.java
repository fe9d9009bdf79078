package id.rapor.sample;

import id.rapor.sample.Folder.Row;
import id.rapor.table.Cases;
import id.rapor.table.Holidays;
import id.rapor.table.OfficeHours;
import id.rapor.table.Standards;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Judges cases from a nation's files alone, day by day and without haste: the second method beside
 * the generator's own sums.
 */
final class Register {
  record Opening(LocalTime opens, LocalTime closes) {}

  static final LocalDateTime AS_OF = LocalDateTime.of(2026, 7, 1, 0, 0);

  private final List<Row> holidays;
  private final List<Row> standards;
  private final Map<String, Map<DayOfWeek, List<Opening>>> hours = new HashMap<>();
  private final Map<String, Set<LocalDate>> closedDays = new HashMap<>();

  Register(Folder folder) {
    this.holidays = folder.reference("holidays");
    this.standards = folder.reference("standards");
    for (Row row : folder.reference("office_hours")) {
      String subject =
          row.of(Cases.OFFICE_ID).isEmpty() ? row.of(Cases.AGENCY_ID) : row.of(Cases.OFFICE_ID);
      hours
          .computeIfAbsent(subject, absent -> new HashMap<>())
          .computeIfAbsent(
              DayOfWeek.valueOf(row.of(OfficeHours.WEEKDAY).toUpperCase(Locale.ROOT)),
              absent -> new ArrayList<>())
          .add(
              new Opening(
                  LocalTime.parse(row.of(OfficeHours.OPENS)),
                  LocalTime.parse(row.of(OfficeHours.CLOSES))));
    }
  }

  static LocalDateTime time(String cell) {
    return LocalDateTime.parse(cell.substring(0, 19));
  }

  static boolean isClosed(Row row) {
    return !row.of(Cases.CLOSED_AT).isEmpty();
  }

  static LocalDateTime complete(Row row) {
    String cell = row.of(Cases.COMPLETE_AT);
    return time(cell.isEmpty() ? row.of(Cases.SUBMITTED_AT) : cell);
  }

  boolean isOpen(Row row, LocalDateTime time) {
    return openings(row, time.toLocalDate()).stream()
        .anyMatch(
            opening ->
                !time.toLocalTime().isBefore(opening.opens())
                    && !time.toLocalTime().isAfter(opening.closes()));
  }

  /** Working seconds between two moments at the case's office. */
  long worked(Row row, LocalDateTime from, LocalDateTime to) {
    long sum = 0;
    for (LocalDate day = from.toLocalDate();
        !day.isAfter(to.toLocalDate());
        day = day.plusDays(1)) {
      for (Opening opening : openings(row, day)) {
        LocalDateTime start = later(day.atTime(opening.opens()), from);
        LocalDateTime end =
            day.atTime(opening.closes()).isBefore(to) ? day.atTime(opening.closes()) : to;
        sum += Math.max(0, Duration.between(start, end).toSeconds());
      }
    }
    return sum;
  }

  /** Net working seconds from complete to closed. */
  long duration(Row row) {
    long paused = Long.parseLong(row.of(Cases.PAUSED_MINUTES)) * 60;
    return worked(row, complete(row), time(row.of(Cases.CLOSED_AT))) - paused;
  }

  /** The published row in force for a case: the most specific that holds on its day. */
  Row standard(Row row) {
    LocalDate day = time(row.of(Cases.SUBMITTED_AT)).toLocalDate();
    return standards.stream()
        .filter(standard -> standard.of(Cases.SERVICE_ID).equals(row.of(Cases.SERVICE_ID)))
        .filter(standard -> regular(standard).equals(regular(row)))
        .filter(standard -> isFor(standard, row))
        .filter(standard -> holdsOn(standard, day))
        .max(
            Comparator.comparingInt(
                standard ->
                    standard.of(Cases.AGENCY_ID).length() * 100
                        + standard.of(Cases.REGION_CODE).length()))
        .orElseThrow();
  }

  /** What a case must pay. */
  BigDecimal tariff(Row row) {
    if (!row.of(Cases.FEE_WAIVER).isEmpty()) {
      return BigDecimal.ZERO;
    }
    Row standard = standard(row);
    String quantity = row.of(Cases.FEE_QUANTITY);
    return new BigDecimal(standard.of(Standards.OFFICIAL_FEE))
        .add(
            new BigDecimal(standard.of(Standards.FEE_PER_UNIT))
                .multiply(new BigDecimal(quantity.isEmpty() ? "1" : quantity)));
  }

  /** Whether a case whose limit is in working days was due by the end of the span. */
  boolean isDue(Row row) {
    return isLimitInDays(row) && !due(row).isAfter(AS_OF);
  }

  boolean isOnTime(Row row) {
    return isClosed(row) && !time(row.of(Cases.CLOSED_AT)).isAfter(due(row));
  }

  private boolean isLimitInDays(Row row) {
    return standard(row).of(Standards.TIME_UNIT).equals("working_days")
        && row.of(Cases.PAUSED_MINUTES).equals("0");
  }

  LocalDateTime due(Row row) {
    int left = Integer.parseInt(standard(row).of(Standards.TIME_LIMIT));
    LocalDate day = complete(row).toLocalDate();
    while (left > 0) {
      day = day.plusDays(1);
      left -= openings(row, day).isEmpty() ? 0 : 1;
    }
    return day.plusDays(1).atStartOfDay();
  }

  private List<Opening> openings(Row row, LocalDate day) {
    String region = row.of(Cases.REGION_CODE);
    if (closedDays.computeIfAbsent(region, this::closed).contains(day)) {
      return List.of();
    }
    Map<DayOfWeek, List<Opening>> week =
        hours.getOrDefault(row.of(Cases.OFFICE_ID), hours.get(row.of(Cases.AGENCY_ID)));
    if (week != null) {
      return week.getOrDefault(day.getDayOfWeek(), List.of());
    }
    return day.getDayOfWeek().getValue() > 5
        ? List.of()
        : List.of(new Opening(LocalTime.of(8, 0), LocalTime.of(16, 0)));
  }

  private Set<LocalDate> closed(String region) {
    Set<LocalDate> days = new HashSet<>();
    for (Row holiday : holidays) {
      String where = holiday.of(Holidays.REGION_CODE);
      if (where.isEmpty() || region.equals(where) || region.startsWith(where + ".")) {
        days.add(LocalDate.parse(holiday.of(Holidays.DATE)));
      }
    }
    return days;
  }

  private static String regular(Row row) {
    String named = row.of(Cases.SERVICE_CLASS);
    return named.isEmpty() ? "regular" : named;
  }

  private static boolean isFor(Row standard, Row row) {
    String agency = standard.of(Cases.AGENCY_ID);
    String region = standard.of(Cases.REGION_CODE);
    return (agency.isEmpty() || agency.equals(row.of(Cases.AGENCY_ID)))
        && (region.isEmpty()
            || row.of(Cases.REGION_CODE).equals(region)
            || row.of(Cases.REGION_CODE).startsWith(region + "."));
  }

  private static boolean holdsOn(Row standard, LocalDate day) {
    String from = standard.of(Standards.VALID_FROM);
    String to = standard.of(Standards.VALID_TO);
    return (from.isEmpty() || !LocalDate.parse(from).isAfter(day))
        && (to.isEmpty() || !LocalDate.parse(to).isBefore(day));
  }

  private static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
    return a.isAfter(b) ? a : b;
  }
}
