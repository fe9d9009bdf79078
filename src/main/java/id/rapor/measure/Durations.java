package id.rapor.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.bool_and;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Quantiles of the working time of the cases due in a period, with open cases counted in (Kaplan
 * and Meier, 1958): a case that is open when the period is evaluated is known to take at least its
 * age. One curve is made for each agency, service and period, and all quantiles are read off it.
 *
 * <p>Where the survival curve stays at exactly the level of the quantile the middle of that stretch
 * is taken, which without open cases is the usual median. Where the curve does not come down to the
 * level the longest age so far stands in: the quantile is at least that. The standard error is
 * Woodruff's (1952): the interval between the quantiles p +- z sqrt(p (1 - p) / n), read off the
 * curve; to its square comes that of rounding, a twelfth of the squared step, with a step of a day
 * where all times are whole days.
 *
 * <p>Time certainty is the 90th percentile over the median of a service, and for all services the
 * mean of theirs by number of cases; its error takes both quantiles as independent, which they are
 * not: they go together, so that it is stated too large rather than too small.
 */
final class Durations {
  private static final double DAY = 480;
  private static final double HAIR = 1e-9;

  private static final Field SURVIVAL =
      Field.required("survival", Field.REAL, "share still open after it, 0-1");
  private static final Field AT_RISK =
      Field.required("at_risk", Field.REAL, "cases open just before it");
  private static final Field SIZE = Field.required("size", Field.WHOLE, "cases of the group");
  private static final Field LONGEST = Field.required("longest", Field.REAL, "longest time or age");
  private static final Field LIMIT_DAYS =
      Field.optional("limit_days", Field.REAL, "mean time limit, in days");
  private static final Field RATIO =
      Field.optional("certainty", Field.REAL, "90th percentile over median");
  private static final Field RATIO_ERROR =
      Field.optional("certainty_error", Field.REAL, "its standard error");
  private static final Field WHOLE_DAYS =
      Field.required("whole_days", Field.TRUTH, "whether all times are whole days");

  /** A quantile: which share is decided by then, and the columns that lead to it. */
  private record Quantile(String name, double share) {
    Field reached() {
      return real("_reached", "where the curve comes to its level");
    }

    Field flat() {
      return Field.required(name + "_flat", Field.TRUTH, "whether it stays there a while");
    }

    Field beyond() {
      return real("_beyond", "where it leaves its level");
    }

    Field low() {
      return real("_low", "lower end of the interval");
    }

    Field high() {
      return real("_high", "upper end of the interval");
    }

    Field value() {
      return real("_value", "the quantile");
    }

    Field error() {
      return real("_error", "its standard error");
    }

    private Field real(String end, String meaning) {
      return Field.optional(name + end, Field.REAL, meaning);
    }
  }

  private static final Quantile MEDIAN = new Quantile("median", 0.5);
  private static final Quantile NINETIETH = new Quantile("ninetieth", 0.9);
  private static final List<Quantile> QUANTILES = List.of(MEDIAN, NINETIETH);

  private Durations() {}

  /** Figures of {@code metrics}, which share one cohort. */
  static Dataset<Row> figures(
      Dataset<Row> judged,
      List<Metric> metrics,
      Dataset<Row> workingDays,
      Dataset<Row> months,
      Instant asOf) {
    Term cohort = metrics.get(0).terms().get(0);
    Dataset<Row> aged = Spans.inServices(aged(judged, cohort, workingDays, months, asOf));
    return told(quantiles(curve(aged)), metrics);
  }

  /** The cases of {@code cohort}, once for each period, with the columns of {@link Ages}. */
  static Dataset<Row> aged(
      Dataset<Row> judged,
      Term cohort,
      Dataset<Row> workingDays,
      Dataset<Row> months,
      Instant asOf) {
    Dataset<Row> cases =
        Spans.inPeriods(
            judged.where(
                cohort
                    .among()
                    .and(coalesce(JudgedCases.DUE_AT.col().leq(Ages.moment(asOf)), lit(true)))
                    .and(JudgedCases.CLOCK_START_AT.col().leq(Ages.moment(asOf)))),
            cohort.month(),
            months);
    return Ages.add(cases, workingDays, months, asOf);
  }

  private static Dataset<Row> curve(Dataset<Row> aged) {
    Column[] group = {Measurements.PERIOD.col(), Cases.AGENCY_ID.col(), Cases.SERVICE_ID.col()};
    WindowSpec whole = Window.partitionBy(group);
    WindowSpec byTime = whole.orderBy(Ages.MINUTES.col(), Ages.ENDED.col().desc());
    Column step =
        when(Ages.ENDED.col().equalTo(false), 0.0)
            .when(AT_RISK.col().equalTo(1), -1000.0)
            .otherwise(log(lit(1).minus(lit(1).divide(AT_RISK.col()))));
    return aged.withColumn(SIZE.name(), count(lit(1)).over(whole))
        .withColumn(AT_RISK.name(), AT_RISK.is(SIZE.col().minus(row_number().over(byTime)).plus(1)))
        .withColumn(
            SURVIVAL.name(),
            exp(
                sum(step)
                    .over(byTime.rowsBetween(Window.unboundedPreceding(), Window.currentRow()))));
  }

