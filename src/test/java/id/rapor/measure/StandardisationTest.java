package id.rapor.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import id.rapor.TestSpark;
import id.rapor.settings.Period;
import id.rapor.settings.Scoring;
import id.rapor.stats.Oracle;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Case-mix adjustment, shrinkage and intervals of the tables against R and by hand. */
class StandardisationTest {
  private static final YearMonth MARCH = YearMonth.of(2025, 3);

  @Test
  void adjustedValuesEqualTheReference() {
    JsonNode input = Oracle.read("indirect-standardisation/agencies.input.json").get(0);
    JsonNode expected = Oracle.read("indirect-standardisation/agencies.expected.json").get(0);
    List<Row> events = new ArrayList<>();
    List<Row> others = new ArrayList<>();
    for (int agency = 0; agency < input.get("cases_rows").size(); agency++) {
      double[] cases = Oracle.doubles(input.get("cases_rows").get(agency));
      double[] parts = Oracle.doubles(input.get("events_rows").get(agency));
      for (int k = 0; k < cases.length; k++) {
        if (cases[k] > 0) {
          events.add(state("rework_rate", agency, "channel-" + k, cases[k], parts[k]));
          others.add(state("on_time_rate", agency, "channel-" + k, cases[k], cases[k] - parts[k]));
        }
      }
    }
    Map<String, Row> lower = values(events, "rework_rate");
    Map<String, Row> higher = values(others, "on_time_rate");
    double[] adjusted = Oracle.doubles(expected.get("indirectly_standardised_rate"));
    double[] sums = Oracle.doubles(expected.get("expected"));
    double totalExpected = 0;
    double totalObserved = 0;
    for (int agency = 0; agency < adjusted.length; agency++) {
      Row row = lower.get(name(agency));
      assertThat(real(row, Measurements.ADJUSTED_VALUE) / 100)
          .isCloseTo(adjusted[agency], within(1e-10));
      assertThat(real(row, Measurements.EXPECTED)).isCloseTo(sums[agency], within(1e-10));
      assertThat(real(row, Measurements.UNADJUSTED_SHARE)).isZero();
      totalExpected += real(row, Measurements.EXPECTED);
      totalObserved += real(row, Measurements.NUMERATOR);
      Row misses = higher.get(name(agency));
      assertThat(real(misses, Measurements.ADJUSTED_VALUE))
          .as("a share and its complement tell the same")
          .isCloseTo(100 - real(row, Measurements.ADJUSTED_VALUE), within(1e-8));
      assertThat(real(misses, Measurements.ADJUSTED_ERROR))
          .isCloseTo(real(row, Measurements.ADJUSTED_ERROR), within(1e-8));
      assertThat(real(row, Measurements.ADJUSTED_ERROR))
          .as("the error goes along with the value")
          .isCloseTo(
              real(row, Measurements.STANDARD_ERROR)
                  * real(row, Measurements.ADJUSTED_VALUE)
                  / real(row, Measurements.VALUE),
              within(1e-8));
    }
    assertThat(totalExpected).isCloseTo(totalObserved, within(1e-8));
  }

  @Test
  void aMixOfEasyCasesSetsNoBoundAndHardOnesAreNotCutAtTheTop() {
    List<Row> states = new ArrayList<>();
    // Two in a hundred easy cases are late and half of the hard ones, 104 of 400 in all.
    states.add(state("on_time_rate", 0, "easy", 100, 100));
    states.add(state("on_time_rate", 1, "easy", 50, 47));
    states.add(state("on_time_rate", 2, "easy", 50, 49));
    states.add(state("on_time_rate", 1, "hard", 90, 30));
    states.add(state("on_time_rate", 2, "hard", 10, 0));
    states.add(state("on_time_rate", 3, "hard", 100, 70));
    Map<String, Row> rows = values(states, "on_time_rate");
    assertThat(real(rows.get("A00"), Measurements.ADJUSTED_VALUE))
        .as("no miss where two were expected")
        .isCloseTo(100, within(1e-9));
    assertThat(real(rows.get("A03"), Measurements.ADJUSTED_VALUE))
        .as("30 misses where 50 were expected: 60 % of the national 26 %")
        .isCloseTo(100 - 0.6 * 26, within(1e-9));
    // The error of 70 % is that of 30 % misses, which shrink to 15.6 %.
    assertThat(real(rows.get("A03"), Measurements.ADJUSTED_ERROR))
        .isCloseTo(0.52 * real(rows.get("A03"), Measurements.STANDARD_ERROR), within(1e-9));
  }

