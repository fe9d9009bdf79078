package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What judging makes.
 *
 * @param cases {@link id.rapor.table.JudgedCases#TABLE}
 * @param workingDays {@link id.rapor.table.WorkingDays#TABLE}: every calendar that a case names
 */
public record Judged(Dataset<Row> cases, Dataset<Row> workingDays) {
  public Judged {
    requireNonNull(cases);
    requireNonNull(workingDays);
  }
}
