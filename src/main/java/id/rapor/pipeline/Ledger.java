package id.rapor.pipeline;

import id.rapor.table.Provenance;
import id.rapor.table.Runs;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The ledger as lines to read, newest first. */
public final class Ledger {
  private static final int NEWEST = 200;

  private Ledger() {}

  /**
   * One line for each table that a run made.
   *
   * @throws id.rapor.settings.UserError if nothing was run yet
   */
  public static List<String> lines(SparkSession spark, Path warehouse) {
    return new Warehouse(spark, warehouse)
            .demand(Runs.TABLE)
            .orderBy(Runs.STARTED_AT.col().desc(), Runs.MADE.col())
            .limit(NEWEST)
            .select(
                Provenance.RUN_ID.col(),
                Runs.MADE.col(),
                Runs.ROWS_IN.col(),
                Runs.ROWS_OUT.col(),
                Runs.ROWS_SUPERSEDED.col(),
                Runs.ROWS_REFUSED.col(),
                Runs.FINGERPRINT.col())
            .collectAsList()
            .stream()
            .map(Ledger::line)
            .toList();
  }

  private static String line(Row row) {
    return String.format(
        Locale.ROOT,
        "%s  %-20s in %,d, out %,d, superseded %,d, refused %,d  %s",
        row.getString(0),
        row.getString(1),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getString(6));
  }
}
