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
 * What the columns of published tables mean, in Indonesian; their own tables tell it in English.
 */
final class Meanings {
  private static final Properties INDONESIAN = read();

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

  private static Properties read() {
    try (InputStream in = Meanings.class.getResourceAsStream("columns_id.properties")) {
      Properties read = new Properties();
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
