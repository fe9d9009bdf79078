package id.rapor.detect;

import id.rapor.settings.Detection;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Looks for one fault. */
public interface Detector {

  /** What it is, for people and for later stages. */
  DetectorEntry entry();

  /**
   * The leads among {@code cases}.
   *
   * @param cases judged cases with the month in {@link id.rapor.table.Measurements#PERIOD} to which
   *     each counts
   * @return rows in the shape of {@link id.rapor.table.Findings}
   */
  Dataset<Row> find(Dataset<Row> cases, Detection settings);
}
