package id.rapor.ingest;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import id.rapor.settings.ValueForm.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Numbers as people write them: with a currency before or after, digits in groups of three, a
 * decimal comma or point, a dash for no cents, in brackets where negative, with a word for
 * thousands or millions, or a percent sign (which divides by a hundred).
 */
final class WrittenNumber {
  private static final String CURRENCY = "(?:rp\\.?|idr|usd|us\\$|eur|[$€£])";
  private static final int SIGN = 1;
  private static final int INNER_SIGN = 2;
  private static final int WHOLE = 3;
  private static final int DECIMALS = 4;
  private static final int WORD = 5;

  /** What stands behind a number, with what it multiplies it by. */
  private static final Map<String, String> FACTORS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("", "1"),
              Map.entry("%", "0.01"),
              Map.entry("rb", "1000"),
              Map.entry("ribu", "1000"),
              Map.entry("k", "1000"),
              Map.entry("thousand", "1000"),
              Map.entry("jt", "1000000"),
              Map.entry("juta", "1000000"),
              Map.entry("million", "1000000"),
              Map.entry("miliar", "1000000000"),
              Map.entry("milyar", "1000000000"),
              Map.entry("billion", "1000000000"),
              Map.entry("triliun", "1000000000000"),
              Map.entry("trillion", "1000000000000")));

  private WrittenNumber() {}

  /**
   * {@code text} as a number of {@code type}; null where it is none in that form, where its groups
   * are not of three digits, or where a whole number has decimals.
   */
  static Column read(Column text, Numbers form, DataType type) {
    String parts = form == Numbers.INDONESIAN ? parts("\\.", ",") : parts(",", "\\.");
    Column sign =
        when(concat(part(text, parts, SIGN), part(text, parts, INNER_SIGN)).equalTo(""), "")
            .otherwise("-");
    Column digits =
        concat(
            sign,
            regexp_replace(part(text, parts, WHOLE), "\\D", ""),
            lit("."),
            part(text, parts, DECIMALS));
    Column number =
        digits
            .try_cast(DataTypes.createDecimalType(22, 6))
            .multiply(element_at(factors(), lower(part(text, parts, WORD))));
    return type.equals(DataTypes.LongType) || type.equals(DataTypes.IntegerType)
        ? when(number.equalTo(floor(number)), number.try_cast(type))
        : number.try_cast(type);
  }

  private static Column part(Column text, String parts, int group) {
    return regexp_extract(text, parts, group);
  }

  private static String parts(String group, String point) {
    String whole = "(\\d{1,3}(?:" + group + "\\d{3})+|\\d+)";
    return "(?i)^\\s*([(-]?)\\s*(?:"
        + CURRENCY
        + "\\s*(-?)\\s*)?"
        + whole
        + "(?:"
        + point
        + "(\\d*)-{0,2})?\\s*([a-z%]*?)\\s*"
        + CURRENCY
        + "?\\)?\\s*$";
  }

  private static Column factors() {
    List<Column> pairs = new ArrayList<>();
    FACTORS.forEach(
        (word, factor) -> {
          pairs.add(lit(word));
          pairs.add(lit(new BigDecimal(factor)).cast(DataTypes.createDecimalType(15, 2)));
        });
    return functions.map(pairs.toArray(Column[]::new));
  }
}
