package id.rapor.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.rapor.StageFixture;
import id.rapor.TestSpark;
import id.rapor.score.TestRows;
import id.rapor.settings.Period;
import id.rapor.settings.Scoring;
import id.rapor.settings.Settings;
import id.rapor.table.Budgets;
import id.rapor.table.Cases;
import id.rapor.table.Correlations;
import id.rapor.table.DeliveredLines;
import id.rapor.table.Documents;
import id.rapor.table.ExpectedDeliveries;
import id.rapor.table.JudgedCases;
import id.rapor.table.JudgedComplaints;
import id.rapor.table.Measurements;
import id.rapor.table.Payments;
import id.rapor.table.Staffing;
import id.rapor.table.Steps;
import id.rapor.table.Surveys;
import id.rapor.table.Table;
import id.rapor.table.WorkingDays;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Correlations of metrics against a bootstrap over cases, and against sums by hand. */
class DependencesTest {
  private static final List<String> METRICS =
      List.of("first_time_right", "on_time_rate", "visits_per_case");
  private static final int DRAWS = 4000;
  private static final Map<String, Double> FOUND = new HashMap<>();

  private static List<Case> cases;

  @BeforeAll
  static void compute() {
    cases = cases();
    List<Row> rows = Dependences.of(TestSpark.session(), inputs(judged(cases))).collectAsList();
    for (Row row : rows) {
      FOUND.put(
          row.getAs(Measurements.PERIOD.name())
              + " "
              + row.getAs(Measurements.METRIC.name())
              + " "
              + row.getAs(Correlations.OTHER.name()),
          row.getAs(Correlations.CORRELATION.name()));
    }
  }

  @Test
  void areThoseOfABootstrapOverCases() {
    double[][] drawn = bootstrap("2025-01", "2025-02", "2025-03");
    assertThat(found("2025-Q1", 0, 1)).isCloseTo(correlation(drawn, 0, 1), within(0.04));
    assertThat(found("2025-Q1", 0, 2)).isCloseTo(correlation(drawn, 0, 2), within(0.04));
    assertThat(found("2025-Q1", 1, 2)).isCloseTo(correlation(drawn, 1, 2), within(0.04));
    assertThat(found("2025-Q1", 0, 1)).isGreaterThan(0.2);
    assertThat(found("2025-Q1", 1, 2)).isLessThan(-0.3);
  }

  /** In a short period more cases count to one metric alone. */
  @Test
  void areThoseOfABootstrapInAShortPeriodToo() {
    double[][] drawn = bootstrap("2025-01");
    assertThat(found("2025-01", 0, 2)).isCloseTo(correlation(drawn, 0, 2), within(0.04));
    assertThat(found("2025-01", 1, 2)).isCloseTo(correlation(drawn, 1, 2), within(0.04));
    assertThat(Math.abs(found("2025-01", 1, 2))).isLessThan(Math.abs(found("2025-Q1", 1, 2)));
  }

  /** The error of a weighted sum, which is what a score is. */
  @Test
  void makeTheErrorOfASumThatTheBootstrapFinds() {
    double[][] drawn = bootstrap("2025-01", "2025-02", "2025-03");
    double[] weights = {0.7, 0.5, -20};
    double[] sums = new double[DRAWS];
    double variance = 0;
    for (int i = 0; i < weights.length; i++) {
      for (int draw = 0; draw < DRAWS; draw++) {
        sums[draw] += weights[i] * drawn[i][draw];
      }
      for (int j = 0; j < weights.length; j++) {
        double shared = i == j ? 1 : found("2025-Q1", Math.min(i, j), Math.max(i, j));
        variance += weights[i] * weights[j] * deviation(drawn[i]) * deviation(drawn[j]) * shared;
      }
    }
    double error = deviation(sums);
    assertThat(Math.sqrt(variance)).isCloseTo(error, within(0.05 * error));
  }

  private static double found(String period, int one, int other) {
    return FOUND.get(period + " " + METRICS.get(one) + " " + METRICS.get(other));
  }

  /**
   * A late case was sent back more often and took more visits; one in four is closed in the month
   * after it was due.
   */
  private record Case(String due, String closed, boolean onTime, long returns, long visits) {}

