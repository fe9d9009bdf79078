package id.rapor.ingest;

import id.rapor.settings.Source;
import java.io.Serializable;
import java.util.List;

/**
 * How the records of a file are laid out. Files of one source with equal layouts are read together.
 *
 * @param format CSV or JSON
 * @param columns names of the source's columns in the order in which a record carries them; for
 *     JSON those that the mapping asks for, where a name that begins with {@code /} is a field of
 *     the document and dots lead into nested objects
 * @param identifiers places in {@code columns} whose values point at persons
 * @param csv how CSV is written; not used for JSON
 * @param records name of the array in a JSON document; empty for JSON lines
 */
record Layout(
    Source.Format format,
    List<String> columns,
    List<Integer> identifiers,
    CsvForm csv,
    String records)
    implements Serializable {

  /** {@link Source.Csv} in a form that travels to workers. */
  record CsvForm(char delimiter, char quote, char escape, String encoding, boolean headerLine)
      implements Serializable {
    static CsvForm of(Source.Csv csv) {
      return new CsvForm(
          csv.delimiter(),
          csv.quote(),
          csv.escape(),
          csv.encoding().name(),
          csv.header().isEmpty());
    }
  }
}
