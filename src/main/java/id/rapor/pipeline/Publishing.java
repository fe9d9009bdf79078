package id.rapor.pipeline;

import id.rapor.publish.Backdrop;
import id.rapor.publish.Contents;
import id.rapor.publish.Disclosure;
import id.rapor.publish.Edition;
import id.rapor.publish.Publication;
import id.rapor.publish.SmallCells;
import id.rapor.settings.Period;
import id.rapor.table.Agencies;
import id.rapor.table.ControlCharts;
import id.rapor.table.Detectors;
import id.rapor.table.ExpectedDeliveries;
import id.rapor.table.Files;
import id.rapor.table.Findings;
import id.rapor.table.Funnels;
import id.rapor.table.League;
import id.rapor.table.Levers;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.ReportCards;
import id.rapor.table.Revisions;
import id.rapor.table.Scorecards;
import id.rapor.table.Sensitivities;
import id.rapor.table.Services;
import id.rapor.table.Shorthand;
import id.rapor.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Publishes the periods of a run. */
final class Publishing {
  private Publishing() {}

  static List<Edition> publish(Job job, Lineage lineage) {
    Warehouse tables = job.warehouse();
    Disclosure disclosure = disclosure(job);
    Dataset<Row> measurements = disclosure.measurements(tables.read(Measurements.TABLE)).cache();
    Dataset<Row> league =
        disclosure.league(tables.read(League.TABLE), job.request().settings().leagues()).cache();
    Shelf shelf = shelf(job, disclosure);
    Backdrop backdrop = backdrop(job, measurements, disclosure);
    try {
      return SideBySide.each(
          published(job),
          period ->
              Publication.publish(
                  contents(job, lineage, shelf, period, league, measurements, backdrop),
                  job.request().published(),
                  job.request().release(period)));
    } finally {
      disclosure.hidden().unpersist();
      measurements.unpersist();
      league.unpersist();
      List.of(
              backdrop.charts(),
              backdrop.scorecards(),
              backdrop.funnels(),
              backdrop.sensitivities(),
              backdrop.levers())
          .forEach(Dataset::unpersist);
    }
  }

  /** What all editions of all periods revise, as their folders tell. */
  static long revisions(Job job) {
    String all = job.request().published().resolve("*/*/revisions.parquet").toString();
    return job.warehouse()
        .replace(Revisions.TABLE, job.spark().read().schema(Revisions.TABLE.schema()).parquet(all));
  }

  /** What is hidden: of all periods at once, as what one publishes may tell what another hides. */
  private static Disclosure disclosure(Job job) {
    Warehouse tables = job.warehouse();
    return new Disclosure(
        SmallCells.hidden(
                tables.read(Measurements.TABLE),
                tables.read(Metrics.TABLE),
                SmallCells.before(job.spark(), job.request().published()))
            .cache());
  }

  private static Backdrop backdrop(Job job, Dataset<Row> measurements, Disclosure disclosure) {
    Warehouse tables = job.warehouse();
    return new Backdrop(
        Backdrop.charts(tables.read(ControlCharts.TABLE), measurements).cache(),
        Backdrop.monthly(tables.read(Scorecards.TABLE)).cache(),
        tables.read(Funnels.TABLE).cache(),
        tables.read(Sensitivities.TABLE).cache(),
        disclosure.aboutMetrics(tables.read(Levers.TABLE)).cache(),
        job.reference().standards(job.spark()),
        job.reference().regions(job.spark()),
        job.reference().ratesOf());
  }

  /** All that every edition needs, read once. */
  private static Shelf shelf(Job job, Disclosure disclosure) {
    Warehouse tables = job.warehouse();
    Map<Table, Dataset<Row>> wanted = new LinkedHashMap<>();
    for (Table table :
        List.of(Metrics.TABLE, Detectors.TABLE, Files.TABLE, ExpectedDeliveries.TABLE)) {
      wanted.put(table, tables.read(table));
    }
    wanted.put(PerspectiveScores.TABLE, Disclosure.reasons(tables.read(PerspectiveScores.TABLE)));
    wanted.put(Shorthand.SCORECARDS, Disclosure.scorecards(tables.read(Scorecards.TABLE)));
    wanted.put(ReportCards.TABLE, disclosure.aboutMetrics(tables.read(ReportCards.TABLE)));
    wanted.put(Agencies.TABLE, Agencies.TABLE.complete(job.agencies()));
    wanted.put(Services.TABLE, job.reference().services(job.spark()));
    wanted.put(
        Findings.TABLE,
        Findings.TABLE.complete(
            tables
                .read(Findings.TABLE)
                .select(Measurements.PERIOD.col(), Findings.DETECTOR.col())));
    Shelf shelf = new Shelf(job.spark());
    SideBySide.each(
        List.copyOf(wanted.entrySet()),
        one -> {
          shelf.take(one.getKey(), one.getValue());
          return one.getKey();
        });
    return shelf;
  }

  private static Contents contents(
      Job job,
      Lineage lineage,
      Shelf shelf,
      Period period,
      Dataset<Row> league,
      Dataset<Row> measurements,
      Backdrop backdrop) {
    return new Contents(
        job.request().settings(),
        period,
        job.asOf(),
        lineage.published(),
        job.request().settingsHash(),
        lineage.referenceHash(),
        lineage.codeVersion(),
        league,
        shelf.of(Shorthand.SCORECARDS, period),
        shelf.of(PerspectiveScores.TABLE, period),
        measurements,
        shelf.of(ReportCards.TABLE, period),
        shelf.all(Metrics.TABLE),
        shelf.all(Detectors.TABLE),
        shelf.all(Agencies.TABLE),
        shelf.all(Services.TABLE),
        shelf.all(Files.TABLE),
        shelf.all(ExpectedDeliveries.TABLE),
        shelf.of(Findings.TABLE, period),
        backdrop);
  }

  /**
   * The periods that are published: those computed, without the one before a period that was asked
   * for.
   */
  static List<Period> published(Job job) {
    return job.request().period().map(List::of).orElseGet(job::periods);
  }
}
