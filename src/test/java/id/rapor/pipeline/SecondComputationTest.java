package id.rapor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.rapor.TestSpark;
import id.rapor.measure.Catalogue;
import id.rapor.measure.Metric;
import id.rapor.reference.Reference;
import id.rapor.settings.Period;
import id.rapor.settings.Problems;
import id.rapor.settings.Settings;
import id.rapor.table.Cases;
import id.rapor.table.DeliveredLines;
import id.rapor.table.ExpectedDeliveries;
import id.rapor.table.Feed;
import id.rapor.table.Feeds;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.JudgedComplaints;
import id.rapor.table.Measurements;
import id.rapor.table.Payments;
import id.rapor.table.PeriodMonths;
import id.rapor.table.Places;
import id.rapor.table.Surveys;
import id.rapor.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every metric of the sample nation a second time, in plain SQL over the tables, written without a
 * look at how the program does it. Quantiles are told for agencies of which every case is decided,
 * where they are those of the sorted times.
 */
@Tag("slow")
class SecondComputationTest {
  private static final Path HOME = Path.of(System.getProperty("rapor.home", "."));
  private static final Path SAMPLES = HOME.resolve("data-samples");
  private static final String HALF_YEAR = "2026-H1";
  private static final Instant AS_OF = Instant.parse("2026-06-30T16:00:00Z");

  @TempDir private static Path data;

  private static Map<String, String> queries;
  private static Dataset<Row> measured;

  /** What is known of one agency. */
  private record Figure(long n, double value) {}

  @BeforeAll
  static void runOnce() throws IOException {
    Request request =
        new Request(
            Settings.DEFAULTS,
            "defaults",
            SAMPLES,
            data,
            Period.parse(HALF_YEAR),
            Optional.of(AS_OF),
            Optional.empty(),
            Optional.of(Measurements.TABLE.name()));
    TestSpark.compiling(() -> Runner.run(TestSpark.session(), request, new Input.Silence()));
    Warehouse tables = new Warehouse(TestSpark.session(), request.warehouse());
    views(tables);
    measured = tables.read(Measurements.TABLE).cache();
    queries = queries();
  }

  static List<Metric> metrics() {
    return Catalogue.ALL;
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void isTheSameInPlainSql(Metric metric) {
    assertThat(queries).as("a second computation").containsKey(metric.code());
    Map<String, Figure> expected = new TreeMap<>();
    for (Row row : TestSpark.session().sql(queries.get(metric.code())).collectAsList()) {
      long n = row.<Number>getAs("n").longValue();
      if (n >= metric.minimumN() && row.getAs("value") != null) {
        expected.put(
            row.getAs("agency_id"), new Figure(n, row.<Number>getAs("value").doubleValue()));
      }
    }
    expected.keySet().removeAll(of(metric, "low_quality").keySet());
    Map<String, Figure> published = of(metric, "published");
    if (metric.unit().equals("working_days") || metric.code().equals("time_certainty")) {
      assertThat(expected.size() * 3)
          .as("agencies without open cases")
          .isGreaterThan(published.size());
      published.keySet().retainAll(expected.keySet());
    }
    assertThat(published.keySet()).isEqualTo(expected.keySet());
    published.forEach(
        (agency, figure) -> {
          Figure again = expected.get(agency);
          assertThat(figure.n()).as(agency).isEqualTo(again.n());
          double close = 1e-9 * Math.max(1, Math.abs(again.value()));
          assertThat(figure.value()).as(agency).isCloseTo(again.value(), within(close));
        });
  }

  private static Map<String, Figure> of(Metric metric, String status) {
    Map<String, Figure> found = new TreeMap<>();
    Column wanted =
        Measurements.METRIC
            .col()
            .equalTo(metric.code())
            .and(Measurements.PERIOD.col().equalTo(HALF_YEAR))
            .and(Cases.SERVICE_ID.col().equalTo(Measurements.ALL_SERVICES))
            .and(Measurements.STATUS.col().equalTo(status));
    for (Row row : measured.where(wanted).collectAsList()) {
      Double value = row.getAs(Measurements.VALUE.name());
      found.put(
          row.getAs(Cases.AGENCY_ID.name()),
          new Figure(row.<Long>getAs(Measurements.N.name()), value == null ? 0 : value));
    }
    return found;
  }

  private static void views(Warehouse tables) {
    Reference reference = Reference.read(SAMPLES.resolve("reference"), new Problems());
    for (Feed feed : Feeds.ALL) {
      Dataset<Row> rows =
          tables
              .read(feed.table())
              .where(functions.coalesce(Feed.RETRACTED.col(), functions.lit(false)).equalTo(false))
              .join(
                  reference.agencyZones(TestSpark.session()),
                  new String[] {Cases.AGENCY_ID.name()},
                  "left");
      local(feed)
          .map(
              moment ->
                  rows.where(moment.col().leq(functions.lit(AS_OF)))
                      .withColumn(
                          PeriodMonths.MONTH.name(),
                          functions.date_format(
                              functions.from_utc_timestamp(moment.col(), Places.ZONE.col()),
                              "yyyy-MM")))
          .orElse(rows)
          .createOrReplaceTempView(feed.name());
    }
    tables.read(JudgedCases.TABLE).createOrReplaceTempView(JudgedCases.TABLE.name());
    for (Table table :
        List.of(JudgedComplaints.TABLE, DeliveredLines.TABLE, ExpectedDeliveries.TABLE)) {
      tables.read(table).createOrReplaceTempView(table.name());
    }
  }

  private static Optional<Field> local(Feed feed) {
    return feed.equals(Surveys.FEED)
        ? Optional.of(Surveys.ANSWERED_AT)
        : Optional.of(Payments.PAID_AT).filter(any -> feed.equals(Payments.FEED));
  }

  private static Map<String, String> queries() throws IOException {
    String file =
        new String(
            SecondComputationTest.class
                .getResourceAsStream("second-computation.sql")
                .readAllBytes(),
            StandardCharsets.UTF_8);
    Map<String, String> queries = new LinkedHashMap<>();
    for (String part : file.split("\n\n", -1)) {
      String[] lines = part.split("\n", 2);
      if (lines[0].matches("-- [a-z0-9_]+")) {
        queries.put(lines[0].substring(3), lines[1].replace("{asof}", "timestamp'" + AS_OF + "'"));
      }
    }
    return queries;
  }
}
