package id.rapor.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.try_to_timestamp;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Field;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Reads a text as a value of a column's type; a text that is none gives null, so that a rule can
 * tell it from an empty one.
 */
final class Typing {
  private static final String DAY = "^\\d{4}-\\d{2}-\\d{2}$";
  private static final String LOCAL =
      "^\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?$";
  private static final String OFFSET =
      "^\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)? ?(Z|[+-]\\d{2}(:?\\d{2})?)$";

  private Typing() {}

  /**
   * {@code text} as a value of {@code field}.
   *
   * @param patterns for times: patterns tried in turn; without any, ISO 8601
   * @param zone for times: the zone of a wall-clock time
   */
  static Column value(Field field, Column text, List<String> patterns, Column zone) {
    if (field.type().equals(Field.TIME)) {
      return patterns.isEmpty() ? isoTime(text, zone) : patternTime(text, patterns, zone);
    }
    if (field.type().equals(Field.TRUTH)) {
      return truth(text);
    }
    if (field.type().equals(Field.REAL)) {
      Column number = text.try_cast(DataTypes.DoubleType);
      return when(text.rlike("\\d"), number);
    }
    return field.type().equals(Field.TEXT) ? text : text.try_cast(field.type());
  }

  private static Column truth(Column text) {
    Column plain = lower(text);
    return when(plain.isin("true", "t", "yes", "y", "ya", "1"), lit(true))
        .when(plain.isin("false", "f", "no", "n", "tidak", "0"), lit(false));
  }

  private static Column isoTime(Column text, Column zone) {
    Column timed = regexp_replace(text, "([T ]\\d{2}:\\d{2}) ?(Z|[+-])", "$1:00$2");
    Column normal = regexp_replace(timed, " ?([+-]\\d{2}):?(\\d{2})$", "$1:$2");
    Column whole = when(normal.rlike("[+-]\\d{2}$"), concat(normal, lit(":00"))).otherwise(normal);
    return when(
            text.rlike(DAY).or(text.rlike(LOCAL)),
            to_utc_timestamp(text.try_cast(Field.TIME), zone))
        .when(text.rlike(OFFSET), whole.try_cast(Field.TIME));
  }

  private static Column patternTime(Column text, List<String> patterns, Column zone) {
    Column[] tried =
        patterns.stream()
            .map(
                pattern -> {
                  Column read = try_to_timestamp(text, lit(pattern));
                  return namesZone(pattern) ? read : to_utc_timestamp(read, zone);
                })
            .toArray(Column[]::new);
    return coalesce(tried);
  }

  private static boolean namesZone(String pattern) {
    return pattern.replaceAll("'[^']*'", "").matches(".*[XxZzVO].*");
  }
}
