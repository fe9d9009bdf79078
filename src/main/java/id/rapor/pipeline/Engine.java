package id.rapor.pipeline;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.SparkSession;

/**
 * The Spark session, with what Rapor relies on and no more: Delta, UTC, and one partition for the
 * logs of small tables. The master is never set here: the launcher or spark-submit does.
 */
public final class Engine {
  private static final String FUSED = "spark.sql.codegen.wholeStage";
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
   * Does {@code work} without fusing a stage's operators into one Java function: so many
   * expressions as judging a case takes would make it longer than the 64 KB that the JVM allows,
   * and Spark would try, fail and only then fall back.
   */
  static void inSmallFunctions(Runnable work) {
    SparkSession spark = SparkSession.active();
    String fused = spark.conf().get(FUSED);
    spark.conf().set(FUSED, "false");
    try {
      work.run();
    } finally {
      spark.conf().set(FUSED, fused);
    }
  }
}
