package id.rapor.publish;

import id.rapor.table.Field;
import id.rapor.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * What the columns of published tables mean and how metrics are computed, in Indonesian; their own
 * tables tell it in English.
 */
final class Meanings {
  private static final Properties INDONESIAN = read("columns_id.properties");
  private static final Properties FORMULAS = read("formulas_id.properties");

  private Meanings() {}

  /** What one row is; in English where there are no Indonesian words. */
  static String row(Table table) {
    return INDONESIAN.getProperty("row_" + table.name(), table.row());
  }

  /** What a column holds; in English where there are no Indonesian words. */
  static String of(Table table, Field field) {
    return INDONESIAN.getProperty(
        table.name() + "." + field.name(), INDONESIAN.getProperty(field.name(), field.meaning()));
  }

  /** How the metric {@code code} is computed; as it says itself where there are no other words. */
  static String formula(String code, String itself) {
    return FORMULAS.getProperty(code, itself);
  }

  private static Properties read(String name) {
    try (InputStream in = Meanings.class.getResourceAsStream(name)) {
      Properties read = new Properties();
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
