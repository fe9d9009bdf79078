package id.rapor.ingest;

import id.rapor.settings.Source;
import java.io.Serializable;
import java.util.List;

/**
 * How the records of a file are laid out. Files of one source with equal layouts are read together.
 *
 * @param format CSV, JSON, XES or Parquet
 * @param columns names of the source's columns in the order in which a record carries them; where
 *     records have names of their own, those that the mapping asks for: a name that begins with
 *     {@code /} is a field of the document, and dots lead into nested objects
 * @param identifiers places in {@code columns} whose values point at persons
 * @param csv how CSV is written; of JSON the encoding
 * @param records name of the array in a JSON document, with dots where objects lead to it; empty
 *     for JSON lines, or where the document is itself an array
 */
record Layout(
    Source.Format format,
    List<String> columns,
    List<Integer> identifiers,
    CsvForm csv,
    String records)
    implements Serializable {

  /** Whether a record has names of its own, and is kept as a whole beside its columns. */
  boolean isNamed() {
    return format != Source.Format.CSV;
  }

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
