package id.rapor.reference;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import id.rapor.settings.Settings;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Pauses;
import id.rapor.table.Payments;
import id.rapor.table.Places;
import id.rapor.table.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What payments and pauses say of a case, brought together by case first, so that the cases are
 * shuffled once at most, and not at all without either.
 */
final class Extras {
  private static final Column[] CASE = {Cases.AGENCY_ID.col(), Cases.CASE_ID.col()};

  private static final String FROM = "_stop_from_on";
  private static final String TO = "_stop_to_on";

  private Extras() {}

  /** The cases with the sum of their payments and the working minutes of their pauses, or null. */
  static Dataset<Row> beside(
      Dataset<Row> cases, Optional<Dataset<Row>> payments, Optional<Dataset<Row>> stops) {
    Optional<Dataset<Row>> all =
        payments.isPresent() && stops.isPresent()
            ? Optional.of(payments.get().union(stops.get()))
            : payments.or(() -> stops);
    if (all.isEmpty()) {
      return cases
          .withColumn(Interim.PAYMENTS.name(), lit(null).cast(Field.MONEY))
          .withColumn(Interim.STOPPED.name(), lit(null).cast(Field.WHOLE));
    }
    Dataset<Row> byCase =
        all.get()
            .groupBy(CASE)
            .agg(
                sum(Interim.PAYMENTS.col()).try_cast(Field.MONEY).as(Interim.PAYMENTS.name()),
                sum(Interim.STOPPED.col()).as(Interim.STOPPED.name()));
    String[] by = {Cases.AGENCY_ID.name(), Cases.CASE_ID.name()};
    return cases.join(byCase, by, "left");
  }

  /** Payments as rows for {@link #beside}. */
  static Dataset<Row> payments(Dataset<Row> payments) {
    return payments.select(
        Cases.AGENCY_ID.col(),
        Cases.CASE_ID.col(),
        Interim.PAYMENTS.is(Payments.AMOUNT.col()),
        Interim.STOPPED.missing());
  }

  /**
   * The working minutes of each stop of the clock between its start and closing (open cases:
   * as-of), as rows for {@link #beside}; where stops of one case overlap, the time counts once.
   * Cases that state their paused minutes need none.
   */
  static Dataset<Row> stops(Dataset<Row> pauses, Dataset<Row> cases, Ground ground, Instant asOf) {
    Column end = coalesce(Cases.CLOSED_AT.col(), lit(asOf));
    Dataset<Row> clipped =
        pauses
            .filter(Judge.notRetracted())
            .select(
                Cases.AGENCY_ID.col(),
                Cases.CASE_ID.col(),
                Pauses.PAUSED_AT.col(),
                Pauses.RESUMED_AT.col())
            .join(clocks(cases), new String[] {Cases.AGENCY_ID.name(), Cases.CASE_ID.name()})
            .withColumn(
                Interim.STOP_FROM.name(),
                unix_seconds(greatest(Pauses.PAUSED_AT.col(), JudgedCases.CLOCK_START_AT.col())))
            .withColumn(
                Interim.STOP_TO.name(),
                unix_seconds(least(coalesce(Pauses.RESUMED_AT.col(), end), end)))
            .filter(Interim.STOP_TO.col().gt(Interim.STOP_FROM.col()));
    return worked(onceOnly(clipped), ground);
  }

  /** Where an agency tells of pauses, a case of which it tells none was stopped for 0 minutes. */
  static Dataset<Row> neverStopped(Dataset<Row> cases, Optional<Dataset<Row>> pauses) {
    if (pauses.isEmpty()) {
      return cases;
    }
    Dataset<Row> telling =
        pauses
            .get()
            .filter(Judge.notRetracted())
            .select(Cases.AGENCY_ID.col())
            .distinct()
            .withColumn(Interim.COVERED.name(), lit(0L));
    return LocalRows.beside(cases, telling, List.of(Cases.AGENCY_ID))
        .withColumn(Interim.STOPPED.name(), coalesce(Interim.STOPPED.col(), Interim.COVERED.col()))
        .drop(Interim.COVERED.name());
  }

  private static Dataset<Row> clocks(Dataset<Row> cases) {
    return cases
        .filter(Cases.PAUSED_MINUTES.col().isNull())
        .select(
            Cases.AGENCY_ID.col(),
            Cases.CASE_ID.col(),
            Interim.OFFICE.col(),
            Interim.REGION.col(),
            Interim.SOURCE.col(),
            JudgedCases.CLOCK_START_AT.col(),
            Cases.CLOSED_AT.col());
  }

