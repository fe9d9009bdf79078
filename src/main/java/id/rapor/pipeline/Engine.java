package id.rapor.pipeline;

import id.rapor.ingest.LineFunctions;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.SparkSession;

/**
 * The Spark session, with what Rapor relies on and no more: Delta, UTC, and one partition for the
 * logs of small tables. The master is never set here: the launcher or spark-submit does.
 */
public final class Engine {
  private static final String COMPILES_ALL = "-XX:-DontCompileHugeMethods";
  private static final AtomicBoolean VERBOSE = new AtomicBoolean();

  private Engine() {}

  /** Shows Spark's own log from now on. */
  public static void speakUp() {
    VERBOSE.set(true);
  }

  /** The session at hand, or a new one. */
  public static SparkSession start() {
    SparkSession spark =
        SparkSession.builder()
            .appName("Rapor")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.sql.catalog." + LineFunctions.NAME, LineFunctions.class.getName())
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.databricks.delta.snapshotPartitions", "1")
            // Keys, period and status stand first; statistics of more columns are never asked for.
            .config("spark.databricks.delta.properties.defaults.dataSkippingNumIndexedCols", "8")
            .config("spark.sql.icu.caseMappings.enabled", "false")
            // Lines on their way are read once or twice: to squeeze them costs more than it spares.
            .config("spark.sql.inMemoryColumnarStorage.compressed", "false")
            .config("spark.sql.codegen.hugeMethodLimit", longestMethod())
            // The sums of all metrics stand side by side; Spark would interpret what is wider than
            // 100.
            .config("spark.sql.codegen.maxFields", "500")
            .getOrCreate();
    spark.conf().set("spark.sql.session.timeZone", "UTC");
    spark.sparkContext().setLogLevel(VERBOSE.get() ? "INFO" : "ERROR");
    return spark;
  }

  /**
   * Up to how many bytes of code operators are fused into one method. HotSpot compiles none longer
   * than 8,000 unless it is told to, as the launchers do, and those far longer badly: checking
   * lines fits, and takes two thirds of the time.
   */
  private static String longestMethod() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().contains(COMPILES_ALL)
        ? "32000"
        : "8000";
  }
}
