package id.rapor.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.unix_seconds;

import id.rapor.table.Field;
import id.rapor.table.RawLines;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import org.apache.spark.sql.Column;

/** What rules ask of a line's values; a value that is not there breaks nothing. */
final class Conditions {
  private static final long DAY_SECONDS = 86_400;

  private Conditions() {}

  static Column noneOf(Field field, Object... codes) {
    return field.col().isNotNull().and(field.col().isin(codes).equalTo(false));
  }

  static Column below(Field field, int least) {
    return field.col().lt(least);
  }

  static Column above(Field field, Field most) {
    return field.col().gt(most.col());
  }

  static Column before(Field field, Field other) {
    return field.col().lt(other.col());
  }

  static Column filled(Field text) {
    return text.col().isNotNull().and(trim(text.col()).notEqual(""));
  }

  static Column isTrue(Field truth) {
    return coalesce(truth.col(), lit(false));
  }

  static Column anyBelow(int least, Field... fields) {
    return any(Arrays.asList(fields), field -> below(field, least));
  }

  /** Whether any of {@code fields} meets the condition; those without a value do not. */
  static Column any(Collection<Field> fields, Function<Field, Column> condition) {
    return fields.stream()
        .map(field -> coalesce(condition.apply(field), lit(false)))
        .reduce(Column::or)
        .orElseGet(() -> lit(false));
  }

  /** {@code later} comes more than {@code days} days of 24 hours after {@code earlier}. */
  static Column daysApart(Column earlier, Column later, long days) {
    return unix_seconds(later).minus(unix_seconds(earlier)).gt(days * DAY_SECONDS);
  }

  /** The local day of a moment. */
  static Column day(Field time) {
    return to_date(LineFunctions.wallClock(time.col(), RawLines.ZONE.col()));
  }

  /** Local midnight before a moment: what a time without an hour is read as. */
  static Column midnight(Field time) {
    Column zone = RawLines.ZONE.col();
    return to_utc_timestamp(date_trunc("day", LineFunctions.wallClock(time.col(), zone)), zone);
  }
}
