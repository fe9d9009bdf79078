package id.rapor.measure;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.bool_and;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * The median working time of the cases due in a period, with open cases counted in (Kaplan and
 * Meier, 1958): a case that is open when the period is evaluated is known to take at least its age.
 *
 * <p>Where the survival curve stays at exactly one half the middle of that stretch is taken, which
 * without open cases is the usual median. Where more than half are open the longest age so far
 * stands in: the median is at least that. The standard error is Woodruff's (1952): the interval
 * between the quantiles half +- z / (2 sqrt n), read off the curve; to its square comes that of
 * rounding, a twelfth of the squared step, with a step of a day where all times are whole days.
 */
final class Durations {
  private static final double DAY = 480;
  private static final double HAIR = 1e-9;

  private static final Field SURVIVAL =
      Field.required("survival", Field.REAL, "share still open after it, 0-1");
  private static final Field AT_RISK =
      Field.required("at_risk", Field.REAL, "cases open just before it");
  private static final Field SIZE = Field.required("size", Field.WHOLE, "cases of the group");
  private static final Field REACHED =
      Field.optional("reached", Field.REAL, "where the curve comes to one half");
  private static final Field FLAT =
      Field.required("flat", Field.TRUTH, "whether it stays there a while");
  private static final Field BEYOND =
      Field.optional("beyond", Field.REAL, "where it leaves one half");
  private static final Field LONGEST = Field.required("longest", Field.REAL, "longest time or age");
  private static final Field WHOLE_DAYS =
      Field.required("whole_days", Field.TRUTH, "whether all times are whole days");

  private Durations() {}

  static Dataset<Row> figures(
      Dataset<Row> judged,
      Metric metric,
      Dataset<Row> workingDays,
      Dataset<Row> months,
      Instant asOf) {
    Dataset<Row> cohort =
        Spans.inPeriods(
            judged.where(
                metric
                    .whole()
                    .and(coalesce(JudgedCases.DUE_AT.col().leq(Ages.moment(asOf)), lit(true)))
                    .and(JudgedCases.CLOCK_START_AT.col().leq(Ages.moment(asOf)))),
            metric.cohort(),
            months);
    Dataset<Row> aged = Spans.inServices(Ages.add(cohort, workingDays, months, asOf));
    return medians(curve(aged)).withColumn(Measurements.METRIC.name(), lit(metric.code()));
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

  private static Dataset<Row> medians(Dataset<Row> curve) {
    Column margin = lit(Intervals.Z / 2).divide(sqrt(SIZE.col().cast(Field.REAL)));
    Dataset<Row> read =
        curve
            .groupBy(Measurements.PERIOD.col(), Cases.AGENCY_ID.col(), Cases.SERVICE_ID.col())
            .agg(
                Measurements.N.is(count(lit(1))),
                REACHED.is(min(when(SURVIVAL.col().leq(0.5 + HAIR), Ages.MINUTES.col()))),
                FLAT.is(
                    coalesce(
                        functions.bool_or(SURVIVAL.col().between(0.5 - HAIR, 0.5 + HAIR)),
                        lit(false))),
                BEYOND.is(min(when(SURVIVAL.col().lt(0.5 - HAIR), Ages.MINUTES.col()))),
                Measurements.LOW.is(
                    min(when(SURVIVAL.col().leq(margin.plus(0.5 + HAIR)), Ages.MINUTES.col()))),
                Measurements.HIGH.is(
                    min(
                        when(
                            SURVIVAL.col().leq(lit(0.5 + HAIR).minus(margin)),
                            Ages.MINUTES.col()))),
                LONGEST.is(max(Ages.MINUTES.col())),
                WHOLE_DAYS.is(bool_and(Ages.MINUTES.col().mod((long) DAY).equalTo(0))),
                Measurements.ANCHOR_SCALE.is(avg(JudgedCases.LIMIT_MINUTES.col()).divide(DAY)));
    return inDays(read);
  }

  private static Dataset<Row> inDays(Dataset<Row> read) {
    Column middle = REACHED.col().plus(coalesce(BEYOND.col(), LONGEST.col())).divide(2);
    Column median = coalesce(when(FLAT.col(), middle).otherwise(REACHED.col()), LONGEST.col());
    Column low = coalesce(Measurements.LOW.col(), LONGEST.col());
    Column high = coalesce(Measurements.HIGH.col(), LONGEST.col());
    Column sampling = high.minus(low).divide(2 * Intervals.Z);
    Column rounding = when(WHOLE_DAYS.col(), DAY * DAY / 12).otherwise(1.0 / 12);
    return read.withColumn(Measurements.VALUE.name(), median.divide(DAY))
        .withColumn(
            Measurements.STANDARD_ERROR.name(),
            sqrt(sampling.multiply(sampling).plus(rounding)).divide(DAY))
        .withColumn(Measurements.LOW.name(), least(low, median).divide(DAY))
        .withColumn(Measurements.HIGH.name(), greatest(high, median).divide(DAY))
        .withColumn(Measurements.NUMERATOR.name(), Measurements.NUMERATOR.missing())
        .withColumn(Measurements.DENOMINATOR.name(), Measurements.DENOMINATOR.missing())
        .drop(REACHED.name(), FLAT.name(), BEYOND.name(), LONGEST.name(), WHOLE_DAYS.name());
  }
}
