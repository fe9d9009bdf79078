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
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Publishes the periods of a run. */
final class Publishing {
  private Publishing() {}

  static List<Edition> publish(Job job, Lineage lineage) {
    Warehouse tables = job.warehouse();
    List<Dataset<Row>> held =
        List.of(
                League.TABLE,
                Scorecards.TABLE,
                PerspectiveScores.TABLE,
                Measurements.TABLE,
                Findings.TABLE)
            .stream()
            .map(table -> tables.read(table).cache())
            .toList();
    Dataset<Row> agencies = Agencies.TABLE.complete(job.agencies()).cache();
    Dataset<Row> services = job.reference().services(job.spark()).cache();
    List<Edition> editions = new ArrayList<>();
    for (Period period : published(job)) {
      editions.add(
          Publication.publish(
              new Contents(
                  job.request().settings(),
                  period,
                  job.asOf(),
                  lineage.published(),
                  job.request().settingsHash(),
                  lineage.codeVersion(),
                  held.get(0),
                  held.get(1),
                  held.get(2),
                  held.get(3),
                  tables.read(Metrics.TABLE),
                  tables.read(Detectors.TABLE),
                  agencies,
                  services,
                  tables.read(Files.TABLE),
                  held.get(4)),
              job.request().published()));
    }
    held.forEach(Dataset::unpersist);
    return editions;
  }

  /**
   * The periods that are published: those computed, without the one before a period that was asked
   * for.
   */
  static List<Period> published(Job job) {
    return job.request().period().map(List::of).orElseGet(job::periods);
  }
}
