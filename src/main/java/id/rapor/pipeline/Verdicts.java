package id.rapor.pipeline;

import id.rapor.league.FairChoices;
import id.rapor.league.FunnelViews;
import id.rapor.league.LeagueTables;
import id.rapor.league.LeverRows;
import id.rapor.league.Standings;
import id.rapor.score.CardRows;
import id.rapor.score.PeerGroups;
import id.rapor.score.Scores;
import id.rapor.settings.Scoring;
import id.rapor.table.ControlCharts;
import id.rapor.table.Correlations;
import id.rapor.table.Funnels;
import id.rapor.table.JudgedCases;
import id.rapor.table.League;
import id.rapor.table.Levers;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.ReportCards;
import id.rapor.table.Scorecards;
import id.rapor.table.Sensitivities;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The work of the stages that judge agencies: scores, report cards, ranks, and how sure they are.
 */
final class Verdicts {
  private Verdicts() {}

  static long perspectiveScores(Job job) {
    return job.store(
        PerspectiveScores.TABLE,
        Scores.perspectives(
            measured(job), job.warehouse().read(Metrics.TABLE), correlated(job), scoring(job)));
  }

  static long scorecards(Job job) {
    return job.store(
        Scorecards.TABLE,
        Scores.scorecards(
            measured(job),
            job.warehouse().read(Metrics.TABLE),
            correlated(job),
            PeerGroups.of(
                job.agencies(),
                job.warehouse().read(JudgedCases.TABLE),
                job.request().settings().leagues()),
            scoring(job)));
  }

  static long reportCards(Job job) {
    return job.store(
        ReportCards.TABLE,
        CardRows.cards(
            measured(job),
            job.warehouse().read(Metrics.TABLE),
            scoring(job),
            job.request().settings().currency()));
  }

  static long league(Job job) {
    Dataset<Row> league = LeagueTables.of(standings(job), job.request().settings().leagues());
    Dataset<Row> charts = job.ofPeriods(ControlCharts.TABLE);
    return job.store(
        League.TABLE,
        ReplyFile.answered(
            LeagueTables.withSignals(league, charts),
            job.agencies(),
            job.request().data(),
            scoring(job)));
  }

  static long sensitivities(Job job) {
    return job.store(
        Sensitivities.TABLE, FairChoices.of(standings(job), scoring(job).perspectives()));
  }

  static long levers(Job job) {
    return job.store(Levers.TABLE, LeverRows.of(standings(job), scoring(job)));
  }

  static long funnels(Job job) {
    return job.store(
        Funnels.TABLE, FunnelViews.of(measured(job), job.warehouse().read(Metrics.TABLE)));
  }

  private static Standings standings(Job job) {
    return new Standings(
        job.ofPeriods(Scorecards.TABLE),
        job.ofPeriods(PerspectiveScores.TABLE),
        measured(job),
        job.warehouse().read(Metrics.TABLE));
  }

  private static Dataset<Row> measured(Job job) {
    return job.ofPeriods(Measurements.TABLE);
  }

  private static Dataset<Row> correlated(Job job) {
    return job.ofPeriods(Correlations.TABLE);
  }

  private static Scoring scoring(Job job) {
    return job.request().settings().scoring();
  }
}
