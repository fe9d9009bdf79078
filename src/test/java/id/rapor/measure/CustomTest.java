package id.rapor.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.rapor.StageFixture;
import id.rapor.TestSpark;
import id.rapor.settings.Problems;
import id.rapor.settings.Settings;
import id.rapor.settings.SettingsFile;
import id.rapor.table.Cases;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metrics that a settings file adds, over the cases of a fixture. */
class CustomTest {
  private static final String ADDED =
      """
      metrics: [visits_per_case]
      custom_metrics:
        refusal_share:
          {name_en: Refused, perspective: process, direction: lower, kind: share, among: decided,
           part: status = 'rejected', minimum_n: 3, standard: 15, target: 3, weight: 2, solutions: [S4]}
        usual_visits:
          {perspective: customer, direction: context, kind: median, among: decided, part: visits, minimum_n: 3}
        mean_visits:
          {perspective: customer, direction: context, kind: mean, among: decided, part: visits, minimum_n: 3}
        visit_ratio:
          {perspective: customer, direction: context, kind: ratio, unit: percent, part: visits,
           whole: visits + 1, minimum_n: 3}
      """;

  @TempDir private static Path folder;
  private static List<Row> measured;

  @BeforeAll
  static void measure() throws IOException {
    StageFixture fixture = StageFixture.of(MetricsTest.class, "visits_per_case");
    measured =
        Measure.measure(TestSpark.session(), with(settings(ADDED), MetricsTest.inputs(fixture)))
            .measurements()
            .where(Cases.SERVICE_ID.col().equalTo("*"))
            .collectAsList();
  }

  @Test
  void aShareIsCounted() {
    Row refused = of("ENOUGH", "refusal_share");
    // One of the four decided cases; Agresti-Coull: (1 + 1.9207) / (4 + 3.8415) = 0.3725.
    assertThat(refused.<Long>getAs(Measurements.N.name())).isEqualTo(4);
    assertThat(real(refused, Measurements.VALUE.name())).isEqualTo(25);
    assertThat(real(refused, Measurements.STANDARD_ERROR.name())).isCloseTo(17.265, within(0.001));
    assertThat(refused.<String>getAs(Metrics.PERSPECTIVE.name())).isEqualTo("process");
  }

  @Test
  void aMeanAMedianAndARatioLeaveOutWhatIsNotKnown() {
    assertThat(value("ENOUGH", "mean_visits")).isEqualTo(2);
    assertThat(value("ENOUGH", "usual_visits")).isEqualTo(2);
    // Visits 1, 2, 3 and, of the withdrawn case, 9, over one more each.
    assertThat(value("ENOUGH", "visit_ratio")).isCloseTo(100 * 15 / 19.0, within(1e-9));
  }

  @Test
  void theMedianHasAnInterval() {
    Row median = of("ENOUGH", "usual_visits");
    assertThat(real(median, Measurements.LOW.name())).isEqualTo(1);
    assertThat(real(median, Measurements.HIGH.name())).isEqualTo(3);
  }

  @Test
  void tooFewAndNoDataAreTold() {
    assertThat(of("TOO-FEW", "usual_visits").<String>getAs(Measurements.STATUS.name()))
        .isEqualTo("too_few");
    assertThat(of("NO-CASES", "refusal_share").<String>getAs(Measurements.STATUS.name()))
        .isEqualTo("no_data");
  }

  @Test
  void standsInTheCatalogueBesideThoseListed() throws IOException {
    List<Row> rows = Catalogue.rows(settings(ADDED).scoring());
    assertThat(rows.stream().map(row -> row.getString(0)))
        .containsExactly(
            "visits_per_case", "refusal_share", "usual_visits", "mean_visits", "visit_ratio");
    Row refused = rows.get(1);
    assertThat(refused.getString(2)).isEqualTo("Refused");
    assertThat(refused.getDouble(10)).isEqualTo(2);
    assertThat(refused.getString(12))
        .isEqualTo(
            "those with status = 'rejected' / rows of judged_cases with decided; month: closed_month");
  }

  @Test
  void whatCannotBeMeasuredIsTold() throws IOException {
    Problems problems = new Problems();
    Catalogue.check(
        settings(
                """
                custom_metrics:
                  on_time_rate: {perspective: customer, direction: context, kind: mean, part: visits}
                  no_table: {perspective: customer, direction: context, kind: mean, table: payment, part: 1}
                  no_column: {perspective: customer, direction: context, kind: mean, part: visit + 1}
                  no_function: {perspective: customer, direction: context, kind: mean, part: twice(visits)}
                  no_expression: {perspective: customer, direction: context, kind: mean, part: "visits +"}
                  no_month: {perspective: customer, direction: context, kind: mean, month: paid_month, part: visits}
                """)
            .scoring(),
        problems);
    assertThat(problems.all())
        .containsExactly(
            "custom_metrics: on_time_rate is a metric of the catalogue already; give it another code",
            "custom_metrics: no_table counts table payment, expected one of judged_cases,"
                + " judged_complaints, payments, surveys, staffing, budgets; did you mean \"payments\"?",
            "custom_metrics: no_column: \"visit + 1\" reads visit, which table judged_cases has not;"
                + " did you mean \"visits\"?",
            "custom_metrics: no_function: \"twice(visits)\" calls twice, which Spark SQL has not",
            "custom_metrics: no_expression: \"visits +\" is no Spark SQL expression; see where it breaks"
                + " off",
            "custom_metrics: no_month has month paid_month, expected one of [closed_month,"
                + " cohort_month, submitted_month, completion_month]");
  }

  private static Settings settings(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("settings.yaml"), text);
    return SettingsFile.read(file, Map.of());
  }

  private static double value(String agency, String metric) {
    return real(of(agency, metric), Measurements.VALUE.name());
  }

  private static double real(Row row, String column) {
    return row.<Double>getAs(column);
  }

  private static Row of(String agency, String metric) {
    return measured.stream()
        .filter(row -> row.<String>getAs(Cases.AGENCY_ID.name()).equals(agency))
        .filter(row -> row.<String>getAs(Measurements.METRIC.name()).equals(metric))
        .findFirst()
        .orElseThrow();
  }

  private static Inputs with(Settings settings, Inputs inputs) {
    return new Inputs(
        inputs.judged(),
        inputs.workingDays(),
        inputs.complaints(),
        inputs.steps(),
        inputs.documents(),
        inputs.payments(),
        inputs.surveys(),
        inputs.staffing(),
        inputs.budgets(),
        inputs.deliveredLines(),
        inputs.expectedDeliveries(),
        inputs.agencies(),
        inputs.zones(),
        inputs.regionZones(),
        inputs.rates(),
        inputs.periods(),
        settings,
        inputs.asOf());
  }
}
