package id.rapor.reference;

import id.rapor.reference.StandardsInForce.Scope;
import id.rapor.settings.Settings;
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
import org.apache.spark.sql.SparkSession;

/**
 * What holds at each place that cases name, resolved on the driver and sent to every task: region,
 * zone, working calendar, and the timelines of standards.
 *
 * @param clock the working clock over the calendars
 * @param places one row per place
 * @param workingDays {@link WorkingDays#TABLE}
 * @param standards one row per scope, service, class and spell
 */
record Ground(
    WorkingClock clock, Dataset<Row> places, Dataset<Row> workingDays, Dataset<Row> standards) {

  /** A place with all that was found out about it. */
  record Found(
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
    Dataset<Row> rows = CalendarRows.dataset(spark, spans);
    return new Ground(
        CalendarRows.clock(rows, spans, horizon),
        PlaceRows.dataset(spark, found, spans, scopes, survey.first(), horizon.end()),
        CalendarRows.workingDays(rows, horizon),
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

  /** Sets each row's place beside it: region, zone, calendar. No row is lost. */
  Dataset<Row> locate(Dataset<Row> rows) {
    return LocalRows.beside(rows, places, PlaceRows.KEY);
  }
}
