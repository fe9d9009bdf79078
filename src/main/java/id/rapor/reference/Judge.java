package id.rapor.reference;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import id.rapor.settings.Settings;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Payments;
import id.rapor.table.Provenance;
import id.rapor.table.Standards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Judges the accepted cases by the reference tables: limit, due moments, working time, fee.
 *
 * <p>All work per case is Column expressions; what holds at a place is resolved on the driver and
 * joined from small broadcast tables. Only payments and pauses make Spark shuffle the cases.
 */
public final class Judge {
  /** No case is paused for longer than this: 50 years of minutes, which no sum can overflow. */
  private static final long MOST_PAUSED = 26_298_000;

  /** More partitions than rows are ever read in, so that none are joined. */
  private static final int MORE_THAN_ANY = 1 << 20;

  private static final String COMPLETED = "completed";
  private static final String REJECTED = "rejected";
  private static final String WITHDRAWN = "withdrawn";
  static final String PENDING = "pending";

  private static final List<Field> AS_THEY_ARE =
      List.of(
          Cases.AGENCY_ID,
          Cases.CASE_ID,
          Cases.OFFICE_ID,
          Cases.SERVICE_ID,
          Cases.CHANNEL,
          Cases.APPLICANT_ID,
          Cases.APPLICANT_GROUP,
          Cases.OFFICER_ID,
          Cases.PRIORITISED,
          Cases.PRIORITY_GROUND,
          Cases.SUBMITTED_AT,
          Cases.COMPLETE_AT,
          Feed.RECORDED_AT,
          Cases.RETURNS,
          Cases.VISITS,
          Cases.RECEIPT_NO,
          Cases.FEE_PAID,
          Cases.FEE_WAIVER,
          Cases.FEE_QUANTITY);

  private Judge() {}

  /**
   * Makes {@link JudgedCases}: one row per case that was submitted by {@code asOf} and not
   * retracted, as it stood then: what was closed later is pending, what is pending has no closing
   * and no start of work to come, and what was paid later is not paid. Tariff and limit are those
   * in force on the local day of submission. Runs one pass over the cases at once, to survey them;
   * the result itself is lazy.
   *
   * @param cases the shape of {@link Cases#FEED}'s table
   * @param payments the shape of {@link Payments#FEED}'s table, if delivered
   * @param pauses the shape of {@link id.rapor.table.Pauses#FEED}'s table, if delivered: read for
   *     cases without paused_minutes
   * @param asOf the moment that counts as now
   * @throws id.rapor.settings.UserError if the cases name too many places to hold in memory
   */
  public static Judged judge(
      Dataset<Row> cases,
      Optional<Dataset<Row>> payments,
      Optional<Dataset<Row>> pauses,
      Reference reference,
      Settings settings,
      Instant asOf) {
    Dataset<Row> accepted = accepted(cases, asOf);
    Survey survey = Survey.of(accepted, asOf);
    Survey bounded = pauses.isPresent() ? survey : survey.withoutStops();
    Ground ground = Ground.of(bounded, reference, settings, asOf, cases.sparkSession());
    Optional<Dataset<Row>> made =
        payments.map(
            rows -> rows.filter(notRetracted().and(Payments.PAID_AT.col().leq(lit(asOf)))));
    Dataset<Row> complete =
        Extras.beside(
            accepted,
            made.map(Extras::payments),
            pauses.map(stops -> Extras.stops(stops, accepted, ground, asOf)));
    Dataset<Row> stopped = Extras.neverStopped(complete, pauses);
    Dataset<Row> known = onTheClock(ground.locate(stopped), ground);
    Dataset<Row> paid = Extras.paid(apart(known), made, reference, settings);
    Dataset<Row> priced = CaseFees.add(paid, reference.waivers(), settings.fees().toleranceShare());
    return new Judged(TimedCases.of(apart(priced), ground.clock(), asOf), ground.workingDays());
  }

  /** Whether a row of any feed stands. */
  static Column notRetracted() {
    return not(coalesce(Feed.RETRACTED.col(), lit(false)));
  }

