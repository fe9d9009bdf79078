package id.rapor.pipeline;

import id.rapor.detect.Review;
import id.rapor.table.Detectors;
import id.rapor.table.Findings;
import id.rapor.table.Metrics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How detectors stand on the data at hand: for want of what they are silent, and their precision.
 */
public final class Standing {
  private Standing() {}

  /**
   * Sentences about each detector, by its code; none where there is nothing to say.
   *
   * @param data folder with {@code warehouse/}
   * @throws id.rapor.settings.UserError if no run has made the table of detectors, or a decision
   *     cannot be read
   */
  public static Map<String, List<String>> of(SparkSession spark, Path data) {
    Warehouse warehouse = new Warehouse(spark, data.resolve("warehouse"));
    Map<String, List<String>> told = new TreeMap<>();
    for (Row row :
        Detectors.TABLE
            .complete(warehouse.demand(Detectors.TABLE))
            .select(Metrics.CODE.col(), Detectors.LACKS.col())
            .collectAsList()) {
      List<String> lacks = row.isNullAt(1) ? List.of() : row.getList(1);
      if (!lacks.isEmpty()) {
        say(told, row.getString(0), "silent here: the data does not fill " + lacks);
      }
    }
    for (Row row :
        Review.decided(
                Findings.TABLE.complete(warehouse.read(Findings.TABLE)),
                DecisionFile.read(spark, data))
            .collectAsList()) {
      say(
          told,
          row.getString(0),
          "precision here: " + row.getLong(2) + " of " + row.getLong(1) + " decided were referred");
    }
    return told;
  }

  private static void say(Map<String, List<String>> told, String code, String sentence) {
    told.computeIfAbsent(code, any -> new ArrayList<>()).add(sentence);
  }
}
