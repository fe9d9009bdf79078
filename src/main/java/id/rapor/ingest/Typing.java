package id.rapor.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.when;

import id.rapor.settings.ValueForm;
import id.rapor.table.Field;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Reads a text as a value of a column's type; a text that is none gives null, so that a rule can
 * tell it from an empty one.
 */
final class Typing {
  private Typing() {}

  /**
   * {@code text} as a value of {@code field}.
   *
   * @param form how the source writes it
   * @param rowZone for times: the zone of a wall-clock time where the form names none
   */
  static Column value(Field field, Column text, ValueForm form, Column rowZone) {
    if (field.type().equals(Field.TIME)) {
      Column zone = form.zone().map(named -> lit(named.getId())).orElse(rowZone);
      return form.patterns().isEmpty()
          ? LineFunctions.isoTime(text, zone)
          : WrittenTime.read(text, form.patterns(), zone);
    }
    if (field.type().equals(Field.TRUTH)) {
      return truth(text);
    }
    if (field.type().equals(Field.TEXT)) {
      return text;
    }
    if (form.numbers() != ValueForm.Numbers.PLAIN) {
      return WrittenNumber.read(text, form.numbers(), field.type());
    }
    return field.type().equals(Field.REAL)
        ? when(text.rlike("\\d"), text.try_cast(DataTypes.DoubleType))
        : text.try_cast(field.type());
  }

  private static Column truth(Column text) {
    Column plain = lower(text);
    return when(plain.isin("true", "t", "yes", "y", "ya", "1"), lit(true))
        .when(plain.isin("false", "f", "no", "n", "tidak", "0"), lit(false));
  }
}
