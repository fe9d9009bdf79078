package id.rapor;

import id.rapor.pipeline.Engine;
import org.apache.spark.sql.SparkSession;

/** The one Spark session that all tests of a run share. */
public final class TestSpark {
  private static final SparkSession SESSION = start();

  private TestSpark() {}

  public static SparkSession session() {
    return SESSION;
  }

  private static SparkSession start() {
    System.setProperty("spark.ui.enabled", "false");
    System.setProperty("spark.sql.shuffle.partitions", "2");
    System.setProperty(
        "spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/rapor-spark-warehouse");
    return Engine.start();
  }
}
