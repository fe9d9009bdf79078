package id.rapor.bench;

import id.rapor.TestSpark;
import id.rapor.publish.Backdrop;
import id.rapor.publish.Browser;
import id.rapor.publish.Contents;
import id.rapor.publish.Publication;
import id.rapor.settings.Period;
import id.rapor.settings.Settings;
import id.rapor.table.Agencies;
import id.rapor.table.Cases;
import id.rapor.table.ControlCharts;
import id.rapor.table.Detectors;
import id.rapor.table.ExpectedDeliveries;
import id.rapor.table.Field;
import id.rapor.table.Files;
import id.rapor.table.Findings;
import id.rapor.table.Funnels;
import id.rapor.table.League;
import id.rapor.table.Levers;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Regions;
import id.rapor.table.ReportCards;
import id.rapor.table.Scorecards;
import id.rapor.table.Sensitivities;
import id.rapor.table.Services;
import id.rapor.table.Shorthand;
import id.rapor.table.Standards;
import id.rapor.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long an edition of a large nation takes and how much room: 3,000 agencies, 40 metrics, 10
 * services, 24 months.
 *
 * <p>Run by hand: {@code mvn test -Dtest=PagesBenchmark}.
 */
class PagesBenchmark {
  private static final String PERIOD = "2026-H1";
  private static final List<String> METRICS =
      Stream.concat(
              Stream.of(
                  "on_time_rate",
                  "satisfaction_index",
                  "fee_compliance",
                  "first_time_right",
                  "median_duration"),
              java.util.stream.IntStream.range(5, 40).mapToObj(at -> "metric_" + at))
          .toList();

  @TempDir Path folder;