  @Test
  void strataOfTwoAgenciesAreLeftAsTheyAre() {
    List<Row> states = new ArrayList<>();
    // Rates 0.5, 0.5 and 0.2 of three agencies by counter: 12 of 30 in all. By post there are two.
    states.add(state("on_time_rate", 0, "counter", 10, 5));
    states.add(state("on_time_rate", 1, "counter", 10, 5));
    states.add(state("on_time_rate", 2, "counter", 10, 2));
    states.add(state("on_time_rate", 0, "post", 10, 9));
    states.add(state("on_time_rate", 1, "post", 10, 1));
    states.add(state("on_time_rate", 3, "fax", 10, 7));
    Map<String, Row> rows = values(states, "on_time_rate");
    // (5 / 4 x 0.4 x 10 + 9) / 20: what is adjusted keeps its value, as there is one stratum only.
    assertThat(real(rows.get("A00"), Measurements.ADJUSTED_VALUE)).isCloseTo(70, within(1e-9));
    assertThat(real(rows.get("A00"), Measurements.EXPECTED)).isCloseTo(4 + 9, within(1e-9));
    assertThat(real(rows.get("A00"), Measurements.UNADJUSTED_SHARE)).isEqualTo(0.5);
    assertThat(real(rows.get("A02"), Measurements.ADJUSTED_VALUE)).isCloseTo(20, within(1e-9));
    // Nothing of it can be adjusted: its own value stands.
    assertThat(real(rows.get("A03"), Measurements.ADJUSTED_VALUE)).isCloseTo(70, within(1e-9));
    assertThat(real(rows.get("A03"), Measurements.UNADJUSTED_SHARE)).isEqualTo(1);
  }

  @Test
  void atAFixedReferenceNobodyDependsOnTheOthers() {
    List<Row> states = new ArrayList<>();
    // By counter 18 of 30 are late, by post 3 of 30; 21 of 60 in all.
    states.add(state("on_time_rate", 0, "counter", 10, 5));
    states.add(state("on_time_rate", 1, "counter", 10, 5));
    states.add(state("on_time_rate", 2, "counter", 10, 2));
    states.add(state("on_time_rate", 0, "post", 10, 9));
    states.add(state("on_time_rate", 1, "post", 10, 10));
    states.add(state("on_time_rate", 2, "post", 10, 8));
    states.add(state("on_time_rate", 1, "fax", 10, 5));
    Dataset<Row> rates =
        MonthlySums.strata(states, List.of(metric("on_time_rate")), march())
            .orElseThrow()
            .rates()
            .orElseThrow();
    assertThat(rates.collectAsList().stream().map(Row::toString))
        .as("fax has one agency only")
        .containsExactlyInAnyOrder(
            "[2025-03,on_time_rate,null,null,counter,3,12.00,30.00]",
            "[2025-03,on_time_rate,null,null,post,3,27.00,30.00]");
    Map<String, Row> own = values(states, "on_time_rate");
    Map<String, Row> fixed = values(states, "on_time_rate", Optional.of(rates));
    for (Map.Entry<String, Row> agency : own.entrySet()) {
      assertThat(fixed.get(agency.getKey())).isEqualTo(agency.getValue());
    }
    // 6 late where 7 were expected.
    assertThat(real(own.get("A00"), Measurements.ADJUSTED_VALUE)).isCloseTo(70, within(1e-9));
    states.add(state("on_time_rate", 4, "counter", 100, 100));
    states.add(state("on_time_rate", 0, "fax", 10, 5));
    states.add(state("on_time_rate", 4, "fax", 10, 5));
    assertThat(real(values(states, "on_time_rate").get("A01"), Measurements.ADJUSTED_VALUE))
        .as("at the month's own rates one more agency moves the others")
        .isNotCloseTo(real(own.get("A01"), Measurements.ADJUSTED_VALUE), within(1.0));
    Map<String, Row> later = values(states, "on_time_rate", Optional.of(rates));
    assertThat(later.get("A01")).isEqualTo(own.get("A01"));
    assertThat(later.get("A02")).isEqualTo(own.get("A02"));
    assertThat(real(later.get("A00"), Measurements.UNADJUSTED_SHARE))
        .as("a stratum without a rate in the reference is left as it is")
        .isCloseTo(1 / 3.0, within(1e-9));
  }

