package id.rapor.pipeline;

import id.rapor.detect.Detect;
import id.rapor.detect.DetectorCatalogue;
import id.rapor.detect.Excess;
import id.rapor.detect.Review;
import id.rapor.detect.Scene;
import id.rapor.ingest.Drift;
import id.rapor.measure.Catalogue;
import id.rapor.measure.Charts;
import id.rapor.measure.Dependences;
import id.rapor.measure.Inputs;
import id.rapor.measure.Measure;
import id.rapor.measure.Measured;
import id.rapor.reference.DeliveryCalendar;
import id.rapor.reference.Judge;
import id.rapor.reference.JudgeComplaints;
import id.rapor.reference.Judged;
import id.rapor.settings.Scoring;
import id.rapor.table.Budgets;
import id.rapor.table.Cases;
import id.rapor.table.Complaints;
import id.rapor.table.ControlCharts;
import id.rapor.table.Correlations;
import id.rapor.table.DeliveredLines;
import id.rapor.table.Detectors;
import id.rapor.table.Documents;
import id.rapor.table.Drifts;
import id.rapor.table.ExpectedDeliveries;
import id.rapor.table.Feed;
import id.rapor.table.Files;
import id.rapor.table.Findings;
import id.rapor.table.Funnels;
import id.rapor.table.JudgedCases;
import id.rapor.table.JudgedComplaints;
import id.rapor.table.Leads;
import id.rapor.table.League;
import id.rapor.table.Levers;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.NationalRates;
import id.rapor.table.Pauses;
import id.rapor.table.Payments;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Profiles;
import id.rapor.table.ReportCards;
import id.rapor.table.Scorecards;
import id.rapor.table.Sensitivities;
import id.rapor.table.Staffing;
import id.rapor.table.Steps;
import id.rapor.table.Surveys;
import id.rapor.table.Table;
import id.rapor.table.UnexplainedFees;
import id.rapor.table.WorkingDays;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The road from accepted rows to the league: one stage, one table. This list is the lineage, the
 * restart points ({@code --from}, {@code --to}) and the documentation at once. What depends on
 * as-of, the newest time of whatever was accepted, reads the table of files or another that does.
 */
final class Pipeline {
  static final List<Stage> STAGES =
      List.of(
          new Stage(
              JudgedCases.TABLE,
              List.of(table(Cases.FEED), table(Payments.FEED), table(Pauses.FEED), Files.TABLE),
              Pipeline::judgedCases),
          new Stage(
              JudgedComplaints.TABLE,
              List.of(table(Complaints.FEED), Files.TABLE),
              Pipeline::judgedComplaints),
          new Stage(Metrics.TABLE, List.of(), Pipeline::metrics),
          new Stage(
              ExpectedDeliveries.TABLE,
              List.of(DeliveredLines.TABLE, Files.TABLE),
              Pipeline::expectedDeliveries),
          new Stage(Drifts.TABLE, List.of(Profiles.TABLE), Pipeline::drifts),
          new Stage(
              Measurements.TABLE,
              List.of(
                  JudgedCases.TABLE,
                  JudgedComplaints.TABLE,
                  table(Steps.FEED),
                  table(Documents.FEED),
                  table(Payments.FEED),
                  table(Surveys.FEED),
                  table(Staffing.FEED),
                  table(Budgets.FEED),
                  DeliveredLines.TABLE,
                  ExpectedDeliveries.TABLE),
              Pipeline::measurements),
          new Stage(
              Correlations.TABLE,
              List.of(
                  JudgedCases.TABLE,
                  JudgedComplaints.TABLE,
                  table(Steps.FEED),
                  table(Documents.FEED),
                  Files.TABLE),
              Pipeline::correlations),
          new Stage(ControlCharts.TABLE, List.of(Measurements.TABLE), Pipeline::controlCharts),
          new Stage(Detectors.TABLE, Scene.TABLES, Pipeline::detectors),
          new Stage(Findings.TABLE, Scene.TABLES, Pipeline::findings),
          new Stage(
              Leads.TABLE, List.of(Findings.TABLE), List.of(DecisionFile.NAME), Pipeline::leads),
          new Stage(UnexplainedFees.TABLE, List.of(Leads.TABLE), Pipeline::unexplainedFees),
          new Stage(
              PerspectiveScores.TABLE,
              List.of(Measurements.TABLE, Metrics.TABLE, Correlations.TABLE),
              Verdicts::perspectiveScores),
          new Stage(
              Scorecards.TABLE,
              List.of(
                  JudgedCases.TABLE,
                  Measurements.TABLE,
                  PerspectiveScores.TABLE,
                  Metrics.TABLE,
                  Correlations.TABLE),
              Verdicts::scorecards),
          new Stage(
              ReportCards.TABLE, List.of(Measurements.TABLE, Metrics.TABLE), Verdicts::reportCards),
          new Stage(
              League.TABLE,
              List.of(
                  Scorecards.TABLE,
                  PerspectiveScores.TABLE,
                  Measurements.TABLE,
                  Metrics.TABLE,
                  ControlCharts.TABLE),
              List.of(ReplyFile.NAME),
              Verdicts::league),
          new Stage(
              Sensitivities.TABLE,
              List.of(Scorecards.TABLE, Measurements.TABLE, Metrics.TABLE),
              Verdicts::sensitivities),
          new Stage(
              Levers.TABLE,
              List.of(Scorecards.TABLE, Measurements.TABLE, Metrics.TABLE),
              Verdicts::levers),
          new Stage(Funnels.TABLE, List.of(Measurements.TABLE, Metrics.TABLE), Verdicts::funnels));

