package id.rapor.reference;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import id.rapor.settings.ComplaintClocks;
import id.rapor.settings.ComplaintClocks.Clock;
import id.rapor.settings.Settings;
import id.rapor.table.Cases;
import id.rapor.table.Complaints;
import id.rapor.table.Field;
import id.rapor.table.JudgedComplaints;
import id.rapor.table.Places;
import id.rapor.table.Provenance;
import id.rapor.table.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Judges the accepted complaints by the clocks that the settings name; without settings those of
 * SP4N-LAPOR! (PermenPANRB 62/2018): a first response within 3 days, then 5 days for a request for
 * information, 14 without and 60 with an examination. The day of receipt is not counted, and the
 * last day counts until 24:00 in the zone of the complaint's region, else of its agency.
 */
public final class JudgeComplaints {
  private static final int TO_SETTLE = 30;

  private static final List<Field> PLACE = List.of(Cases.AGENCY_ID, Interim.REGION, Interim.SOURCE);

  private static final Field RECEIVED_DAY = day("_received_day");
  private static final Field RESPONSE_DAY = day("_response_day");
  private static final Field RESOLUTION_DAY = day("_resolution_day");
  private static final Field SETTLED_DAY = day("_settled_day");

  private JudgeComplaints() {}

  /** A place that complaints name, and when the first and the last of them came. */
  private record Named(Place place, Instant first, Instant last) {}

  /**
   * Makes {@link JudgedComplaints}: one row per complaint that was received by {@code asOf} and not
   * retracted. Collects the few places that complaints name; the result itself is lazy.
   *
   * @param complaints the shape of {@link Complaints#FEED}'s table
   */
  public static Dataset<Row> judge(
      Dataset<Row> complaints, Reference reference, Settings settings, Instant asOf) {
    Dataset<Row> accepted =
        complaints
            .filter(Judge.notRetracted().and(Complaints.RECEIVED_AT.col().leq(lit(asOf))))
            .withColumn(Interim.REGION.name(), Judge.orElse(Cases.REGION_CODE.col(), ""))
            .withColumn(Interim.SOURCE.name(), Judge.orElse(Provenance.SOURCE.col(), ""));
    ComplaintClocks clocks = settings.regulations().clocks();
    List<Named> places = places(accepted);
    Map<String, WorkingCalendar> calendars = new TreeMap<>();
    Dataset<Row> found = found(accepted, places, reference, settings, calendars);
    if (clocks.all().noneMatch(Clock::isWorking)) {
      calendars.clear();
    }
    ComplaintDays days =
        ComplaintDays.of(
            accepted.sparkSession(),
            calendars.values(),
            day(places.stream().map(Named::first).min(Instant::compareTo).orElse(asOf), -1),
            day(places.stream().map(Named::last).max(Instant::compareTo).orElse(asOf), 1),
            clocks);
    Dataset<Row> located = days.beside(LocalRows.beside(accepted, found, PLACE));
    return JudgedComplaints.TABLE.shape(timed(dated(located, days, clocks), asOf));
  }

