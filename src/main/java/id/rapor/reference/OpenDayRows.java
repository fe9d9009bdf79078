package id.rapor.reference;

import id.rapor.table.OpenDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * The zones and open days of regions and agencies as small tables, for readers of lines. A weekday
 * counts as closed only where that is certain: hours of single offices or of a season leave the
 * week open, and so does a reference that keeps neither holidays nor hours.
 */
final class OpenDayRows {
  private final Reference reference;
  private final RegionTree tree;
  private final Calendars calendars;

  OpenDayRows(Reference reference) {
    this.reference = reference;
    this.tree = new RegionTree(reference.regions());
    this.calendars = new Calendars(reference);
  }

  /** One row for each region: {@link OpenDays#OF_REGION}. */
  Dataset<Row> regions(SparkSession spark) {
    Map<String, Row> rows = new TreeMap<>();
    reference
        .regions()
        .forEach(
            region ->
                rows.put(
                    region.code(),
                    RowFactory.create(place(region.code(), Optional.of(region.code())).toArray())));
    return spark.createDataFrame(List.copyOf(rows.values()), LocalRows.schema(OpenDays.OF_REGION));
  }

  /** One row for each agency, by the region of its newest spell: {@link OpenDays#OF_AGENCY}. */
  Dataset<Row> agencies(SparkSession spark) {
    Map<String, Row> rows = new TreeMap<>();
    reference.agencies().stream()
        .sorted(Comparator.comparing(agency -> agency.spell().first()))
        .forEach(
            agency -> {
              List<Object> values = place(agency.agencyId(), agency.regionCode());
              values.add(week(agency.agencyId()));
              rows.put(agency.agencyId(), RowFactory.create(values.toArray()));
            });
    return spark.createDataFrame(List.copyOf(rows.values()), LocalRows.schema(OpenDays.OF_AGENCY));
  }

  private List<Object> place(String code, Optional<String> region) {
    NavigableMap<LocalDate, Boolean> outOfTurn = calendars.outOfTurn(tree.upFrom(region));
    List<Object> values = new ArrayList<>();
    values.add(code);
    values.add(tree.zone(region).map(ZoneId::getId).orElse(null));
    values.add(outOfTurn.isEmpty() ? null : outOfTurn.firstKey());
    values.add(outOfTurn.isEmpty() ? null : days(outOfTurn));
    return values;
  }

  private static Boolean[] days(NavigableMap<LocalDate, Boolean> outOfTurn) {
    LocalDate first = outOfTurn.firstKey();
    Boolean[] days = new Boolean[place(first, outOfTurn.lastKey()) + 1];
    outOfTurn.forEach((day, opens) -> days[place(first, day)] = opens);
    return days;
  }

  private static int place(LocalDate first, LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(first, day));
  }

  private Boolean[] week(String agencyId) {
    List<OfficeHour> own =
        reference.officeHours().stream()
            .filter(hour -> hour.agencyId().equals(Optional.of(agencyId)))
            .toList();
    boolean kept = !reference.holidays().isEmpty() || !reference.officeHours().isEmpty();
    boolean varies =
        reference.officeHours().stream().anyMatch(hour -> hour.officeId().isPresent())
            || own.stream().anyMatch(hour -> !hour.spell().equals(Spell.ALWAYS));
    if (!kept || varies) {
      return null;
    }
    List<OfficeHour> hours = own.isEmpty() ? WorkingCalendar.DEFAULT_HOURS : own;
    return Arrays.stream(DayOfWeek.values())
        .map(day -> hours.stream().anyMatch(hour -> hour.weekday() == day))
        .toArray(Boolean[]::new);
  }
}
