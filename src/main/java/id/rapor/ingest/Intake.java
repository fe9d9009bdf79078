package id.rapor.ingest;

import id.rapor.table.Feed;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What one delivery brings to one feed, read and accounted for but not yet written.
 *
 * @param decided all its lines with what becomes of each; persisted until {@link #close}
 * @param accepted rows to upsert, in the feed's table's shape
 * @param refused rows to add to quarantine
 * @param accounts one for each file
 */
public record Intake(
    Feed feed,
    Dataset<Row> decided,
    Dataset<Row> accepted,
    Dataset<Row> refused,
    List<Account> accounts)
    implements AutoCloseable {

  public long lines() {
    return accounts.stream().mapToLong(Account::lines).sum();
  }

  public long acceptedLines() {
    return accounts.stream().mapToLong(Account::accepted).sum();
  }

  public long refusedLines() {
    return accounts.stream().mapToLong(Account::refused).sum();
  }

  /** Gives back what the lines hold in memory and on disk. */
  @Override
  public void close() {
    decided.unpersist();
  }
}
