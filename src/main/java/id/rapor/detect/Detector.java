package id.rapor.detect;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Looks for one fault. */
public interface Detector {

  /** What it is, for people and for later stages. */
  DetectorEntry entry();

  /**
   * The leads in {@code scene}, of the months that it is asked for: those of a rule about cases
   * stamped with the month in which the case counts, those of a rule about anything larger with the
   * last of the trailing six months.
   *
   * @return rows in the shape of {@link id.rapor.table.Findings}, as {@link Finding} makes them
   */
  Dataset<Row> find(Scene scene);
}
