package id.rapor.pipeline;

import id.rapor.ingest.Delivery.Known;
import id.rapor.reference.Reference;
import id.rapor.table.Agencies;
import id.rapor.table.Budgets;
import id.rapor.table.Cases;
import id.rapor.table.Staffing;
import id.rapor.table.Surveys;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What the reference names, for stages that may not ask it; what it lacks is taken from the data.
 */
final class Named {
  private Named() {}

  /** The agencies of the reference; where it has none, those that any feed names. */
  static Dataset<Row> agencies(SparkSession spark, Reference reference, Warehouse warehouse) {
    if (!reference.agencies().isEmpty()) {
      return reference.agencies(spark);
    }
    Dataset<Row> named =
        List.of(Cases.FEED, Surveys.FEED, Staffing.FEED, Budgets.FEED).stream()
            .map(feed -> warehouse.read(feed.table()).select(Cases.AGENCY_ID.col()))
            .reduce(Dataset::unionAll)
            .orElseThrow()
            .distinct();
    return Agencies.TABLE.complete(named);
  }

  /** What lines are held against when they are read. */
  static Known known(SparkSession spark, Reference reference) {
    return new Known(
        Optional.of(reference)
            .filter(any -> !any.agencies().isEmpty())
            .map(any -> any.agencyDays(spark)),
        Optional.of(reference)
            .filter(any -> !any.regions().isEmpty())
            .map(any -> any.regionDays(spark)),
        Optional.of(reference)
            .filter(any -> !any.services().isEmpty())
            .map(any -> any.services(spark).select(Cases.SERVICE_ID.col()).distinct()));
  }
}
