package id.rapor.ingest;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What became of one file's lines, as of the delivery that read it.
 *
 * @param arrivedAt when the file was last changed
 * @param accepted lines that became the truth
 * @param refused lines in quarantine
 */
public record Account(
    String source,
    String file,
    String feed,
    String contentHash,
    long bytes,
    Instant arrivedAt,
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
        runId,
        Timestamp.from(arrivedAt));
  }

  /** One account for each of {@code files}, with lines or without. */
  static List<Account> all(Counted counted, Collection<Arrival> files) {
    Map<Long, Row> byFile = new HashMap<>();
    counted.byFile().forEach(row -> byFile.put(row.getLong(0), row));
    return files.stream()
        .map(file -> of(file, Optional.ofNullable(byFile.get(file.delivery()))))
        .toList();
  }

  private static Account of(Arrival file, Optional<Row> counts) {
    return new Account(
        file.source().name(),
        file.file(),
        file.feed().name(),
        file.contentHash(),
        file.bytes(),
        file.arrivedAt(),
        file.delivery(),
        counts.map(row -> row.getLong(1)).orElse(0L),
        counts.map(row -> row.getLong(2)).orElse(0L),
        counts.map(row -> row.getLong(3)).orElse(0L));
  }
}
