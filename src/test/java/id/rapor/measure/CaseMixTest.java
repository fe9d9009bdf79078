package id.rapor.measure;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.settings.Period;
import id.rapor.settings.Scoring;
import id.rapor.stats.Correlation;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A nation of known quality whose agencies differ in how hard their cases are: what adjustment is
 * for. Each month is a nation of its own seed. The first two agencies are equally good, and the one
 * has nearly nothing but easy cases, the other nearly nothing but hard ones.
 */
class CaseMixTest {
  private static final int AGENCIES = 80;
  private static final int CASES = 600;
  private static final YearMonth FIRST = YearMonth.of(2025, 1);
  private static final int NATIONS = 4;

  /** Misses of an agency of middling quality, by service. */
  private static final double[] MISSES = {0.02, 0.08, 0.25, 0.45};

  private static final Map<String, double[]> QUALITY = new HashMap<>();
  private static final Map<String, List<Row>> MEASURED = new HashMap<>();

  @BeforeAll
  static void measure() {
    List<Row> states = new ArrayList<>();
    List<Period> periods = new ArrayList<>();
    for (int nation = 0; nation < NATIONS; nation++) {
      String month = FIRST.plusMonths(nation).toString();
      periods.add(Period.parse(month).orElseThrow());
      QUALITY.put(month, quality(new Random(nation)));
      addStates(states, month, new Random(100 + nation));
    }
    List<Metric> metrics =
        Stream.of("on_time_rate", "rework_rate")
            .map(code -> Catalogue.named(code, Scoring.DEFAULTS).orElseThrow())
            .toList();
    MonthlySums.values(
            states, metrics, Spans.months(TestSpark.session(), periods, FIRST.plusMonths(NATIONS)))
        .where(Cases.SERVICE_ID.col().equalTo(Measurements.ALL_SERVICES))
        .collectAsList()
        .forEach(
            row ->
                MEASURED
                    .computeIfAbsent(
                        row.getAs(Measurements.PERIOD.name())
                            + " "
                            + row.getAs(Measurements.METRIC.name()),
                        any -> new ArrayList<>())
                    .add(row));
  }

  @Test
  void adjustedValuesAgreeWithTheTrueQualityBetterThanCrudeOnes() {
    assertThat(MEASURED).hasSize(2 * NATIONS);
    MEASURED.forEach(
        (name, rows) -> {
          double[] truth = truth(name, rows);
          double[] crude = column(rows, Measurements.VALUE);
          double[] adjusted = column(rows, Measurements.ADJUSTED_VALUE);
          String found =
              String.format(
                  Locale.ROOT,
                  "%s: Spearman crude %.3f, adjusted %.3f; Kendall crude %.3f, adjusted %.3f",
                  name,
                  Correlation.spearman(truth, crude),
                  Correlation.spearman(truth, adjusted),
                  Correlation.kendall(truth, crude),
                  Correlation.kendall(truth, adjusted));
          System.out.println(found);
          assertThat(Correlation.spearman(truth, adjusted))
              .as(found)
              .isGreaterThan(0.9)
              .isGreaterThan(Correlation.spearman(truth, crude) + 0.1);
          assertThat(Correlation.kendall(truth, adjusted))
              .as(found)
              .isGreaterThan(Correlation.kendall(truth, crude));
        });
  }

  @Test
  void hardCasesAreNoPunishmentAndEasyOnesNoReward() {
    MEASURED.forEach(
        (name, rows) -> {
          Map<String, Row> byAgency = new HashMap<>();
          rows.forEach(row -> byAgency.put(row.getAs(Cases.AGENCY_ID.name()), row));
          Row easy = byAgency.get(agency(0));
          Row hard = byAgency.get(agency(1));
          double error = Math.hypot(real(easy, ERROR), real(hard, ERROR));
          double crude = Math.abs(real(easy, Measurements.VALUE) - real(hard, Measurements.VALUE));
          double adjusted =
              Math.abs(
                  real(easy, Measurements.ADJUSTED_VALUE)
                      - real(hard, Measurements.ADJUSTED_VALUE));
          assertThat(crude).as(name).isGreaterThan(25);
          assertThat(adjusted).as(name).isLessThan(3 * error);
        });
  }

  private static final Field ERROR = Measurements.ADJUSTED_ERROR;

  private static double[] quality(Random random) {
    double[] quality = random.doubles(AGENCIES).toArray();
    quality[0] = 0.5;
    quality[1] = 0.5;
    return quality;
  }

  /** An agency of quality 0 misses twice, one of quality 1 hardly at all, whatever the service. */
  private static void addStates(List<Row> states, String month, Random random) {
    for (int agency = 0; agency < AGENCIES; agency++) {
      double[] mix = mix(agency, random);
      double share = 2 * (1 - QUALITY.get(month)[agency]);
      for (int service = 0; service < MISSES.length; service++) {
        int cases = (int) Math.round(CASES * mix[service]);
        double rate = share * MISSES[service];
        int misses =
            (int) IntStream.range(0, cases).filter(i -> random.nextDouble() < rate).count();
        if (cases > 0) {
          states.add(state("on_time_rate", month, agency, service, cases, cases - misses));
          states.add(state("rework_rate", month, agency, service, cases, misses));
        }
      }
    }
  }

  private static double[] mix(int agency, Random random) {
    if (agency < 2) {
      return agency == 0 ? new double[] {0.9, 0.1, 0, 0} : new double[] {0, 0, 0.1, 0.9};
    }
    double[] weights = random.doubles(MISSES.length).map(u -> u * u * u).toArray();
    double sum = Arrays.stream(weights).sum();
    return IntStream.range(0, weights.length).mapToDouble(i -> weights[i] / sum).toArray();
  }

  private static Row state(
      String metric, String month, int agency, int service, long whole, long part) {
    Map<Field, Object> values = new HashMap<>();
    values.put(Cases.AGENCY_ID, agency(agency));
    values.put(Cases.SERVICE_ID, "S" + service);
    values.put(Measurements.METRIC, metric);
    values.put(PeriodMonths.MONTH, month);
    values.put(States.TERMS, 1L);
    values.put(Measurements.N, whole);
    values.put(States.WHOLE, whole * 100);
    values.put(States.PART, part * 100);
    values.put(States.PART_SQUARE, BigDecimal.ZERO);
    values.put(States.ROWS, whole);
    return MonthlySums.row(values);
  }

  /** The quality of each row's agency, with the sign of the metric. */
  private static double[] truth(String name, List<Row> rows) {
    double sign = name.endsWith("rework_rate") ? -1 : 1;
    double[] quality = QUALITY.get(name.substring(0, name.indexOf(' ')));
    return rows.stream()
        .map(row -> row.<String>getAs(Cases.AGENCY_ID.name()))
        .mapToDouble(agency -> sign * quality[Integer.parseInt(agency.substring(1))])
        .toArray();
  }

  private static double[] column(List<Row> rows, Field field) {
    return rows.stream().mapToDouble(row -> real(row, field)).toArray();
  }

  private static double real(Row row, Field field) {
    return row.<Double>getAs(field.name());
  }

  private static String agency(int number) {
    return String.format(Locale.ROOT, "A%02d", number);
  }
}
