package id.rapor.measure;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import java.sql.Date;
import java.time.Instant;
import java.time.YearMonth;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The stock: each case once for every month at whose end it was open, with what was known of it by
 * then. A month that has not ended is seen at as-of.
 */
final class OpenCases {
  static final Field MONTH = Field.required("open_month", Field.TEXT, "at whose end it was open");
  static final Field OVERDUE =
      Field.optional("overdue", Field.TRUTH, "past its due moment by then; empty without a limit");
  static final Field AGED =
      Field.optional(
          "aged",
          Field.TRUTH,
          "older than twice the service's 95th percentile; empty where too few were decided");

  /** So many cases of a service must be decided in a month to tell how long it takes. */
  private static final long LEAST_DECIDED = 20;

  private static final Field DAY = Field.required("_month_day", Field.DAY, "first day of month");
  private static final Field SLOWEST =
      Field.optional("_slowest", Field.REAL, "95th percentile of elapsed seconds");
  private static final Field DECIDED = Field.required("_decided", Field.WHOLE, "how many decided");

  private OpenCases() {}

  static Dataset<Row> of(Dataset<Row> judged, YearMonth now, Instant asOf) {
    Column first = firstDay(JudgedCases.SUBMITTED_MONTH.col());
    Column closed = add_months(firstDay(JudgedCases.CLOSED_MONTH.col()), -1);
    Column last = least(coalesce(closed, today(now)), today(now));
    Column known = Cases.CLOSED_AT.col().isNotNull().or(Cases.STATUS.col().equalTo("pending"));
    Column months =
        when(known.and(first.leq(last)), sequence(first, last, expr("interval 1 month")));
    Dataset<Row> open =
        judged
            .withColumn(DAY.name(), explode(months))
            .withColumn(MONTH.name(), date_format(DAY.col(), "yyyy-MM"));
    Column due = JudgedCases.COHORT_MONTH.col().leq(MONTH.col());
    Column passed = JudgedCases.DUE_AT.col().leq(lit(asOf));
    String[] by = {Cases.SERVICE_ID.name(), MONTH.name()};
    return open.join(broadcast(slowest(judged)), by, "left")
        .withColumn(OVERDUE.name(), when(JudgedCases.DUE_AT.col().isNotNull(), due.and(passed)))
        .withColumn(AGED.name(), age(asOf).gt(SLOWEST.col().multiply(2)));
  }

  private static Column age(Instant asOf) {
    Column end =
        to_utc_timestamp(add_months(DAY.col(), 1).cast(Field.TIME), JudgedCases.ZONE.col());
    return unix_seconds(least(end, lit(asOf)))
        .minus(unix_seconds(JudgedCases.CLOCK_START_AT.col()));
  }

  /** How long the slowest twentieth of each service's decided cases took, by month of closing. */
  private static Dataset<Row> slowest(Dataset<Row> judged) {
    Column took =
        unix_seconds(Cases.CLOSED_AT.col()).minus(unix_seconds(JudgedCases.CLOCK_START_AT.col()));
    return judged
        .where(JudgedCases.DECIDED.col())
        .groupBy(Cases.SERVICE_ID.col(), JudgedCases.CLOSED_MONTH.col().as(MONTH.name()))
        .agg(DECIDED.is(count(lit(1))), SLOWEST.is(percentile(took, lit(0.95))))
        .where(DECIDED.col().geq(LEAST_DECIDED))
        .drop(DECIDED.name());
  }

  private static Column firstDay(Column month) {
    return to_date(month, "yyyy-MM");
  }

  private static Column today(YearMonth now) {
    return lit(Date.valueOf(now.atDay(1)));
  }
}
