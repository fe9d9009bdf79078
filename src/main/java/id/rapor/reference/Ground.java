package id.rapor.reference;

import id.rapor.reference.StandardsInForce.Scope;
import id.rapor.settings.Settings;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Places;
import id.rapor.table.WorkingDays;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * What holds at each place that cases name, resolved on the driver and sent to every task: region,
 * zone, working calendar, and the timelines of standards.
 *
 * @param clock the working clock over the calendars' span
 * @param places one row per place
 * @param calendars one row per calendar: the arrays of {@link CalendarSpan}
 * @param standards one row per scope, service, class and spell
 */
record Ground(
    WorkingClock clock, Dataset<Row> places, Dataset<Row> calendars, Dataset<Row> standards) {

  private static final List<Field> PLACE =
      List.of(Cases.AGENCY_ID, Interim.OFFICE, Interim.REGION, Interim.SOURCE);

  /** A place with all that was found out about it. */
  private record Found(
      Place place, Optional<String> region, ZoneId zone, WorkingCalendar calendar, Scope scope) {}

  static Ground of(
      Survey survey, Reference reference, Settings settings, Instant asOf, SparkSession spark) {
    StandardsInForce standards =
        new StandardsInForce(reference.standards(), settings.fees().graceDays());
    List<Found> found = found(survey, reference, new Zones(reference, settings), standards);
    Map<String, WorkingCalendar> calendars = new TreeMap<>();
    Map<Scope, Long> scopes = new LinkedHashMap<>();
    for (Found each : found) {
      calendars.putIfAbsent(each.calendar().code(), each.calendar());
      scopes.putIfAbsent(each.scope(), (long) scopes.size());
    }
    Horizon horizon =
        Horizon.of(
            survey, asOf, Horizon.Reach.of(reference.standards(), survey), calendars.values());
    List<CalendarSpan> spans =
        calendars.values().stream()
            .map(calendar -> new CalendarSpan(calendar, horizon.first(), horizon.days()))
            .toList();
    List<String> codes = List.copyOf(calendars.keySet());
    return new Ground(
        new WorkingClock(horizon.first(), horizon.days()),
        places(spark, found, codes, scopes, survey.first(), horizon.end()),
        CalendarRows.dataset(spark, spans),
        StandardRows.dataset(spark, standards, scopes));
  }

  private static List<Found> found(
      Survey survey, Reference reference, Zones zones, StandardsInForce standards) {
    Calendars calendars = new Calendars(reference);
    List<Found> found = new ArrayList<>();
    for (Place place : survey.places()) {
      Optional<String> region = zones.region(place);
      List<String> regionsUp = zones.regions().upFrom(region);
      found.add(
          new Found(
              place,
              region,
              zones.zone(place),
              calendars.of(place.officeId(), place.agencyId(), regionsUp),
              standards.scope(place.agencyId(), regionsUp)));
    }
    return found;
  }

  private static Dataset<Row> places(
      SparkSession spark,
      List<Found> found,
      List<String> codes,
      Map<Scope, Long> scopes,
      Instant first,
      Instant last) {
    Map<String, Long> numbers = new TreeMap<>();
    codes.forEach(code -> numbers.put(code, (long) numbers.size()));
    return spark.createDataFrame(
        found.stream()
            .map(
                each ->
                    RowFactory.create(
                        each.place().agencyId(),
                        each.place().office(),
                        each.place().region(),
                        each.place().source(),
                        ReferenceRows.value(each.region()),
                        each.zone().getId(),
                        ReferenceRows.value(Zones.offset(each.zone(), first, last)),
                        each.calendar().code(),
                        numbers.get(each.calendar().code()),
                        scopes.get(each.scope())))
            .toList(),
        LocalRows.schema(
            List.of(
                Cases.AGENCY_ID,
                Interim.OFFICE,
                Interim.REGION,
                Interim.SOURCE,
                Places.RESOLVED_REGION,
                Places.ZONE,
                Interim.OFFSET,
                WorkingDays.CALENDAR,
                Interim.CALENDAR_NUMBER,
                Interim.SCOPE)));
  }

  /** Sets each row's place beside it: region, zone, calendar. No row is lost. */
  Dataset<Row> locate(Dataset<Row> rows) {
    Dataset<Row> placed = LocalRows.beside(rows, places, PLACE);
    return LocalRows.beside(
        placed, calendars.drop(WorkingDays.CALENDAR.name()), List.of(Interim.CALENDAR_NUMBER));
  }

  /** The calendars as {@link WorkingDays#TABLE}. */
  Dataset<Row> workingDays() {
    return CalendarRows.workingDays(calendars, clock);
  }
}