  private static Dataset<Row> quantiles(Dataset<Row> curve) {
    List<Column> read = new ArrayList<>();
    for (Quantile quantile : QUANTILES) {
      read.addAll(read(quantile));
    }
    read.add(LONGEST.is(max(Ages.MINUTES.col())));
    read.add(WHOLE_DAYS.is(bool_and(Ages.MINUTES.col().mod((long) DAY).equalTo(0))));
    read.add(LIMIT_DAYS.is(avg(JudgedCases.LIMIT_MINUTES.col()).divide(DAY)));
    Dataset<Row> found =
        curve
            .groupBy(Measurements.PERIOD.col(), Cases.AGENCY_ID.col(), Cases.SERVICE_ID.col())
            .agg(Measurements.N.is(count(lit(1))), read.toArray(Column[]::new));
    for (Quantile quantile : QUANTILES) {
      found = inDays(found, quantile);
    }
    return found;
  }

  private static List<Column> read(Quantile quantile) {
    double level = 1 - quantile.share();
    double spread = Intervals.Z * Math.sqrt(level * quantile.share());
    Column margin = lit(spread).divide(sqrt(SIZE.col().cast(Field.REAL)));
    Column flat = functions.bool_or(SURVIVAL.col().between(level - HAIR, level + HAIR));
    return List.of(
        quantile.reached().is(firstBelow(lit(level + HAIR))),
        quantile.flat().is(coalesce(flat, lit(false))),
        quantile.beyond().is(firstBelow(lit(level - HAIR))),
        quantile.low().is(firstBelow(margin.plus(level + HAIR))),
        quantile.high().is(firstBelow(lit(level + HAIR).minus(margin))));
  }

  private static Column firstBelow(Column level) {
    return min(when(SURVIVAL.col().leq(level), Ages.MINUTES.col()));
  }

  private static Dataset<Row> inDays(Dataset<Row> read, Quantile quantile) {
    Column reached = quantile.reached().col();
    Column middle = reached.plus(coalesce(quantile.beyond().col(), LONGEST.col())).divide(2);
    Column found = coalesce(when(quantile.flat().col(), middle).otherwise(reached), LONGEST.col());
    Column low = coalesce(quantile.low().col(), LONGEST.col());
    Column high = coalesce(quantile.high().col(), LONGEST.col());
    Column sampling = high.minus(low).divide(2 * Intervals.Z);
    Column rounding = when(WHOLE_DAYS.col(), DAY * DAY / 12).otherwise(1.0 / 12);
    return read.withColumn(quantile.value().name(), found.divide(DAY))
        .withColumn(
            quantile.error().name(), sqrt(sampling.multiply(sampling).plus(rounding)).divide(DAY))
        .withColumn(quantile.low().name(), least(low, found).divide(DAY))
        .withColumn(quantile.high().name(), greatest(high, found).divide(DAY));
  }

  private static Dataset<Row> told(Dataset<Row> quantiles, List<Metric> metrics) {
    Dataset<Row> certain = quantiles;
    if (metrics.stream().anyMatch(metric -> metric.form() == Form.CERTAINTY)) {
      certain = certainty(quantiles);
    }
    Column[] rows = metrics.stream().map(Durations::row).toArray(Column[]::new);
    return certain.select(
        Measurements.PERIOD.col(),
        Cases.AGENCY_ID.col(),
        Cases.SERVICE_ID.col(),
        inline(array(rows)));
  }

  private static Column row(Metric metric) {
    return switch (metric.form()) {
      case MEDIAN -> row(metric, MEDIAN);
      case NINETIETH -> row(metric, NINETIETH);
      default ->
          struct(
              Measurements.METRIC.is(lit(metric.code())),
              Measurements.N.col(),
              Measurements.VALUE.is(RATIO.col()),
              Measurements.STANDARD_ERROR.is(RATIO_ERROR.col()),
              Measurements.LOW.is(greatest(lit(1.0), RATIO.col().minus(margin()))),
              Measurements.HIGH.is(RATIO.col().plus(margin())),
              Measurements.ANCHOR_SCALE.is(lit(1.0)));
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
        Measurements.ANCHOR_SCALE.is(LIMIT_DAYS.col()));
  }

  /** The ratio of each service, and of all services the mean of theirs by number of cases. */
  private static Dataset<Row> certainty(Dataset<Row> quantiles) {
    Column median = MEDIAN.value().col();
    Column own = when(median.gt(0), NINETIETH.value().col().divide(median));
    Column square =
        NINETIETH
            .error()
            .col()
            .multiply(NINETIETH.error().col())
            .plus(own.multiply(own).multiply(MEDIAN.error().col()).multiply(MEDIAN.error().col()))
            .divide(median.multiply(median));
    Column isService = Cases.SERVICE_ID.col().notEqual(Measurements.ALL_SERVICES);
    Column n = when(isService.and(median.gt(0)), Measurements.N.col()).cast(Field.REAL);
    // In the order of the services, as sums of reals depend on it.
    WindowSpec agency =
        Window.partitionBy(Measurements.PERIOD.col(), Cases.AGENCY_ID.col())
            .orderBy(Cases.SERVICE_ID.col())
            .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    Column all = sum(n).over(agency);
    Column together = sum(n.multiply(own)).over(agency).divide(all);
    Column error = sqrt(sum(n.multiply(n).multiply(square)).over(agency)).divide(all);
    return quantiles
        .withColumn(RATIO.name(), when(isService, own).otherwise(together))
        .withColumn(RATIO_ERROR.name(), when(isService, sqrt(square)).otherwise(error));
  }
}
