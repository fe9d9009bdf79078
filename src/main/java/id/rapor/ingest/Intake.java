package id.rapor.ingest;

import id.rapor.table.Feed;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What one delivery brings to one feed, read and accounted for but not yet written.
 *
 * @param accepted rows to put into the feed's table, in the shape of {@link
 *     id.rapor.table.CheckedLines#accepted}
 * @param refused rows to add to quarantine
 * @param counted what was counted of the lines, once and for all
 * @param accounts one for each file
 * @param release gives back what is held in memory and on disk until {@link #close}
 */
public record Intake(
    Feed feed,
    Dataset<Row> accepted,
    Dataset<Row> refused,
    Counted counted,
    List<Account> accounts,
    Runnable release)
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
    return new Intake(feed, marked, refused, counted, accounts, release);
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
    release.run();
  }
}