  private static List<Case> cases() {
    Random random = new Random(11);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      int month = 1 + i % 3;
      boolean late = random.nextDouble() < 0.3;
      boolean moved = random.nextDouble() < 0.25;
      long returns = random.nextDouble() < (late ? 0.6 : 0.2) ? 1 : 0;
      long visits = 1L + (late ? 1 : 0) + (random.nextDouble() < 0.4 ? 1 : 0);
      cases.add(
          new Case(
              "2025-0" + month, "2025-0" + (moved ? month + 1 : month), !late, returns, visits));
    }
    return cases;
  }

  /** Values of the three metrics, of cases drawn with replacement. */
  private static double[][] bootstrap(String... months) {
    List<String> counted = List.of(months);
    Random random = new Random(5);
    double[][] drawn = new double[METRICS.size()][DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] part = new double[METRICS.size()];
      double[] whole = new double[METRICS.size()];
      for (int i = 0; i < cases.size(); i++) {
        Case each = cases.get(random.nextInt(cases.size()));
        if (counted.contains(each.closed)) {
          whole[0]++;
          part[0] += each.returns == 0 ? 1 : 0;
          whole[2]++;
          part[2] += each.visits;
        }
        if (counted.contains(each.due)) {
          whole[1]++;
          part[1] += each.onTime ? 1 : 0;
        }
      }
      for (int metric = 0; metric < part.length; metric++) {
        drawn[metric][draw] = part[metric] / whole[metric];
      }
    }
    return drawn;
  }

  private static double correlation(double[][] drawn, int one, int other) {
    double sum = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      sum += (drawn[one][draw] - mean(drawn[one])) * (drawn[other][draw] - mean(drawn[other]));
    }
    return sum / (DRAWS - 1) / deviation(drawn[one]) / deviation(drawn[other]);
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / (values.length - 1));
  }

  private static double mean(double[] values) {
    return java.util.Arrays.stream(values).average().orElseThrow();
  }

  private static Dataset<Row> judged(List<Case> cases) {
    TestRows rows = TestRows.of(JudgedCases.TABLE);
    for (int i = 0; i < cases.size(); i++) {
      Case each = cases.get(i);
      rows.row(
          Cases.AGENCY_ID, "A",
          Cases.CASE_ID, "case-" + i,
          JudgedCases.SUBMITTED_MONTH, each.due,
          JudgedCases.COHORT_MONTH, each.due,
          JudgedCases.CLOSED_MONTH, each.closed,
          JudgedCases.CLOCK_START_AT, Timestamp.valueOf("2025-01-01 00:00:00"),
          JudgedCases.DECIDED, true,
          JudgedCases.WITHDRAWN, false,
          JudgedCases.ON_TIME, each.onTime,
          Cases.RETURNS, each.returns,
          Cases.VISITS, each.visits);
    }
    return rows.dataset();
  }

  private static Inputs inputs(Dataset<Row> judged) {
    return new Inputs(
        judged,
        none(WorkingDays.TABLE),
        none(JudgedComplaints.TABLE),
        none(Steps.FEED.table()),
        none(Documents.FEED.table()),
        none(Payments.FEED.table()),
        none(Surveys.FEED.table()),
        none(Staffing.FEED.table()),
        none(Budgets.FEED.table()),
        none(DeliveredLines.TABLE),
        none(ExpectedDeliveries.TABLE),
        judged.select(Cases.AGENCY_ID.col()),
        judged.select(Cases.AGENCY_ID.col()),
        judged.select(Cases.AGENCY_ID.col()),
        Optional.empty(),
        List.of(Period.parse("2025-01").orElseThrow(), Period.parse("2025-Q1").orElseThrow()),
        settings(),
        StageFixture.AS_OF);
  }

  private static Dataset<Row> none(Table table) {
    return TestRows.of(table).dataset();
  }

  private static Settings settings() {
    Map<String, Scoring.MetricChange> listed = new HashMap<>();
    METRICS.forEach(code -> listed.put(code, Scoring.MetricChange.NONE));
    Settings plain = Settings.DEFAULTS;
    return new Settings(
        plain.title(),
        plain.subtitle(),
        plain.language(),
        plain.currency(),
        plain.zone(),
        plain.reference(),
        plain.sources(),
        plain.periods(),
        new Scoring(Scoring.DEFAULTS.perspectives(), Optional.of(listed), 0.6),
        plain.detectors(),
        plain.fees(),
        plain.identity(),
        plain.notes());
  }
}
