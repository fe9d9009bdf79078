package id.rapor.ingest;

import static org.apache.spark.sql.functions.format_string;

import id.rapor.table.Drifts;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The ways in which a file may differ from those before it, and how each is told. */
enum DriftKind {
  COLUMN_VANISHED(
      "Column %1$s, which the file before had, is gone.",
      "Kolom %1$s, yang ada di berkas sebelumnya, tidak ada lagi."),
  COLUMN_APPEARED(
      "Column %1$s is there, which the file before lacked.",
      "Kolom %1$s ada, padahal tidak ada di berkas sebelumnya."),
  TYPE_CHANGED(
      "Of column %1$s, %3$s of the values are of its type; before it was %2$s.",
      "Pada kolom %1$s, %3$s isian sesuai jenisnya; sebelumnya %2$s."),
  NEW_CODE(
      "Column %1$s has codes that its source never delivered (%2$s were known): %3$s.",
      "Kolom %1$s memuat kode yang belum pernah dikirim sumbernya (dikenal %2$s): %3$s."),
  VOLUME_FELL(
      "The file has %3$s lines; those before had %2$s in the middle.",
      "Berkas memuat %3$s baris; berkas sebelumnya bermedian %2$s.");

  private final String sentenceEn;
  private final String sentenceId;

  DriftKind(String sentenceEn, String sentenceId) {
    this.sentenceEn = sentenceEn;
    this.sentenceId = sentenceId;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Rows with column, before and now, and with the sentences that tell of them. */
  Dataset<Row> tell(Dataset<Row> rows) {
    return rows.withColumn(Drifts.SENTENCE_EN.name(), sentence(sentenceEn))
        .withColumn(Drifts.SENTENCE_ID.name(), sentence(sentenceId));
  }

  private static Column sentence(String form) {
    return format_string(form, Drifts.COLUMN.col(), Drifts.BEFORE.col(), Drifts.NOW.col());
  }
}
