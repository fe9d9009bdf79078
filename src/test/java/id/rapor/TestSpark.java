package id.rapor;

import id.rapor.pipeline.Engine;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/** The one Spark session that all tests of a run share. */
public final class TestSpark {
  private static final SparkSession SESSION = start();

  private TestSpark() {}

  public static SparkSession session() {
    return SESSION;
  }

  /** Does {@code work} with plans that are compiled, as those of large nations are. */
  public static void compiling(Runnable work) {
    Map<String, String> compiled =
        Map.of("spark.sql.codegen.wholeStage", "true", "spark.sql.codegen.factoryMode", "FALLBACK");
    RuntimeConfig conf = SESSION.conf();
    Map<String, String> before = new HashMap<>();
    compiled.keySet().forEach(key -> before.put(key, conf.get(key)));
    compiled.forEach(conf::set);
    try {
      work.run();
    } finally {
      before.forEach(conf::set);
    }
  }

  private static SparkSession start() {
    System.setProperty("spark.ui.enabled", "false");
    System.setProperty("spark.sql.shuffle.partitions", "2");
    System.setProperty(
        "spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/rapor-spark-warehouse");
    return Engine.start();
  }
}
