package id.rapor.measure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.measure.Curves.Quantile;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Quantiles of the working time of the cases due in a period, with open cases counted in (Kaplan
 * and Meier, 1958): a case that is open when the period is evaluated is known to take at least its
 * age. One curve is made for each agency, service and period, and all quantiles are read off it.
 *
 * <p>Where the survival curve stays at exactly the level of the quantile the middle of that stretch
 * is taken, which without open cases is the usual median. Where the curve does not come down to the
 * level, or not below it again, the longest age so far stands in: the quantile is at least that,
 * and {@code detail} says so. The standard error is Woodruff's (1952): the interval between the
 * quantiles p +- z sqrt(p (1 - p) / n), read off the curve; to its square comes that of rounding, a
 * twelfth of the squared step, with a step of a day where all times are whole days.
 *
 * <p>Time certainty is the 90th percentile over the median of a service, and for all services the
 * mean of theirs by number of cases; its error takes both quantiles as independent, which they are
 * not: they go together, so that it is stated too large rather than too small. A service whose
 * median is not reached has no ratio, as two longest ages over each other would say that all is
 * certain; where such services hold more than half of an agency's cases it has none either, and
 * where they hold fewer {@code detail} says that they are left out. Where only the 90th percentile
 * is not reached the ratio is a lower bound.
 */
final class Durations {
  /** What {@code detail} says of a figure that rests on a quantile not yet reached. */
  private static final String LOWER_BOUND = "lower bound";

  /** What {@code detail} says of all services where some of them have no ratio. */
  private static final String WITHOUT_UNKNOWN = "without services with unknown median";

  private static final double DAY = 480;

  private static final Field RATIO =
      Field.optional("certainty", Field.REAL, "90th percentile over median");
  private static final Field RATIO_ERROR =
      Field.optional("certainty_error", Field.REAL, "its standard error");
  private static final Field RATIO_WORD =
      Field.optional("certainty_word", Field.TEXT, "what detail says of it");

  private Durations() {}

  /** Figures of {@code metrics}, which share one cohort. */
  static Dataset<Row> figures(
      Dataset<Row> judged,
      List<Metric> metrics,
      Dataset<Row> workingDays,
      Dataset<Row> months,
      Instant asOf) {
    Term cohort = metrics.get(0).terms().get(0);
    Dataset<Row> cases = counted(judged, cohort, asOf);
    return told(Curves.read(times(cases, cohort, workingDays, months, asOf), months), metrics);
  }

  /** The cases of {@code cohort}, once for each period, with the columns of {@link Ages}. */
  static Dataset<Row> aged(
      Dataset<Row> judged,
      Term cohort,
      Dataset<Row> workingDays,
      Dataset<Row> months,
      Instant asOf) {
    Dataset<Row> cases = Spans.inPeriods(counted(judged, cohort, asOf), cohort.month(), months);
    return Ages.add(cases, workingDays, months, asOf);
  }

  private static Dataset<Row> counted(Dataset<Row> judged, Term cohort, Instant asOf) {
    return judged.where(
        cohort
            .among()
            .and(coalesce(JudgedCases.DUE_AT.col().leq(Ages.moment(asOf)), lit(true)))
            .and(JudgedCases.CLOCK_START_AT.col().leq(Ages.moment(asOf))));
  }

  /**
   * What {@link Curves} reads. A case that was decided by the end of its month took the same time
   * whatever the period, and is told once; of the others, which are few, each period has its own.
   */
  private static Dataset<Row> times(
      Dataset<Row> cases,
      Term cohort,
      Dataset<Row> workingDays,
      Dataset<Row> months,
      Instant asOf) {
    Column settled =
        coalesce(
            Ages.ended(Ages.moment(asOf))
                .and(JudgedCases.CLOSED_MONTH.col().leq(cohort.month().col())),
            lit(false));
    Dataset<Row> once =
        cases
            .where(settled.and(Spans.taken(cohort.month(), months)))
            .withColumn(PeriodMonths.MONTH.name(), cohort.month().col())
            .withColumn(Measurements.PERIOD.name(), Measurements.PERIOD.missing())
            .withColumn(Ages.MINUTES.name(), JudgedCases.WORKING_MINUTES.col())
            .withColumn(Ages.ENDED.name(), lit(true));
    Dataset<Row> byPeriod =
        Ages.add(
                Spans.inPeriods(cases.where(settled.equalTo(false)), cohort.month(), months),
                workingDays,
                months,
                asOf)
            .withColumn(PeriodMonths.MONTH.name(), PeriodMonths.MONTH.missing());
    return once.select(Curves.columns()).unionByName(byPeriod.select(Curves.columns()));
  }

