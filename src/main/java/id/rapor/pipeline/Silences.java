package id.rapor.pipeline;

import id.rapor.table.Detectors;
import id.rapor.table.Metrics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Which detectors stayed silent in the last run, and for want of what. */
public final class Silences {
  private Silences() {}

  /**
   * The columns that each detector missed, by its code.
   *
   * @param warehouse folder of the tables
   * @throws id.rapor.settings.UserError if no run has made the table of detectors
   */
  public static Map<String, List<String>> of(SparkSession spark, Path warehouse) {
    Map<String, List<String>> lacks = new TreeMap<>();
    for (Row row :
        Detectors.TABLE
            .complete(new Warehouse(spark, warehouse).demand(Detectors.TABLE))
            .select(Metrics.CODE.col(), Detectors.LACKS.col())
            .collectAsList()) {
      lacks.put(row.getString(0), row.isNullAt(1) ? List.of() : row.getList(1));
    }
    return lacks;
  }
}
