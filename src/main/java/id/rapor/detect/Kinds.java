package id.rapor.detect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** Which cases are of one kind, and what the clock showed where they were. */
final class Kinds {
  private static final String SEPARATOR = "\u001f";
  private static final long REST_OF_DAY = 86_399;

  private Kinds() {}

  /** One text for all of service, class and {@code more}. */
  static Column like(Field... more) {
    Column[] parts =
        Stream.concat(Stream.of(Cases.SERVICE_ID, Cases.SERVICE_CLASS), Arrays.stream(more))
            .map(field -> coalesce(field.col(), lit("")))
            .toArray(Column[]::new);
    return concat_ws(SEPARATOR, parts);
  }

  /**
   * Whether a lawful ground puts the case before others. Where nobody wrote down that it was put
   * before them, the ground says it.
   */
  static Column isFirstByLaw() {
    Column ground = coalesce(trim(Cases.PRIORITY_GROUND.col()), lit("")).notEqual("");
    return coalesce(Cases.PRIORITISED.col(), lit(true)).and(ground);
  }

  /** The local wall-clock time of {@code moment}. */
  static Column local(Field moment) {
    return from_utc_timestamp(moment.col(), JudgedCases.ZONE.col());
  }

  /** Whether {@code moment} tells a time of day: a day alone is kept as its local midnight. */
  static Column hasHour(Field moment) {
    Column local = local(moment);
    return not(local.equalTo(date_trunc("day", local)));
  }

  /**
   * The last second, since 1970, at which {@code moment} may have been: itself, or the last one of
   * its day where it tells no time of day.
   */
  static Column latest(Field moment) {
    Column told = unix_seconds(moment.col());
    return when(hasHour(moment), told).otherwise(told.plus(REST_OF_DAY));
  }

  /** The local day of {@code moment}. */
  static Column day(Field moment) {
    return to_date(local(moment));
  }
}
