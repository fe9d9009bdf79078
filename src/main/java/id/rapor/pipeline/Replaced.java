package id.rapor.pipeline;

import id.rapor.table.CheckedLines;
import id.rapor.table.Provenance;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The rows of a table that those of one run take the place of. They are known by file and line, so
 * that two numbers of every row are read to find them, and not its key. Few are listed, which
 * spares a join with the whole table.
 *
 * @param rows {@link CheckedLines#REPLACED} of each
 * @param listed the first of them
 * @param runId the run
 */
record Replaced(Dataset<Row> rows, List<Long> listed, String runId) {
  private static final int MOST_LISTED = 50_000;

  /** What {@code rows} replace, in the shape of {@link CheckedLines#accepted}. */
  static Replaced by(Dataset<Row> rows) {
    Dataset<Row> replacing = rows.where(CheckedLines.REPLACED.col().isNotNull());
    Dataset<Row> replaced = replacing.select(CheckedLines.REPLACED.col());
    List<Long> listed = replaced.as(Encoders.LONG()).takeAsList(MOST_LISTED + 1);
    String runId =
        listed.isEmpty()
            ? ""
            : replacing.select(Provenance.RUN_ID.col()).as(Encoders.STRING()).first();
    return new Replaced(replaced, listed, runId);
  }

  boolean isEmpty() {
    return listed.isEmpty();
  }

  boolean few() {
    return listed.size() <= MOST_LISTED;
  }

  /** SQL that is true of the rows that go and, as Delta asks, of those that come. */
  String sql() {
    return "%s = '%s' OR (%s)".formatted(Provenance.RUN_ID.name(), runId, Provenance.among(listed));
  }

  /** {@code added} rows, and beside them one for each that goes. */
  Dataset<Row> beside(Dataset<Row> added) {
    return added.unionByName(rows, true);
  }

  /** Whether a held row is the one that goes. */
  static Column goes() {
    return Provenance.place(Warehouse.HELD).equalTo(CheckedLines.REPLACED.in(Warehouse.NEW));
  }

  /** Whether what stands {@link #beside} comes. */
  static Column comes() {
    return CheckedLines.REPLACED.in(Warehouse.NEW).isNull();
  }
}
