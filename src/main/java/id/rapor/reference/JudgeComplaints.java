package id.rapor.reference;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.when;

import id.rapor.settings.Settings;
import id.rapor.table.Cases;
import id.rapor.table.Complaints;
import id.rapor.table.Field;
import id.rapor.table.JudgedComplaints;
import id.rapor.table.Places;
import id.rapor.table.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Judges the accepted complaints by the clocks of SP4N-LAPOR! (PermenPANRB 62/2018): a first
 * response within 3 days, then 5 days for a request for information, 14 without and 60 with an
 * examination. Days are calendar days of the office's zone (source: unverified), the day of receipt
 * is not counted, and the last day counts until 24:00.
 */
public final class JudgeComplaints {
  private static final int TO_RESPOND = 3;
  private static final int TO_INFORM = 5;
  private static final int WITHOUT_EXAMINATION = 14;
  private static final int WITH_EXAMINATION = 60;
  private static final int TO_SETTLE = 30;

  private static final Field RECEIVED_DAY = day("_received_day");
  private static final Field RESOLUTION_DAY = day("_resolution_day");
  private static final Field SETTLED_DAY = day("_settled_day");

  private JudgeComplaints() {}

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
    List<Field> place = List.of(Cases.AGENCY_ID, Interim.REGION, Interim.SOURCE);
    Dataset<Row> zones = zones(accepted, place, new Zones(reference, settings));
    Dataset<Row> dated = dated(LocalRows.beside(accepted, zones, place));
    return JudgedComplaints.TABLE.shape(timed(dated, asOf));
  }

  private static Dataset<Row> zones(Dataset<Row> accepted, List<Field> place, Zones zones) {
    List<Row> rows = new ArrayList<>();
    Column[] key = place.stream().map(Field::col).toArray(Column[]::new);
    for (Row row : accepted.select(key).distinct().collectAsList()) {
      Place named = new Place(row.getString(0), "", row.getString(1), row.getString(2));
      rows.add(
          RowFactory.create(
              named.agencyId(), named.region(), named.source(), zones.zone(named).getId()));
    }
    List<Field> fields = new ArrayList<>(place);
    fields.add(Places.ZONE);
    return accepted.sparkSession().createDataFrame(rows, LocalRows.schema(fields));
  }

  private static Dataset<Row> dated(Dataset<Row> complaints) {
    Column received = localDay(Complaints.RECEIVED_AT);
    Column days =
        when(Complaints.CLASS.col().equalTo("information"), TO_INFORM)
            .when(Complaints.CLASS.col().equalTo("no_examination"), WITHOUT_EXAMINATION)
            .when(Complaints.CLASS.col().equalTo("examination"), WITH_EXAMINATION);
    Column closed = Complaints.STATUS.col().isin("resolved", "rejected");
    return complaints
        .withColumn(RECEIVED_DAY.name(), received)
        .withColumn(RESOLUTION_DAY.name(), date_add(RECEIVED_DAY.col(), days))
        .withColumn(
            SETTLED_DAY.name(), when(closed, date_add(localDay(Complaints.RESOLVED_AT), TO_SETTLE)))
        .withColumn(
            JudgedComplaints.RESPONSE_DUE_AT.name(),
            endOf(date_add(RECEIVED_DAY.col(), TO_RESPOND)))
        .withColumn(JudgedComplaints.RESOLUTION_DUE_AT.name(), endOf(RESOLUTION_DAY.col()))
        .withColumn(JudgedComplaints.RECEIVED_MONTH.name(), month(RECEIVED_DAY.col()))
        .withColumn(
            JudgedComplaints.RESPONSE_MONTH.name(), month(date_add(RECEIVED_DAY.col(), TO_RESPOND)))
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
            .and(Complaints.STATUS.col().isin("resolved", "rejected"));
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