  private static Dataset<Row> onceOnly(Dataset<Row> stops) {
    WindowSpec earlier =
        Window.partitionBy(CASE)
            .orderBy(Interim.STOP_FROM.col(), Interim.STOP_TO.col())
            .rowsBetween(Window.unboundedPreceding(), -1);
    return stops
        .withColumn(Interim.STOPPED_UNTIL.name(), max(Interim.STOP_TO.col()).over(earlier))
        .withColumn(
            Interim.STOP_FROM.name(),
            greatest(Interim.STOP_FROM.col(), Interim.STOPPED_UNTIL.col()))
        .filter(Interim.STOP_TO.col().gt(Interim.STOP_FROM.col()));
  }

  private static Dataset<Row> worked(Dataset<Row> stops, Ground ground) {
    WorkingClock clock = ground.clock();
    DayColumns from = clock.columns(FROM);
    DayColumns to = clock.columns(TO);
    Column fromMinute = clock.minute(timestamp_seconds(Interim.STOP_FROM.col()));
    Column toMinute = clock.minute(timestamp_seconds(Interim.STOP_TO.col()));
    Dataset<Row> keyed =
        ground
            .locate(stops)
            .withColumn(Interim.STOP_FROM_KEY.name(), WorkingClock.dayKey(clock.day(fromMinute)))
            .withColumn(Interim.STOP_TO_KEY.name(), WorkingClock.dayKey(clock.day(toMinute)));
    Column worked =
        to.worked(clock.minuteOfDay(toMinute)).minus(from.worked(clock.minuteOfDay(fromMinute)));
    return clock
        .besideDay(clock.besideDay(keyed, Interim.STOP_FROM_KEY, from), Interim.STOP_TO_KEY, to)
        .select(
            Cases.AGENCY_ID.col(),
            Cases.CASE_ID.col(),
            Interim.PAYMENTS.missing(),
            Interim.STOPPED.is(worked));
  }

  /**
   * Adds paid: the sum of the case's payments where the agency has any payment in the local month
   * of the case's closing (of its submission while open), which may be none and then is 0; else
   * fee_paid; else, where that is empty, the payments there are.
   */
  static Dataset<Row> paid(
      Dataset<Row> cases, Optional<Dataset<Row>> payments, Reference reference, Settings settings) {
    if (payments.isEmpty()) {
      return cases.withColumn(JudgedCases.PAID.name(), Cases.FEE_PAID.col());
    }
    Column month = coalesce(JudgedCases.CLOSED_MONTH.col(), JudgedCases.SUBMITTED_MONTH.col());
    Dataset<Row> covered = covered(payments.get(), new Zones(reference, settings));
    Column known = coalesce(Interim.COVERED.col(), lit(false));
    Column sum = Interim.PAYMENTS.col();
    return LocalRows.beside(
            cases.withColumn(Interim.PAYMENTS_MONTH.name(), month),
            covered,
            List.of(Cases.AGENCY_ID, Interim.PAYMENTS_MONTH))
        .withColumn(
            JudgedCases.PAID.name(),
            when(known, coalesce(sum, lit(0)))
                .otherwise(coalesce(Cases.FEE_PAID.col(), sum))
                .cast(Field.MONEY));
  }

  /** The agencies and months (in the agency's zone) of which any payment is known. */
  private static Dataset<Row> covered(Dataset<Row> payments, Zones zones) {
    Dataset<Row> paid =
        payments.select(
            Cases.AGENCY_ID.col(),
            Judge.orElse(Provenance.SOURCE.col(), "").as(Interim.SOURCE.name()),
            Payments.PAID_AT.col());
    List<Field> by = List.of(Cases.AGENCY_ID, Interim.SOURCE);
    return LocalRows.beside(paid, zoned(paid, zones), by)
        .select(
            Cases.AGENCY_ID.col(),
            Interim.PAYMENTS_MONTH.is(LocalTime.month(LocalTime.minute(Payments.PAID_AT.col()))),
            Interim.COVERED.is(lit(true)))
        .distinct();
  }

  private static Dataset<Row> zoned(Dataset<Row> paid, Zones zones) {
    List<Row> rows = new ArrayList<>();
    for (Row row :
        paid.select(Cases.AGENCY_ID.col(), Interim.SOURCE.col()).distinct().collectAsList()) {
      Place place = Place.ofAgency(row.getString(0), row.getString(1));
      rows.add(
          RowFactory.create(place.agencyId(), place.source(), zones.zone(place).getId(), null));
    }
    return paid.sparkSession()
        .createDataFrame(
            rows,
            LocalRows.schema(
                List.of(Cases.AGENCY_ID, Interim.SOURCE, Places.ZONE, Interim.OFFSET)));
  }
}