  /**
   * The same rows where they are. Spark fuses the operators before and after into a method each:
   * all of judging in one is more code than the JVM's compilers digest.
   */
  private static Dataset<Row> apart(Dataset<Row> rows) {
    return rows.coalesce(MORE_THAN_ANY);
  }

  private static Dataset<Row> accepted(Dataset<Row> cases, Instant asOf) {
    Column later = coalesce(Cases.CLOSED_AT.col().gt(lit(asOf)), lit(false));
    Column open = Cases.STATUS.col().equalTo(PENDING).or(later);
    Column paused = greatest(lit(0L), least(Cases.PAUSED_MINUTES.col(), lit(MOST_PAUSED)));
    List<Column> columns = new ArrayList<>();
    AS_THEY_ARE.forEach(field -> columns.add(field.col()));
    columns.add(Cases.STATUS.is(when(later, PENDING).otherwise(Cases.STATUS.col())));
    columns.add(Cases.CLOSED_AT.is(when(not(open), Cases.CLOSED_AT.col())));
    columns.add(
        Cases.STARTED_AT.is(
            when(not(open).or(Cases.STARTED_AT.col().leq(lit(asOf))), Cases.STARTED_AT.col())));
    columns.add(orElse(Cases.SERVICE_CLASS.col(), Standard.REGULAR).as(Cases.SERVICE_CLASS.name()));
    columns.add(Cases.PAUSED_MINUTES.is(when(Cases.PAUSED_MINUTES.col().isNotNull(), paused)));
    columns.add(
        JudgedCases.CLOCK_START_AT.is(coalesce(Cases.COMPLETE_AT.col(), Cases.SUBMITTED_AT.col())));
    columns.add(Interim.OFFICE.is(orElse(Cases.OFFICE_ID.col(), "")));
    columns.add(Interim.REGION.is(orElse(Cases.REGION_CODE.col(), "")));
    columns.add(Interim.SOURCE.is(orElse(Provenance.SOURCE.col(), "")));
    return cases
        .filter(notRetracted().and(Cases.SUBMITTED_AT.col().leq(lit(asOf))))
        .select(columns.toArray(Column[]::new));
  }

  /** A text without blanks around it, or {@code otherwise} where there is none. */
  static Column orElse(Column text, String otherwise) {
    return when(trim(text).notEqual(lit("")), trim(text)).otherwise(lit(otherwise));
  }

  /** Adds local times, the standard in force, and what can be told without the calendar. */
  private static Dataset<Row> onTheClock(Dataset<Row> cases, Ground ground) {
    WorkingClock clock = ground.clock();
    Column paused = coalesce(Cases.PAUSED_MINUTES.col(), Interim.STOPPED.col());
    Dataset<Row> local =
        cases
            .withColumn(Interim.START.name(), clock.minute(JudgedCases.CLOCK_START_AT.col()))
            .withColumn(Interim.END.name(), clock.minute(Cases.CLOSED_AT.col()))
            .withColumn(
                Interim.SUBMITTED_DAY.name(),
                LocalTime.day(LocalTime.minute(Cases.SUBMITTED_AT.col())));
    Column submitted = Interim.SUBMITTED_DAY.col().multiply(lit((long) CalendarSpan.DAY));
    return StandardRows.beside(local, ground.standards())
        .withColumn(Cases.PAUSED_MINUTES.name(), paused)
        .withColumn(JudgedCases.LIMIT_MINUTES.name(), DueMoments.limitMinutes())
        .withColumn(Standards.TIME_UNIT.name(), Interim.UNIT.col())
        .withColumn(JudgedCases.SUBMITTED_MONTH.name(), LocalTime.month(submitted))
        .withColumn(
            JudgedCases.CLOSED_MONTH.name(), LocalTime.month(clock.local(Interim.END.col())))
        .withColumn(
            JudgedCases.DECIDED.name(),
            Cases.STATUS.col().isin(COMPLETED, REJECTED).and(Cases.CLOSED_AT.col().isNotNull()))
        .withColumn(JudgedCases.WITHDRAWN.name(), Cases.STATUS.col().equalTo(lit(WITHDRAWN)));
  }
}