  /** The day of {@code instant}, and so many more that it is past in every zone. */
  private static LocalDate day(Instant instant, int more) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(more);
  }

  private static List<Named> places(Dataset<Row> accepted) {
    return accepted
        .groupBy(PLACE.stream().map(Field::col).toArray(Column[]::new))
        .agg(
            min(unix_seconds(Complaints.RECEIVED_AT.col())),
            max(unix_seconds(Complaints.RECEIVED_AT.col())))
        .collectAsList()
        .stream()
        .map(
            row ->
                new Named(
                    new Place(row.getString(0), "", row.getString(1), row.getString(2)),
                    Instant.ofEpochSecond(row.getLong(3)),
                    Instant.ofEpochSecond(row.getLong(4))))
        .toList();
  }

  /** The zone and calendar of each place; {@code calendars} is filled with those by their codes. */
  private static Dataset<Row> found(
      Dataset<Row> accepted,
      List<Named> places,
      Reference reference,
      Settings settings,
      Map<String, WorkingCalendar> calendars) {
    Zones zones = new Zones(reference, settings);
    Calendars all = new Calendars(reference);
    List<Row> rows = new ArrayList<>();
    for (Named named : places) {
      Place place = named.place;
      WorkingCalendar calendar =
          all.of(Optional.empty(), place.agencyId(), zones.regions().upFrom(zones.region(place)));
      calendars.putIfAbsent(calendar.code(), calendar);
      rows.add(
          RowFactory.create(
              place.agencyId(),
              place.region(),
              place.source(),
              zones.zone(place).getId(),
              calendar.code()));
    }
    List<Field> fields = new ArrayList<>(PLACE);
    fields.addAll(List.of(Places.ZONE, WorkingDays.CALENDAR));
    return accepted.sparkSession().createDataFrame(rows, LocalRows.schema(fields));
  }

  private static Dataset<Row> dated(
      Dataset<Row> complaints, ComplaintDays days, ComplaintClocks clocks) {
    Column received = RECEIVED_DAY.col();
    Column kind = Complaints.CLASS.col();
    Column resolution =
        when(kind.equalTo("information"), days.last(received, clocks.information()))
            .when(kind.equalTo("no_examination"), days.last(received, clocks.noExamination()))
            .when(kind.equalTo("examination"), days.last(received, clocks.examination()));
    Column closed = isClosed().or(Complaints.REOPENED_AT.col().isNotNull());
    return complaints
        .withColumn(RECEIVED_DAY.name(), localDay(Complaints.RECEIVED_AT))
        .withColumn(RESPONSE_DAY.name(), days.last(received, clocks.firstResponse()))
        .withColumn(RESOLUTION_DAY.name(), resolution)
        .withColumn(
            SETTLED_DAY.name(), when(closed, date_add(localDay(Complaints.RESOLVED_AT), TO_SETTLE)))
        .withColumn(JudgedComplaints.RESPONSE_DUE_AT.name(), endOf(RESPONSE_DAY.col()))
        .withColumn(JudgedComplaints.RESOLUTION_DUE_AT.name(), endOf(RESOLUTION_DAY.col()))
        .withColumn(JudgedComplaints.RECEIVED_MONTH.name(), month(received))
        .withColumn(JudgedComplaints.RESPONSE_MONTH.name(), month(RESPONSE_DAY.col()))
        .withColumn(JudgedComplaints.RESOLUTION_MONTH.name(), month(RESOLUTION_DAY.col()))
        .withColumn(JudgedComplaints.SETTLED_MONTH.name(), month(SETTLED_DAY.col()));
  }

  private static Dataset<Row> timed(Dataset<Row> dated, Instant asOf) {
    Column responded =
        coalesce(Complaints.FIRST_RESPONSE_AT.col(), Complaints.RESOLVED_AT.col())
            .lt(JudgedComplaints.RESPONSE_DUE_AT.col());
    Column resolved =
        Complaints.RESOLVED_AT
            .col()
            .lt(JudgedComplaints.RESOLUTION_DUE_AT.col())
            .and(
                isClosed()
                    .or(
                        Complaints.REOPENED_AT
                            .col()
                            .geq(JudgedComplaints.RESOLUTION_DUE_AT.col())));
    Column settles = endOf(SETTLED_DAY.col());
    Column reopened = coalesce(Complaints.REOPENED_AT.col().lt(settles), lit(false));
    Column held = not(reopened).and(coalesce(Complaints.ACCEPTED.col(), lit(true)));
    return dated
        .withColumn(
            JudgedComplaints.RESPONDED_IN_TIME.name(),
            when(passed(JudgedComplaints.RESPONSE_DUE_AT.col(), asOf), isTrue(responded)))
        .withColumn(
            JudgedComplaints.RESOLVED_IN_TIME.name(),
            when(passed(JudgedComplaints.RESOLUTION_DUE_AT.col(), asOf), isTrue(resolved)))
        .withColumn(JudgedComplaints.SETTLED.name(), when(passed(settles, asOf), held));
  }

  /**
   * A complaint that was opened again and is still open was closed all the same; one without a
   * status is closed if it was resolved and never opened again.
   */
  private static Column isClosed() {
    return coalesce(
        Complaints.STATUS.col().isin("resolved", "rejected"),
        Complaints.RESOLVED_AT.col().isNotNull().and(Complaints.REOPENED_AT.col().isNull()));
  }

  private static Column passed(Column moment, Instant asOf) {
    return moment.leq(lit(asOf));
  }

  private static Column isTrue(Column condition) {
    return coalesce(condition, lit(false));
  }

  private static Column localDay(Field moment) {
    return from_utc_timestamp(moment.col(), Places.ZONE.col()).cast(Field.DAY);
  }

  /** 24:00 of a local day. */
  private static Column endOf(Column day) {
    return to_utc_timestamp(date_add(day, 1).cast(Field.TIME), Places.ZONE.col());
  }

  private static Column month(Column day) {
    return date_format(day, "yyyy-MM");
  }

  private static Field day(String name) {
    return Field.optional(name, Field.DAY, "local day");
  }
}
