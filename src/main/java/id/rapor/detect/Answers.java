package id.rapor.detect;

import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.min;

import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.table.Surveys;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Survey answers as detectors look at them. */
final class Answers {
  private Answers() {}

  /** Every answer with the local month of its agency in {@link Measurements#PERIOD}. */
  static Dataset<Row> dated(Scene scene) {
    Dataset<Row> zones =
        scene
            .table(JudgedCases.TABLE)
            .groupBy(Cases.AGENCY_ID.col())
            .agg(JudgedCases.ZONE.is(min(JudgedCases.ZONE.col())));
    return scene
        .table(Surveys.FEED.table())
        .join(zones, Cases.AGENCY_ID.name())
        .withColumn(
            Measurements.PERIOD.name(), date_format(Kinds.local(Surveys.ANSWERED_AT), "yyyy-MM"));
  }
}
