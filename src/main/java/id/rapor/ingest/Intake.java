package id.rapor.ingest;

import id.rapor.table.Feed;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What one delivery brings to one feed, read and accounted for but not yet written.
 *
 * @param accepted rows to upsert, in the feed's table's shape
 * @param refused rows to add to quarantine
 * @param accounts one for each file
 * @param release gives back what is held in memory and on disk until {@link #close}
 */
public record Intake(
    Feed feed,
    Dataset<Row> accepted,
    Dataset<Row> refused,
    List<Account> accounts,
    Runnable release)
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
    release.run();
  }
}
