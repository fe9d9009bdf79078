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
 * @param counted what was counted of the lines, once and for all
 * @param accounts one for each file
 */
public record Intake(
    Feed feed,
    Dataset<Row> decided,
    Dataset<Row> accepted,
    Dataset<Row> refused,
    Counted counted,
    List<Account> accounts)
    implements AutoCloseable {

  /** What became of the lines of each file, agency and month: rows to add. */
  public Dataset<Row> deliveredLines() {
    return counted.deliveredLines();
  }

  /** What each file looked like: rows to add. */
  public Dataset<Row> profiles() {
    return counted.profiles();
  }

  /** Two lots of delivered lines as one, each key once. */
  public static Dataset<Row> merged(Dataset<Row> before, Dataset<Row> anew) {
    return Counted.merged(before, anew);
  }

  /** The same with {@code marked} for the accepted rows. */
  Intake accepting(Dataset<Row> marked) {
    return new Intake(feed, decided, marked, refused, counted, accounts);
  }

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
