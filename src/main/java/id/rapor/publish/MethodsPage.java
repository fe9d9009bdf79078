package id.rapor.publish;

import id.rapor.table.Files;
import id.rapor.table.Provenance;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The page about how an edition was made.
 *
 * @param inputs the files that it was made of, by source and name
 * @param more about those that are not listed
 */
record MethodsPage(
    String name,
    String fingerprint,
    String settingsHash,
    String codeVersion,
    List<Input> inputs,
    String more) {
  /** The file of the page, without the ending. */
  static final String FILE = "methods";

  private static final int LISTED = 500;
  private static final Column[] INPUT = {
    Provenance.SOURCE.col(), Provenance.FILE.col(), Files.CONTENT_HASH.col()
  };

  MethodsPage {
    inputs = List.copyOf(inputs);
  }

  /** One file, with the SHA-256 of its bytes. */
  record Input(String source, String file, String hash) {}

  /** The page in the language of {@code labels}. */
  static MethodsPage of(Contents contents, Labels labels) {
    Dataset<Row> files = contents.files().select(INPUT).distinct();
    long all = files.count();
    FigureText text = new FigureText(labels, contents.settings().currency());
    return new MethodsPage(
        labels.text("methods_title"),
        contents.fingerprint(),
        contents.settingsHash(),
        contents.codeVersion(),
        files.orderBy(INPUT).limit(LISTED).collectAsList().stream()
            .map(row -> new Input(row.getString(0), row.getString(1), row.getString(2)))
            .toList(),
        all > LISTED ? labels.text("inputs_more", text.whole(LISTED), text.whole(all)) : "");
  }
}
