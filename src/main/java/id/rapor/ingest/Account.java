package id.rapor.ingest;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What became of one file's lines, as of the delivery that read it.
 *
 * @param accepted lines that became the truth
 * @param refused lines in quarantine
 */
public record Account(
    String source,
    String file,
    String feed,
    String contentHash,
    long bytes,
    long delivery,
    long lines,
    long accepted,
    long refused) {

  public Account {
    if (lines < accepted + refused) {
      throw new IllegalArgumentException(
          "Cannot account for " + file + ": more lines came out than went in");
    }
  }

  /** Lines that an older or identical version of a row carried. */
  public long superseded() {
    return lines - accepted - refused;
  }

  /** This account as a row of {@link id.rapor.table.Files}. */
  public Row row(String runId) {
    return RowFactory.create(
        source,
        file,
        feed,
        contentHash,
        bytes,
        lines,
        accepted,
        superseded(),
        refused,
        delivery,
        runId);
  }
}
