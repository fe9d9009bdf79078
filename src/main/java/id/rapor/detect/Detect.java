package id.rapor.detect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;

import id.rapor.settings.Detection;
import id.rapor.table.Findings;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The stage that makes {@link Findings}: every detector that runs, over every month asked for. */
public final class Detect {
  private Detect() {}

  /**
   * The leads of {@code months}. A case counts to the month in which it was closed; an open one to
   * that of as-of.
   */
  public static Dataset<Row> detect(
      Dataset<Row> judged, Collection<YearMonth> months, Detection settings, Instant asOf) {
    Column now =
        date_format(
            from_utc_timestamp(lit(Timestamp.from(asOf)), JudgedCases.ZONE.col()), "yyyy-MM");
    Object[] wanted = months.stream().map(YearMonth::toString).toArray();
    Dataset<Row> dated =
        judged
            .withColumn(Measurements.PERIOD.name(), coalesce(JudgedCases.CLOSED_MONTH.col(), now))
            .where(Measurements.PERIOD.col().isin(wanted));
    return DetectorCatalogue.applying(settings).stream()
        .map(detector -> detector.find(dated, settings))
        .reduce(Dataset::unionByName)
        .orElseGet(
            () ->
                judged
                    .sparkSession()
                    .createDataFrame(java.util.List.<Row>of(), Findings.TABLE.schema()));
  }
}
