package id.rapor.bench;

import id.rapor.league.LeagueTables;
import id.rapor.league.Standings;
import id.rapor.score.TestRows;
import id.rapor.settings.Leagues;
import id.rapor.table.Cases;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Scorecards;
import java.lang.management.ManagementFactory;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How long the league stage takes for a nation: {@code mvn test -Dtest=LeagueBenchmark
 * -Drapor.bench.agencies=3000 -Drapor.bench.months=24} ranks the overall score and the four
 * perspectives of every month, for the whole country, each of six kinds of body and each kind and
 * volume, and prints seconds, processor seconds and rows. Standard errors differ ten-fold.
 */
class LeagueBenchmark {
  private static final List<String> KINDS =
      List.of("ministry", "state_agency", "province", "regency", "city", "other");
  private static final List<String> VOLUMES = List.of("", ":0-29", ":30-299", ":300-2999");
  private static final double BILLION = 1e9;

  @Test
  void printsHowLongTheLeagueTakes() {
    int agencies = Integer.getInteger("rapor.bench.agencies", 300);
    int months = Integer.getInteger("rapor.bench.months", 6);
    TestRows cards = TestRows.of(Scorecards.TABLE);
    TestRows scores = TestRows.of(PerspectiveScores.TABLE);
    Random random = new Random(1);
    for (int agency = 0; agency < agencies; agency++) {
      String id = String.format(Locale.ROOT, "A%05d", agency);
      String peers =
          KINDS.get(agency % KINDS.size()) + VOLUMES.get(agency / KINDS.size() % VOLUMES.size());
      double error = 0.5 * Math.pow(10, random.nextDouble());
      double truth = 70 + 10 * random.nextGaussian();
      for (int month = 0; month < months; month++) {
        String period = YearMonth.of(2024, 1).plusMonths(month).toString();
        card(cards, period, id, peers, truth + error * random.nextGaussian(), error);
        for (String perspective : List.of("finance", "process", "customer", "growth")) {
          double score = truth + 2 * error * random.nextGaussian();
          perspective(scores, period, id, perspective, score, 2 * error);
        }
      }
    }
    Standings standings =
        new Standings(
            cards.dataset(),
            scores.dataset(),
            TestRows.of(Measurements.TABLE).dataset(),
            TestRows.of(Metrics.TABLE).dataset());
    long begun = System.nanoTime();
    double processor = processorSeconds();
    long rows = LeagueTables.of(standings, Leagues.DEFAULTS).count();
    System.out.printf(
        Locale.ROOT,
        "%d agencies, %d months, 5 leagues: %.1f s, %.1f processor seconds, %d rows%n",
        agencies,
        months,
        (System.nanoTime() - begun) / BILLION,
        processorSeconds() - processor,
        rows);
  }

  private static void card(
      TestRows rows, String period, String agency, String peers, double score, double error) {
    rows.row(
        Measurements.PERIOD, period,
        Cases.AGENCY_ID, agency,
        Scorecards.PEER_GROUP, peers,
        PerspectiveScores.SCORE, score,
        PerspectiveScores.STANDARD_ERROR, error,
        Measurements.STATUS, "published");
  }

  private static void perspective(
      TestRows rows, String period, String agency, String code, double score, double error) {
    rows.row(
        Measurements.PERIOD, period,
        Cases.AGENCY_ID, agency,
        Metrics.PERSPECTIVE, code,
        PerspectiveScores.SCORE, score,
        PerspectiveScores.STANDARD_ERROR, error,
        Measurements.STATUS, "published");
  }

  private static double processorSeconds() {
    com.sun.management.OperatingSystemMXBean system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return system.getProcessCpuTime() / BILLION;
  }
}