  private Pipeline() {}

  /** The stage that makes {@code table}, by its place; -1 if none does. */
  static int placeOf(String table) {
    return IntStream.range(0, STAGES.size())
        .filter(place -> STAGES.get(place).made().name().equals(table))
        .findFirst()
        .orElse(-1);
  }

  private static Table table(Feed feed) {
    return feed.table();
  }

  /** Makes the working calendars, which judging finds out on its way, along with the cases. */
  private static long judgedCases(Job job) {
    Judged judged =
        Judge.judge(
            job.cases(),
            job.warehouse().find(table(Payments.FEED)),
            job.warehouse().find(table(Pauses.FEED)),
            job.reference(),
            job.request().settings(),
            job.asOf());
    job.warehouse().replace(WorkingDays.TABLE, judged.workingDays());
    return job.warehouse().replace(JudgedCases.TABLE, judged.cases());
  }

  private static long judgedComplaints(Job job) {
    return job.warehouse()
        .replace(
            JudgedComplaints.TABLE,
            JudgeComplaints.judge(
                job.warehouse().read(table(Complaints.FEED)),
                job.reference(),
                job.request().settings(),
                job.asOf()));
  }

  private static long metrics(Job job) {
    return job.warehouse()
        .replace(Metrics.TABLE, job.warehouse().rows(Metrics.TABLE, Catalogue.rows(scoring(job))));
  }

  private static long detectors(Job job) {
    List<Row> rows = DetectorCatalogue.rows(scene(job));
    return job.warehouse().replace(Detectors.TABLE, job.warehouse().rows(Detectors.TABLE, rows));
  }

  private static long expectedDeliveries(Job job) {
    return job.warehouse()
        .replace(
            ExpectedDeliveries.TABLE,
            DeliveryCalendar.judge(
                job.spark(),
                job.reference(),
                job.request().settings(),
                job.warehouse().read(DeliveredLines.TABLE),
                Files.TABLE.complete(job.warehouse().read(Files.TABLE)),
                job.asOf()));
  }

  private static long drifts(Job job) {
    return job.warehouse().replace(Drifts.TABLE, Drift.find(job.warehouse().read(Profiles.TABLE)));
  }

  /** Stores the national rates, which measuring finds out on its way, after the measurements. */
  private static long measurements(Job job) {
    Measured measured = Measure.measure(job.spark(), inputs(job));
    long rows = job.store(Measurements.TABLE, measured.measurements());
    measured.rates().ifPresent(rates -> job.store(NationalRates.TABLE, rates));
    return rows;
  }

  private static long correlations(Job job) {
    return job.store(Correlations.TABLE, Dependences.of(job.spark(), inputs(job)));
  }

  /** What the measurements are made of. */
  static Inputs inputs(Job job) {
    Warehouse tables = job.warehouse();
    return new Inputs(
        tables.read(JudgedCases.TABLE),
        tables.read(WorkingDays.TABLE),
        tables.read(JudgedComplaints.TABLE),
        tables.read(table(Steps.FEED)),
        tables.read(table(Documents.FEED)),
        tables.read(table(Payments.FEED)),
        tables.read(table(Surveys.FEED)),
        tables.read(table(Staffing.FEED)),
        tables.read(table(Budgets.FEED)),
        tables.read(DeliveredLines.TABLE),
        tables.read(ExpectedDeliveries.TABLE),
        job.agencies(),
        job.zones(),
        job.reference().regionZones(job.spark()),
        job.reference().rates(job.spark()),
        job.periods(),
        job.request().settings(),
        job.asOf());
  }

  /** Of all months that were ever measured, as a chart looks back. */
  private static long controlCharts(Job job) {
    return job.warehouse()
        .replace(ControlCharts.TABLE, Charts.of(job.warehouse().read(Measurements.TABLE)));
  }

  private static long findings(Job job) {
    Scene scene = scene(job);
    Dataset<Row> found = Detect.detect(scene);
    if (job.whole()) {
      return job.warehouse().replace(Findings.TABLE, found);
    }
    List<String> codes = scene.months().stream().map(YearMonth::toString).toList();
    return job.warehouse().replace(Findings.TABLE, found, Measurements.PERIOD, codes);
  }

  private static long leads(Job job) {
    return job.warehouse()
        .replace(
            Leads.TABLE,
            Review.leads(
                Findings.TABLE.complete(job.warehouse().read(Findings.TABLE)),
                DecisionFile.read(job.spark(), job.request().data())));
  }

  private static long unexplainedFees(Job job) {
    return job.warehouse()
        .replace(UnexplainedFees.TABLE, Excess.of(job.warehouse().read(Leads.TABLE)));
  }

  /** What detectors look at, up to the month of as-of: later ones are not looked back from yet. */
  private static Scene scene(Job job) {
    ZoneId zone = job.request().settings().zone();
    YearMonth now = YearMonth.from(job.asOf().atZone(zone));
    NavigableSet<YearMonth> months = new TreeSet<>();
    job.periods().forEach(period -> months.addAll(period.months()));
    return new Scene(
        job.warehouse()::read,
        job.agencies(),
        months.headSet(now, true),
        job.request().settings().detectors(),
        job.asOf(),
        zone);
  }

  private static Scoring scoring(Job job) {
    return job.request().settings().scoring();
  }
}
