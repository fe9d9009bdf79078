package id.rapor.publish;

import id.rapor.table.Agencies;
import id.rapor.text.Language;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** The name of an agency, service, metric or detector in the language of the page. */
final class Names {
  private Names() {}

  /** The name in {@code language}, else in the other one, else the code. */
  static String of(Row row, Language language, String code) {
    Optional<String> indonesian = Cells.text(row, Agencies.NAME_ID).filter(Names::isFilled);
    Optional<String> english = Cells.text(row, Agencies.NAME_EN).filter(Names::isFilled);
    Optional<String> first = language == Language.INDONESIAN ? indonesian : english;
    Optional<String> second = language == Language.INDONESIAN ? english : indonesian;
    return first.or(() -> second).orElse(code);
  }

  private static boolean isFilled(String name) {
    return !name.isBlank();
  }
}
