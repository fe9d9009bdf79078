package id.rapor.ledger;

import id.rapor.table.Runs;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * One table made by one run.
 *
 * @param inputs the tables it was made of, each as {@code name=fingerprint}
 * @param fingerprint hash of all that the table depends on
 */
public record Entry(
    String runId,
    String table,
    List<String> inputs,
    Rows rows,
    String fingerprint,
    String settingsHash,
    String codeVersion,
    Instant startedAt,
    Instant endedAt) {

  /** How many rows came in, went out, were superseded and were refused. */
  public record Rows(long in, long out, long superseded, long refused) {}

  public Entry {
    inputs = List.copyOf(inputs);
  }

  /** This entry as a row of {@link Runs}. */
  public Row row() {
    return RowFactory.create(
        runId,
        table,
        inputs.toArray(String[]::new),
        rows.in(),
        rows.out(),
        rows.superseded(),
        rows.refused(),
        fingerprint,
        settingsHash,
        codeVersion,
        Timestamp.from(startedAt),
        Timestamp.from(endedAt));
  }

  /** For each table the fingerprint with which it was made last. */
  public static Map<String, String> newest(Dataset<Row> runs) {
    Map<String, String> fingerprints = new HashMap<>();
    runs
        .select(Runs.MADE.col(), Runs.FINGERPRINT.col(), Runs.ENDED_AT.col())
        .collectAsList()
        .stream()
        .sorted(Comparator.comparing(row -> row.getTimestamp(2)))
        .forEach(row -> fingerprints.put(row.getString(0), row.getString(1)));
    return fingerprints;
  }
}
