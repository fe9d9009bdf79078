package id.rapor.reference;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import id.rapor.table.Field;
import id.rapor.table.Places;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Between instants and local wall-clock minutes (counted from 1970-01-01T00:00 on the wall) of the
 * case's zone. Nothing here depends on the session's zone.
 *
 * <p>Instants are cut to the minute. Where the clock is put forward, a wall-clock minute that does
 * not exist is the instant at which it would have come; where it is put back, the earlier of the
 * two.
 */
final class LocalTime {
  private LocalTime() {}

  /** The local minute that {@code instant} lies in. */
  static Column minute(Column instant) {
    Column seconds =
        when(Interim.OFFSET.col().isNotNull(), unix_seconds(instant).plus(Interim.OFFSET.col()))
            .otherwise(unix_seconds(from_utc_timestamp(instant, Places.ZONE.col())));
    return floor(seconds.divide(lit(60)));
  }

  /** The instant at which a local minute begins. */
  static Column instant(Column minute) {
    Column seconds = minute.multiply(lit(60));
    return when(
            Interim.OFFSET.col().isNotNull(),
            timestamp_seconds(seconds.minus(Interim.OFFSET.col())))
        .otherwise(to_utc_timestamp(timestamp_seconds(seconds), Places.ZONE.col()));
  }

  /** The local day of a local minute, counted from 1970-01-01. */
  static Column day(Column minute) {
    return floor(minute.divide(lit(CalendarSpan.DAY)));
  }

  /** The month {@code YYYY-MM} of a local minute. */
  static Column month(Column minute) {
    Column day = date_from_unix_date(day(minute).cast(DataTypes.IntegerType));
    // Formatting the parts is several times faster than formatting the day.
    return concat(padded(year(day), 4), lit("-"), padded(functions.month(day), 2));
  }

  private static Column padded(Column number, int length) {
    return lpad(number.cast(Field.TEXT), length, "0");
  }
}