  private static Dataset<Row> inDays(Dataset<Row> read, Quantile quantile) {
    Column reached = quantile.reached().col();
    Column middle = reached.plus(coalesce(quantile.beyond().col(), Curves.LONGEST.col())).divide(2);
    Column found =
        coalesce(when(quantile.flat().col(), middle).otherwise(reached), Curves.LONGEST.col());
    Column low = coalesce(quantile.low().col(), Curves.LONGEST.col());
    Column high = coalesce(quantile.high().col(), Curves.LONGEST.col());
    Column sampling = high.minus(low).divide(2 * Intervals.Z);
    Column rounding = when(Curves.WHOLE_DAYS.col(), DAY * DAY / 12).otherwise(1.0 / 12);
    Column isLast = quantile.flat().col().and(quantile.beyond().col().isNull());
    return read.withColumn(quantile.value().name(), found.divide(DAY))
        .withColumn(quantile.open().name(), reached.isNull().or(isLast))
        .withColumn(
            quantile.error().name(), sqrt(sampling.multiply(sampling).plus(rounding)).divide(DAY))
        .withColumn(quantile.low().name(), least(low, found).divide(DAY))
        .withColumn(quantile.high().name(), greatest(high, found).divide(DAY));
  }

  /** Figures of {@code metrics} from what {@link Curves#read} tells. */
  static Dataset<Row> told(Dataset<Row> read, List<Metric> metrics) {
    Dataset<Row> certain = read;
    for (Quantile quantile : Curves.QUANTILES) {
      certain = inDays(certain, quantile);
    }
    if (metrics.stream().anyMatch(metric -> metric.form() == Form.CERTAINTY)) {
      certain = certainty(certain);
    }
    Column[] rows = metrics.stream().map(Durations::row).toArray(Column[]::new);
    return Unrolled.structs(certain, Spans.KEY, Measurements.METRIC, rows);
  }

  private static Column row(Metric metric) {
    return switch (metric.form()) {
      case MEDIAN -> row(metric, Curves.MEDIAN);
      case NINETIETH -> row(metric, Curves.NINETIETH);
      default ->
          struct(
              Measurements.METRIC.is(lit(metric.code())),
              Measurements.N.col(),
              Measurements.VALUE.is(RATIO.col()),
              Measurements.STANDARD_ERROR.is(RATIO_ERROR.col()),
              Measurements.LOW.is(greatest(lit(1.0), RATIO.col().minus(margin()))),
              Measurements.HIGH.is(RATIO.col().plus(margin())),
              Measurements.ANCHOR_SCALE.is(lit(1.0)),
              Measurements.DETAIL.is(RATIO_WORD.col()));
    };
  }

  private static Column margin() {
    return RATIO_ERROR.col().multiply(Intervals.Z);
  }

  private static Column row(Metric metric, Quantile quantile) {
    return struct(
        Measurements.METRIC.is(lit(metric.code())),
        Measurements.N.col(),
        Measurements.VALUE.is(quantile.value().col()),
        Measurements.STANDARD_ERROR.is(quantile.error().col()),
        Measurements.LOW.is(quantile.low().col()),
        Measurements.HIGH.is(quantile.high().col()),
        Measurements.ANCHOR_SCALE.is(Curves.LIMIT_DAYS.col()),
        Measurements.DETAIL.is(when(quantile.open().col(), LOWER_BOUND)));
  }

  /** The ratio of each service, and of all services the mean of theirs by number of cases. */
  private static Dataset<Row> certainty(Dataset<Row> quantiles) {
    Column median = Curves.MEDIAN.value().col();
    Column unknown = Curves.MEDIAN.open().col();
    Column isKnown = median.gt(0).and(not(unknown));
    Column own = when(isKnown, Curves.NINETIETH.value().col().divide(median));
    Column square =
        Curves.NINETIETH
            .error()
            .col()
            .multiply(Curves.NINETIETH.error().col())
            .plus(
                own.multiply(own)
                    .multiply(Curves.MEDIAN.error().col())
                    .multiply(Curves.MEDIAN.error().col()))
            .divide(median.multiply(median));
    Column isService = Cases.SERVICE_ID.col().notEqual(Measurements.ALL_SERVICES);
    Column n = when(isService.and(isKnown), Measurements.N.col()).cast(Field.REAL);
    // In the order of the services, as sums of reals depend on it.
    WindowSpec agency =
        Window.partitionBy(Measurements.PERIOD.col(), Cases.AGENCY_ID.col())
            .orderBy(Cases.SERVICE_ID.col())
            .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    Column all = sum(n).over(agency);
    Column left =
        coalesce(sum(when(isService.and(unknown), Measurements.N.col())).over(agency), lit(0L));
    Column together =
        when(
            left.multiply(2).leq(Measurements.N.col()),
            sum(n.multiply(own)).over(agency).divide(all));
    Column error = sqrt(sum(n.multiply(n).multiply(square)).over(agency)).divide(all);
    Column isBound = Curves.NINETIETH.open().col();
    Column anyBound = coalesce(max(isBound.and(n.isNotNull())).over(agency), lit(false));
    Column ownWord = when(isBound.and(isKnown), LOWER_BOUND);
    Column words = concat_ws("; ", when(anyBound, LOWER_BOUND), when(left.gt(0), WITHOUT_UNKNOWN));
    return quantiles
        .withColumn(RATIO.name(), when(isService, own).otherwise(together))
        .withColumn(RATIO_ERROR.name(), when(isService, sqrt(square)).otherwise(error))
        .withColumn(RATIO_WORD.name(), when(isService, ownWord).otherwise(nullif(words, lit(""))));
  }
}
