package id.rapor.detect;

import static org.apache.spark.sql.functions.format_number;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.translate;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Puts numbers into sentences as Columns, in the reader's form. */
final class Phrases {
  /** Ends every Indonesian sentence about a finding. */
  static final String LEAD_ID = " Ini indikasi awal, bukan bukti pelanggaran.";

  /** Ends every English sentence about a finding. */
  static final String LEAD_EN = " This is a lead, not a finding of wrongdoing.";

  private Phrases() {}

  /** {@code amount} with dots between thousands and a decimal comma: {@code 1.350.000,5}. */
  static Column indonesian(Column amount, int decimals) {
    return translate(english(amount, decimals), ",.", ".,");
  }

  /**
   * {@code amount} with commas between thousands and a decimal point: {@code 1,350,000.5}; whole
   * ones without decimals.
   */
  static Column english(Column amount, int decimals) {
    return regexp_replace(format_number(amount, decimals), "\\.0+$", "");
  }

  /** Texts and Columns in a row; null if any Column is. */
  static Column sentence(Object... parts) {
    List<Column> columns = new ArrayList<>();
    for (Object part : parts) {
      columns.add(part instanceof Column column ? column : lit(part));
    }
    return functions.concat(columns.toArray(Column[]::new));
  }
}
