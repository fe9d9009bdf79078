package id.rapor.explain;

import id.rapor.pipeline.Warehouse;
import id.rapor.settings.UserError;
import id.rapor.table.Detectors;
import id.rapor.table.Findings;
import id.rapor.table.Leads;
import id.rapor.table.Metrics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Finds a finding and tells what it rests on, down to the lines of the files. */
public final class LeadExplaining {
  private static final int MOST_NAMED = 8;

  private LeadExplaining() {}

  /**
   * The explanation, line by line: the record of the evidence, what was decided, the cases, and
   * every line that was delivered about them.
   *
   * @param warehouse the folder of the tables
   * @param finding its id, or a beginning of it that no other has
   * @param rows how many rows of each feed to show
   * @throws UserError if there is no such finding, or several
   */
  public static List<String> lines(SparkSession spark, Path warehouse, String finding, int rows) {
    Warehouse tables = new Warehouse(spark, warehouse);
    Row found = finding(tables.demand(Findings.TABLE), finding);
    Row detector =
        tables
            .demand(Detectors.TABLE)
            .where(Metrics.CODE.col().equalTo(LeadText.text(found, Findings.DETECTOR)))
            .head();
    List<String> lines = new ArrayList<>(LeadText.lines(detector, found));
    lines.addAll(LeadText.followUp(lead(tables, LeadText.text(found, Findings.FINDING_ID))));
    lines.addAll(new LeadCases(tables, found, rows).lines());
    return lines;
  }

  private static Row finding(Dataset<Row> findings, String id) {
    List<Row> found =
        findings
            .where(Findings.FINDING_ID.col().startsWith(id))
            .orderBy(Findings.FINDING_ID.col())
            .limit(MOST_NAMED)
            .collectAsList();
    if (found.size() == 1) {
      return found.get(0);
    }
    List<String> known =
        found.stream().map(row -> LeadText.text(row, Findings.FINDING_ID)).toList();
    throw new UserError(
        "Cannot explain finding "
            + id
            + (known.isEmpty()
                ? ": there is none of that id; list them with: rapor export findings --to FILE.csv"
                : ": several begin with it, expected one of them, like "
                    + String.join(", ", known)
                    + "."));
  }

  private static Optional<Row> lead(Warehouse tables, String id) {
    return tables
        .demand(Leads.TABLE)
        .where(Findings.FINDING_ID.col().equalTo(id))
        .collectAsList()
        .stream()
        .findFirst();
  }
}