  @Test
  void ratesHaveByarsInterval() {
    JsonNode inputs = Oracle.read("proportion-intervals/ratio.input.json");
    JsonNode expected = Oracle.read("proportion-intervals/ratio.expected.json");
    List<Row> states = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      double exposure = inputs.get(i).get("expected").asDouble();
      states.add(
          state("complaint_rate", i, null, exposure, inputs.get(i).get("observed").asDouble()));
    }
    Map<String, Row> rows = values(states, "complaint_rate");
    for (int i = 0; i < inputs.size(); i++) {
      double[] byar = Oracle.doubles(expected.get(i).get("byar_ci95_z1.959964"));
      // The reference rounds z to six decimals.
      assertThat(real(rows.get(name(i)), Measurements.LOW) / 1000)
          .isCloseTo(byar[0], within(1e-7 * (1 + byar[0])));
      assertThat(real(rows.get(name(i)), Measurements.HIGH) / 1000)
          .isCloseTo(byar[1], within(1e-7 * (1 + byar[1])));
    }
  }

  @Test
  void shrunkenValuesEqualTheReference() {
    JsonNode inputs = Oracle.read("shrinkage/normal_normal.input.json");
    JsonNode expected = Oracle.read("shrinkage/normal_normal.expected.json");
    for (int i = 0; i < inputs.size(); i++) {
      JsonNode reference = expected.get(i).get("DL");
      Map<String, Row> rows =
          shrunken(Oracle.doubles(inputs.get(i).get("y")), Oracle.doubles(inputs.get(i).get("se")));
      double[] own = Oracle.doubles(reference.get("reliability"));
      double[] means = Oracle.doubles(reference.get("posterior_mean"));
      for (int agency = 0; agency < own.length; agency++) {
        Row row = rows.get(name(agency));
        assertThat(real(row, Measurements.RELIABILITY)).isCloseTo(own[agency], within(1e-8));
        assertThat(real(row, Measurements.SHRUNKEN_VALUE)).isCloseTo(means[agency], within(1e-6));
      }
    }
  }

  @Test
  void twoAgenciesTellNothingOfOthersAndACensusStands() {
    Map<String, Row> two = shrunken(new double[] {1, 3}, new double[] {1, 1});
    assertThat(two.get("A00").isNullAt(two.get("A00").fieldIndex("reliability"))).isTrue();
    Map<String, Row> census = shrunken(new double[] {1, 3}, new double[] {0, 0});
    assertThat(real(census.get("A01"), Measurements.RELIABILITY)).isEqualTo(1);
    assertThat(real(census.get("A01"), Measurements.SHRUNKEN_VALUE)).isEqualTo(3);
  }

  @Test
  void whatIsAskedForGivesWayToAFigureAndStandsWithoutOne() {
    Row figure =
        RowFactory.create("2025-03", "A00", "*", "any", null, null, 3.0, 0.0, null, null, null);
    Row asked =
        RowFactory.create("2025-03", "A00", "*", "any", null, null, null, null, null, null, true);
    Row other =
        RowFactory.create("2025-03", "A01", "*", "any", null, null, null, null, null, null, true);
    for (List<Row> rows : List.of(List.of(figure, asked, other), List.of(other, asked, figure))) {
      Map<String, Row> told = shrunken(rows);
      assertThat(told).containsOnlyKeys("A00", "A01");
      assertThat(real(told.get("A00"), Measurements.VALUE)).isEqualTo(3);
      assertThat(told.get("A01").<Double>getAs("value")).isNull();
    }
  }

  @Test
  void sharesAndRatesAreDrawnByTheirCounts() {
    // Mean 0.5; (1.8 - 0.25 x 2) / (0.25 x 18) = 0.2889 alike, so alpha + beta = 2.4615.
    Map<String, Row> shares =
        shrunken("fee_compliance", new double[] {2, 8, 5}, new double[] {10, 10, 10}, 100);
    assertThat(real(shares.get("A00"), Measurements.RELIABILITY))
        .isCloseTo(10 / 12.461538, within(1e-6));
    assertThat(real(shares.get("A00"), Measurements.SHRUNKEN_VALUE))
        .isCloseTo(100 * 3.230769 / 12.461538, within(1e-5));
    assertThat(real(shares.get("A02"), Measurements.SHRUNKEN_VALUE)).isCloseTo(50, within(1e-9));
    // Alpha and beta are 4, by the moments of Marshall.
    Map<String, Row> rates =
        shrunken("complaint_rate", new double[] {2, 8, 2}, new double[] {4, 4, 4}, 1000);
    assertThat(real(rates.get("A01"), Measurements.RELIABILITY)).isCloseTo(0.5, within(1e-12));
    assertThat(real(rates.get("A01"), Measurements.SHRUNKEN_VALUE)).isCloseTo(1500, within(1e-9));
    // By chance alone: all have the value of all.
    Map<String, Row> alike =
        shrunken("complaint_rate", new double[] {3, 4, 5}, new double[] {4, 4, 4}, 1000);
    assertThat(real(alike.get("A02"), Measurements.RELIABILITY)).isZero();
    assertThat(real(alike.get("A02"), Measurements.SHRUNKEN_VALUE)).isCloseTo(1000, within(1e-9));
  }

  private static Map<String, Row> shrunken(double[] values, double[] errors) {
    return shrunken(
        IntStream.range(0, values.length)
            .mapToObj(
                i ->
                    RowFactory.create(
                        "2025-03", name(i), "*", "any", null, null, values[i], errors[i], null,
                        null, null))
            .toList());
  }

  private static Map<String, Row> shrunken(
      String metric, double[] parts, double[] wholes, double factor) {
    return shrunken(
        IntStream.range(0, parts.length)
            .mapToObj(
                i ->
                    RowFactory.create(
                        "2025-03",
                        name(i),
                        "*",
                        metric,
                        parts[i],
                        wholes[i],
                        factor * parts[i] / wholes[i],
                        1.0,
                        null,
                        null,
                        null))
            .toList());
  }

  private static Map<String, Row> shrunken(List<Row> rows) {
    List<Field> fields =
        List.of(
            Measurements.PERIOD,
            Cases.AGENCY_ID,
            Cases.SERVICE_ID,
            Measurements.METRIC,
            Measurements.NUMERATOR,
            Measurements.DENOMINATOR,
            Measurements.VALUE,
            Measurements.STANDARD_ERROR,
            Measurements.ADJUSTED_VALUE,
            Measurements.ADJUSTED_ERROR,
            Shrinkage.ASKED);
    return byAgency(
        Shrinkage.add(
            TestSpark.session().createDataFrame(rows, schema(fields)).repartition(3),
            Catalogue.applying(Scoring.DEFAULTS)));
  }

  /** One month's state of one agency, as cases are counted: hundredths. */
  private static Row state(String metric, int agency, String channel, double whole, double part) {
    long n = (long) Math.ceil(whole);
    Map<Field, Object> values = new HashMap<>();
    values.put(Cases.AGENCY_ID, name(agency));
    values.put(Cases.CHANNEL, channel);
    values.put(Measurements.METRIC, metric);
    values.put(PeriodMonths.MONTH, MARCH.toString());
    values.put(States.TERMS, 3L);
    values.put(Measurements.N, n);
    values.put(States.WHOLE, Math.round(whole * 100));
    values.put(States.PART, Math.round(part * 100));
    values.put(States.PART_SQUARE, BigDecimal.ZERO);
    values.put(States.ROWS, n);
    return MonthlySums.row(values);
  }

  private static Map<String, Row> values(List<Row> states, String metric) {
    return values(states, metric, Optional.empty());
  }

  private static Map<String, Row> values(
      List<Row> states, String metric, Optional<Dataset<Row>> rates) {
    Column all = Cases.SERVICE_ID.col().equalTo(functions.lit(Measurements.ALL_SERVICES));
    return byAgency(MonthlySums.values(states, List.of(metric(metric)), march(), rates).where(all));
  }

  private static Metric metric(String code) {
    return Catalogue.named(code, Scoring.DEFAULTS).orElseThrow();
  }

  private static Dataset<Row> march() {
    return Spans.months(TestSpark.session(), List.of(Period.parse("2025-03").orElseThrow()), MARCH);
  }

  private static Map<String, Row> byAgency(Dataset<Row> rows) {
    Map<String, Row> byAgency = new HashMap<>();
    rows.collectAsList().forEach(row -> byAgency.put(row.getAs(Cases.AGENCY_ID.name()), row));
    return byAgency;
  }

  private static StructType schema(List<Field> fields) {
    StructType schema = new StructType();
    for (Field field : fields) {
      schema = schema.add(field.name(), field.type());
    }
    return schema;
  }

  private static String name(int agency) {
    return String.format(java.util.Locale.ROOT, "A%02d", agency);
  }

  private static double real(Row row, Field field) {
    return row.<Double>getAs(field.name());
  }
}
