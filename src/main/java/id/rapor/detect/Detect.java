package id.rapor.detect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import id.rapor.table.Findings;
import id.rapor.table.Measurements;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The stage that makes {@link Findings}: every detector that can work, over every month asked. */
public final class Detect {
  /** Fewer findings than that are no crowd, whatever their share. */
  private static final long MANY = 10;

  private Detect() {}

  /** The leads of the months asked for. */
  public static Dataset<Row> detect(Scene scene) {
    List<Detector> running = DetectorCatalogue.applying(scene.settings());
    Map<String, List<String>> lacks = Silence.of(running, scene);
    return running.stream()
        .filter(detector -> lacks.get(detector.entry().code()).isEmpty())
        .map(detector -> marked(detector.find(scene), detector.entry(), scene))
        .reduce(Dataset::unionByName)
        .orElseGet(() -> scene.spark().createDataFrame(List.<Row>of(), Findings.TABLE.schema()));
  }

  /** Says of each finding whether its detector found too many of those that it tested. */
  private static Dataset<Row> marked(Dataset<Row> found, DetectorEntry entry, Scene scene) {
    double most = scene.value(entry, Parameter.MOST_FLAGGED);
    Column count = count(lit(1)).over(Window.partitionBy(Measurements.PERIOD.col()));
    Column crowded = Findings.FLAGGED_SHARE.col().gt(most).and(count.geq(MANY));
    return found
        .withColumn(Findings.FLAGGED_SHARE.name(), count.divide(Findings.TESTS.col()))
        .withColumn(Findings.CROWDED.name(), coalesce(crowded, lit(false)));
  }
}
