package id.rapor.reference;

import id.rapor.reference.StandardsInForce.Scope;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Places;
import id.rapor.table.WorkingDays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The places that cases name as a small Dataset, one row each. */
final class PlaceRows {
  /** The columns that find a place. */
  static final List<Field> KEY =
      List.of(Cases.AGENCY_ID, Interim.OFFICE, Interim.REGION, Interim.SOURCE);

  private static final List<Field> FOUND =
      List.of(
          Places.RESOLVED_REGION,
          Places.ZONE,
          Interim.OFFSET,
          Interim.SCOPE,
          WorkingDays.CALENDAR,
          Interim.CALENDAR_NUMBER,
          Interim.TOTAL_OPEN_DAYS,
          Interim.TOTAL_MINUTES);

  private PlaceRows() {}

  /**
   * @param spans the calendars in the order of their numbers
   * @param first before it no offset matters
   * @param last after it no offset matters
   */
  static Dataset<Row> dataset(
      SparkSession spark,
      List<Ground.Found> found,
      List<CalendarSpan> spans,
      Map<Scope, Long> scopes,
      Instant first,
      Instant last) {
    Map<String, Long> numbers = new TreeMap<>();
    spans.forEach(span -> numbers.put(span.code, (long) numbers.size()));
    List<Row> rows = new ArrayList<>();
    for (Ground.Found each : found) {
      Long number = numbers.get(each.calendar().code());
      Optional<Long> offset = Zones.offset(each.zone(), first, last);
      rows.add(row(each, offset, scopes.get(each.scope()), number, spans.get(number.intValue())));
    }
    List<Field> fields = new ArrayList<>(KEY);
    fields.addAll(FOUND);
    return spark.createDataFrame(rows, LocalRows.schema(fields));
  }

  private static Row row(
      Ground.Found found, Optional<Long> offset, Long scope, Long number, CalendarSpan span) {
    return RowFactory.create(
        found.place().agencyId(),
        found.place().office(),
        found.place().region(),
        found.place().source(),
        ReferenceRows.value(found.region()),
        found.zone().getId(),
        ReferenceRows.value(offset),
        scope,
        span.code,
        number,
        span.totalOpenDays(),
        span.totalMinutes());
  }
}
