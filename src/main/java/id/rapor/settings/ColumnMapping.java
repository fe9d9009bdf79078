package id.rapor.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where one column of a feed comes from. Exactly one of {@code from}, {@code constant} and {@code
 * expression} is given; in YAML a bare text means {@code from}.
 *
 * @param from names of source columns; the first that is present and not empty counts. In a JSON
 *     document a name that begins with {@code /} is a field of the document outside the array
 * @param constant the same value for every row
 * @param expression Spark SQL over the source's columns
 * @param form how its values are written
 * @param codes source code to feed code
 * @param otherwise what a code becomes that {@code codes} lacks; without it such a code stays
 */
public record ColumnMapping(
    List<String> from,
    Optional<String> constant,
    Optional<String> expression,
    ValueForm form,
    Map<String, String> codes,
    Optional<String> otherwise) {

  public ColumnMapping {
    from = List.copyOf(from);
    // Map.copyOf has another order in every run, which would change the settings' fingerprint.
    codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
  }

  /** A column that only bears another name. */
  public static ColumnMapping renamed(String from) {
    return new ColumnMapping(
        List.of(from),
        Optional.empty(),
        Optional.empty(),
        ValueForm.PLAIN,
        Map.of(),
        Optional.empty());
  }
}
