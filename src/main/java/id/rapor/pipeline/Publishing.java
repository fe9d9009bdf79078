package id.rapor.pipeline;

import id.rapor.publish.Contents;
import id.rapor.publish.Edition;
import id.rapor.publish.Publication;
import id.rapor.settings.Period;
import id.rapor.table.Agencies;
import id.rapor.table.Detectors;
import id.rapor.table.Files;
import id.rapor.table.Findings;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Scorecards;
import id.rapor.table.Services;
import id.rapor.table.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Publishes the periods of a run. */
final class Publishing {
  private Publishing() {}

  static List<Edition> publish(Job job, Lineage lineage) {
    Warehouse tables = job.warehouse();
    Shelf shelf = new Shelf(job.spark());
    for (Table table :
        List.of(
            League.TABLE,
            Scorecards.TABLE,
            PerspectiveScores.TABLE,
            Metrics.TABLE,
            Detectors.TABLE,
            Files.TABLE)) {
      shelf.take(table, tables.read(table));
    }
    shelf.take(Agencies.TABLE, Agencies.TABLE.complete(job.agencies()));
    shelf.take(Services.TABLE, job.reference().services(job.spark()));
    shelf.take(
        Findings.TABLE,
        Findings.TABLE.complete(
            tables
                .read(Findings.TABLE)
                .select(Measurements.PERIOD.col(), Findings.DETECTOR.col())));
    Dataset<Row> measurements = tables.read(Measurements.TABLE).cache();
    try {
      return published(job).stream()
          .map(
              period ->
                  Publication.publish(
                      contents(job, lineage, shelf, period, measurements),
                      job.request().published()))
          .toList();
    } finally {
      measurements.unpersist();
    }
  }

  private static Contents contents(
      Job job, Lineage lineage, Shelf shelf, Period period, Dataset<Row> measurements) {
    return new Contents(
        job.request().settings(),
        period,
        job.asOf(),
        lineage.published(),
        job.request().settingsHash(),
        lineage.codeVersion(),
        shelf.of(League.TABLE, period),
        shelf.of(Scorecards.TABLE, period),
        shelf.of(PerspectiveScores.TABLE, period),
        measurements,
        shelf.all(Metrics.TABLE),
        shelf.all(Detectors.TABLE),
        shelf.all(Agencies.TABLE),
        shelf.all(Services.TABLE),
        shelf.all(Files.TABLE),
        shelf.of(Findings.TABLE, period));
  }

  /**
   * The periods that are published: those computed, without the one before a period that was asked
   * for.
   */
  static List<Period> published(Job job) {
    return job.request().period().map(List::of).orElseGet(job::periods);
  }
}
