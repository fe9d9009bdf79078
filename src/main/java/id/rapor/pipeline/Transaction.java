package id.rapor.pipeline;

import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One change of one table, which Delta makes once, however often it is asked for.
 *
 * @param name what it is known by
 */
record Transaction(String name) {
  private static final String APPLICATION = "txnAppId";
  private static final String VERSION = "txnVersion";
  private static final String FOR_MERGES = "spark.databricks.delta.write.";

  /** A writer of {@code rows} in this transaction. */
  DataFrameWriter<Row> writer(Dataset<Row> rows) {
    return rows.write().option(APPLICATION, name).option(VERSION, 1);
  }

  /**
   * A session in which a merge is this transaction: it takes it from there alone. One of its own,
   * as several tables are written side by side.
   */
  SparkSession session(SparkSession spark) {
    SparkSession own = spark.newSession();
    CollectionConverters.asJava(spark.conf().getAll())
        .forEach(
            (key, value) -> {
              if (own.conf().isModifiable(key)) {
                own.conf().set(key, value);
              }
            });
    own.conf().set(FOR_MERGES + APPLICATION, name);
    own.conf().set(FOR_MERGES + VERSION, 1);
    return own;
  }
}
