package id.rapor.pipeline;

import id.rapor.detect.Review;
import id.rapor.publish.Dossier;
import id.rapor.reference.Reference;
import id.rapor.table.Detectors;
import id.rapor.table.Findings;
import id.rapor.table.Measurements;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Takes findings out of the warehouse for those who look into them. */
public final class FindingExport {
  private FindingExport() {}

  /**
   * Writes the workbook and the page into {@code folder}.
   *
   * @param engine starts Spark, once the request is known to make sense
   * @param request the findings of its period, or without one all that there are
   * @return how many findings they hold
   * @throws id.rapor.settings.UserError if the folder lies where editions are published
   */
  public static long export(Supplier<SparkSession> engine, Request request, Path folder) {
    Path place = Apart.from(request.data(), folder);
    Reference reference = Runner.reference(request, "export findings");
    SparkSession spark = engine.get();
    Warehouse tables = new Warehouse(spark, request.warehouse());
    Dataset<Row> all = tables.demand(Findings.TABLE);
    Dataset<Row> findings =
        request
            .period()
            .map(
                period ->
                    all.where(
                        Measurements.PERIOD
                            .col()
                            .between(period.first().toString(), period.last().toString())))
            .orElse(all);
    return new Dossier(
            request.settings(),
            findings,
            DecisionFile.read(spark, request.data()),
            Review.DECISIONS,
            tables.demand(Detectors.TABLE),
            Named.agencies(spark, reference, tables),
            reference.services(spark))
        .write(place);
  }
}
