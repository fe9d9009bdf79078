package id.rapor.pipeline;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.SparkSession;

/**
 * The Spark session, with what Rapor relies on and no more: Delta, UTC, and one partition for the
 * logs of small tables. The master is never set here: the launcher or spark-submit does.
 */
public final class Engine {
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
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.databricks.delta.snapshotPartitions", "1")
            .getOrCreate();
    spark.conf().set("spark.sql.session.timeZone", "UTC");
    spark.sparkContext().setLogLevel(VERBOSE.get() ? "INFO" : "ERROR");
    return spark;
  }

  /**
   * Does {@code work} one projection after another. Spark would fold the many small steps of
   * judging a case into one, repeating each where it is used, and fuse that into a Java function
   * longer than the 64 KB that the JVM allows.
   */
  static void stepByStep(Runnable work) {
    SparkSession spark = SparkSession.active();
    Map<String, String> steps =
        Map.of(
            "spark.sql.optimizer.excludedRules",
            "org.apache.spark.sql.catalyst.optimizer.CollapseProject");
    steps.forEach((name, value) -> spark.conf().set(name, value));
    try {
      work.run();
    } finally {
      steps.keySet().forEach(name -> spark.conf().unset(name));
    }
  }
}