  /** Publishes once and prints what it took, and how soon the league can be used in a browser. */
  @Test
  void largeNation() throws IOException, InterruptedException {
    Contents contents = contents();
    List.of(contents.league(), contents.measurements(), contents.backdrop().charts())
        .forEach(Dataset::count);
    Instant started = Instant.now();
    Path edition = Publication.publish(contents, folder).folder();
    Duration took = Duration.between(started, Instant.now());
    System.out.printf("%.1f s%n", took.toMillis() / 1000.0);
    try (Stream<Path> parts = java.nio.file.Files.list(edition)) {
      for (Path part : parts.sorted().toList()) {
        System.out.printf("%,12d bytes %s%n", bytes(part), part.getFileName());
      }
    }
    System.out.printf("%,12d bytes in all%n", bytes(edition));
    if (Browser.chromium().isPresent()) {
      browse(edition);
    }
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = java.nio.file.Files.walk(folder)) {
      return files
          .map(Path::toFile)
          .filter(java.io.File::isFile)
          .mapToLong(java.io.File::length)
          .sum();
    }
  }

  /**
   * Milliseconds from asking for a page until its script has run and all is laid out, and so on.
   */
  private static void browse(Path edition) throws IOException, InterruptedException {
    try (Browser browser = Browser.start()) {
      for (String page : List.of("index.html", "league.html", "metrics/on_time_rate.html")) {
        for (int time = 0; time < 3; time++) {
          browser.open(edition.resolve(page));
          System.out.printf(
              "%s usable after %s ms%n",
              page,
              browser.ask(
                  "document.body.offsetHeight,"
                      + " Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd)"));
        }
      }
      browser.open(edition.resolve("league.html"));
      for (String step :
          List.of(
              "search.value = 'sipil 29', search.dispatchEvent(new Event('input'))",
              "search.value = '', search.dispatchEvent(new Event('input'))",
              "document.querySelectorAll('th[data-sort] button')[1].click()",
              "document.querySelectorAll('th[data-sort] button')[2].click()")) {
        System.out.printf(
            "%s ms: %s%n",
            browser.ask(
                "{ const from = performance.now(); "
                    + step
                    + "; document.body.offsetHeight; Math.round(performance.now() - from) }"),
            step);
      }
    }
  }

  private static Contents contents() {
    Column number = functions.col("id");
    Dataset<Row> agencies =
        TestSpark.session()
            .range(3_000)
            .toDF()
            .withColumn(
                Cases.AGENCY_ID.name(),
                functions.concat(functions.lit("DUK-"), number.plus(10_000)))
            .withColumn(
                Agencies.NAME_ID.name(),
                functions.concat(
                    functions.lit("Dinas Kependudukan dan Pencatatan Sipil Kabupaten "), number))
            .withColumn(Agencies.BODY_TYPE.name(), functions.lit("regency"))
            .withColumn(Cases.REGION_CODE.name(), number.mod(38).cast("string"))
            .withColumn(Measurements.PERIOD.name(), functions.lit(PERIOD));
    Dataset<Row> scored = scored(agencies);
    Dataset<Row> charts =
        each(agencies, Measurements.METRIC, METRICS.subList(0, 5))
            .drop(Measurements.PERIOD.name())
            .crossJoin(months());
    Dataset<Row> monthly = scored.drop(Measurements.PERIOD.name()).crossJoin(months());
    return new Contents(
        Settings.DEFAULTS,
        Period.parse(PERIOD).orElseThrow(),
        Instant.parse("2026-07-01T16:59:00Z"),
        "fingerprint",
        "settings",
        "reference",
        "0",
        filled(Shorthand.LEAGUE, leagues(scored)),
        filled(Shorthand.SCORECARDS, scored),
        filled(
            PerspectiveScores.TABLE,
            each(scored, Metrics.PERSPECTIVE, List.of("finance", "process", "customer", "growth"))),
        filled(Shorthand.MEASUREMENTS, measured(agencies)),
        empty(ReportCards.TABLE),
        filled(Metrics.TABLE, metrics()),
        empty(Detectors.TABLE),
        Agencies.TABLE.complete(agencies),
        empty(Services.TABLE),
        empty(Files.TABLE),
        empty(ExpectedDeliveries.TABLE),
        empty(Findings.TABLE),
        new Backdrop(
            filled(ControlCharts.TABLE, charts),
            Backdrop.monthly(filled(Scorecards.TABLE, monthly)),
            filled(Funnels.TABLE, each(agencies, Measurements.METRIC, METRICS.subList(0, 15))),
            filled(
                Sensitivities.TABLE,
                scored
                    .withColumn(Findings.SENTENCE_ID.name(), functions.lit("Peringkat 9; 1-20."))
                    .withColumn(Findings.SENTENCE_EN.name(), functions.lit("Rank 9; 1-20."))),
            filled(
                Levers.TABLE,
                agencies.withColumn(Measurements.METRIC.name(), functions.lit(METRICS.get(0)))),
            empty(Standards.TABLE),
            empty(Regions.TABLE),
            Optional.empty()));
  }

  private static Dataset<Row> scored(Dataset<Row> agencies) {
    return agencies
        .withColumn(PerspectiveScores.SCORE.name(), functions.rand(1).multiply(60).plus(40))
        .withColumn(Scorecards.GRADE.name(), functions.lit("B"))
        .withColumn(
            Scorecards.PEER_GROUP.name(),
            functions
                .when(functions.col("id").mod(3).equalTo(0), "regency:300-2999")
                .otherwise("regency:30-299"))
        .withColumn(Measurements.STATUS.name(), functions.lit("published"));
  }

  private static Dataset<Row> leagues(Dataset<Row> scored) {
    List<String> names = Stream.concat(Stream.of(League.OVERALL), METRICS.stream()).toList();
    Column rank = functions.col("id").plus(1);
    return each(
            scored.withColumn(Scorecards.PEER_GROUP.name(), functions.lit(League.WHOLE_COUNTRY)),
            League.LEAGUE,
            names)
        .unionByName(each(scored, League.LEAGUE, List.of(League.OVERALL)))
        .withColumn(League.RANK.name(), rank)
        .withColumn(League.RANK_LABEL.name(), rank.cast("string"))
        .withColumn(League.RANK_LOW.name(), functions.greatest(functions.lit(1), rank.minus(200)))
        .withColumn(League.RANK_HIGH.name(), functions.least(functions.lit(3000), rank.plus(200)))
        .withColumn(League.BADGE.name(), functions.lit("not_told_apart"));
  }

  private static Dataset<Row> measured(Dataset<Row> agencies) {
    List<String> services =
        java.util.stream.IntStream.range(0, 10).mapToObj(at -> "SERVICE-" + at).toList();
    Dataset<Row> all =
        each(agencies, Measurements.METRIC, METRICS)
            .withColumn(Cases.SERVICE_ID.name(), functions.lit(Measurements.ALL_SERVICES));
    Dataset<Row> single =
        each(
            agencies.withColumn(Measurements.METRIC.name(), functions.lit("on_time_rate")),
            Cases.SERVICE_ID,
            services);
    return shares(all.unionByName(single));
  }

  /** Shares of cases with their 95 % intervals, as most metrics are. */
  private static Dataset<Row> shares(Dataset<Row> rows) {
    Column n = Measurements.N.col();
    Column share = functions.rand(3);
    Column error = functions.sqrt(functions.rand(4)).multiply(5);
    Column value = Measurements.VALUE.col();
    return rows.withColumn(
            Measurements.N.name(), functions.floor(functions.rand(9).multiply(5_000)).plus(30))
        .withColumn(Measurements.DENOMINATOR.name(), n.cast("double"))
        .withColumn(
            Measurements.NUMERATOR.name(), functions.floor(n.multiply(share)).cast("double"))
        .withColumn(
            Measurements.VALUE.name(),
            Measurements.NUMERATOR.col().divide(Measurements.DENOMINATOR.col()).multiply(100))
        .withColumn(Measurements.STANDARD_ERROR.name(), error)
        .withColumn(Measurements.LOW.name(), value.minus(error.multiply(1.96)))
        .withColumn(Measurements.HIGH.name(), value.plus(error.multiply(1.96)))
        .withColumn(Measurements.ADJUSTED_VALUE.name(), value.multiply(0.97))
        .withColumn(Measurements.EXPECTED.name(), n.multiply(functions.rand(5)))
        .withColumn(Measurements.SHRUNKEN_VALUE.name(), value.multiply(0.9).plus(6))
        .withColumn(Measurements.UNADJUSTED_SHARE.name(), functions.lit(0.0))
        .withColumn(Measurements.ADJUSTED_ERROR.name(), error.multiply(0.97))
        .withColumn(Measurements.ANCHOR_SCALE.name(), functions.lit(1.0))
        .withColumn(Metrics.PERSPECTIVE.name(), functions.lit("process"))
        .withColumn(Metrics.DIRECTION.name(), functions.lit("higher"))
        .withColumn(Metrics.UNIT.name(), functions.lit("percent"))
        .withColumn(Measurements.STATUS.name(), functions.lit("published"));
  }

  private static Dataset<Row> metrics() {
    return each(TestSpark.session().range(1).toDF(), Metrics.CODE, METRICS)
        .withColumn(Metrics.PERSPECTIVE.name(), functions.lit("process"))
        .withColumn(Metrics.DIRECTION.name(), functions.lit("higher"))
        .withColumn(Metrics.UNIT.name(), functions.lit("percent"))
        .withColumn(Metrics.FORMULA.name(), functions.lit("cases in time / cases"))
        .withColumn(Metrics.NAME_ID.name(), functions.lit("Kepatuhan tarif layanan"))
        .withColumn(
            Metrics.PROBLEMS.name(), functions.array(functions.lit("P1"), functions.lit("P2")))
        .withColumn(Metrics.SOLUTIONS.name(), functions.array(functions.lit("S1")));
  }

  private static Dataset<Row> months() {
    List<String> months =
        Period.parse("2025").orElseThrow().months().stream()
            .flatMap(month -> Stream.of(month.toString(), month.minusYears(1).toString()))
            .map(month -> month.replace("2025", "2026").replace("2024", "2025"))
            .toList();
    return each(TestSpark.session().range(1).toDF(), Measurements.PERIOD, months).drop("id");
  }

  private static Dataset<Row> each(Dataset<Row> rows, Field field, List<String> values) {
    Column[] all = values.stream().map(functions::lit).toArray(Column[]::new);
    return rows.withColumn(field.name(), functions.explode(functions.array(all)));
  }

  private static Dataset<Row> empty(Table table) {
    return TestSpark.session().createDataFrame(List.of(), table.schema());
  }

  /** Fills what is missing with numbers by chance. */
  private static Dataset<Row> filled(Table table, Dataset<Row> rows) {
    List<String> present = List.of(rows.columns());
    Map<Object, Column> made =
        Map.of(
            Field.REAL, functions.rand(7).multiply(100),
            Field.WHOLE, functions.floor(functions.rand(9).multiply(5_000)).plus(30));
    Column[] columns =
        table.fields().stream()
            .map(
                field ->
                    present.contains(field.name())
                        ? field.is(field.col())
                        : made.containsKey(field.type())
                            ? field.is(made.get(field.type()))
                            : field.missing())
            .toArray(Column[]::new);
    return rows.select(columns).cache();
  }
}
