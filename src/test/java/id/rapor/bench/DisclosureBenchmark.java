package id.rapor.bench;

import id.rapor.TestSpark;
import id.rapor.publish.SmallCells;
import id.rapor.settings.Period;
import id.rapor.table.Cases;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/**
 * How long it takes to decide what is hidden: 24 months with their quarters, halves and years, 10
 * services of very different size, 12 groups of metrics that count different rows.
 *
 * <p>Run by hand: {@code mvn test -Dtest=DisclosureBenchmark}.
 */
class DisclosureBenchmark {
  private static final int AGENCIES = 200;
  private static final int SERVICES = 10;
  private static final List<String> METRICS =
      IntStream.range(0, 12).mapToObj(at -> "metric_" + at).toList();
  private static final List<Period> PERIODS =
      Stream.of("2025", "2026")
          .flatMap(
              year ->
                  Stream.concat(
                      Stream.of(year, year + "-H1", year + "-H2"),
                      Stream.concat(
                          IntStream.rangeClosed(1, 4).mapToObj(q -> year + "-Q" + q),
                          IntStream.rangeClosed(1, 12)
                              .mapToObj(m -> String.format("%s-%02d", year, m)))))
          .map(code -> Period.parse(code).orElseThrow())
          .toList();
  private static final StructType COUNTS =
      new StructType()
          .add(Measurements.PERIOD.name(), "string")
          .add(Cases.AGENCY_ID.name(), "string")
          .add(Cases.SERVICE_ID.name(), "string")
          .add(Measurements.METRIC.name(), "string")
          .add(Measurements.N.name(), "long");

  /** Decides three times and prints how long it took. */
  @Test
  void largeNation() {
    Dataset<Row> counts = TestSpark.session().createDataFrame(counts(), COUNTS).cache();
    Dataset<Row> metrics = metrics().cache();
    Dataset<Row> before = SmallCells.before(TestSpark.session(), Path.of("nothing"));
    System.out.printf("%,d counts, %d small%n", counts.count(), counts.where("n < 10").count());
    for (int time = 0; time < 3; time++) {
      Instant started = Instant.now();
      long hidden = SmallCells.hidden(counts, metrics, before).count();
      long took = Duration.between(started, Instant.now()).toMillis();
      System.out.printf("%,d hidden, %.1f ms an agency%n", hidden, (double) took / AGENCIES);
    }
  }

  private static List<Row> counts() {
    Random random = new Random(1);
    List<Row> rows = new ArrayList<>();
    for (int agency = 0; agency < AGENCIES; agency++) {
      for (String metric : METRICS) {
        double share = random.nextDouble();
        Map<String, Map<Period, Long>> counted = new TreeMap<>();
        for (int service = 0; service < SERVICES; service++) {
          double usual = share * Math.exp(5 * random.nextDouble());
          for (Period month : PERIODS) {
            if (month.kind() == Period.Kind.MONTH) {
              long n = Math.round(usual * (0.5 + random.nextDouble()));
              for (Period whole : PERIODS) {
                if (whole.holds(month.first())) {
                  for (String one : List.of("S" + service, Measurements.ALL_SERVICES)) {
                    counted.computeIfAbsent(one, any -> new TreeMap<>()).merge(whole, n, Long::sum);
                  }
                }
              }
            }
          }
        }
        String id = "A" + agency;
        counted.forEach(
            (service, all) ->
                all.forEach(
                    (period, n) ->
                        rows.add(RowFactory.create(period.code(), id, service, metric, n))));
      }
    }
    return rows;
  }

  private static Dataset<Row> metrics() {
    Dataset<Row> codes =
        TestSpark.session()
            .range(1)
            .withColumn(
                Metrics.CODE.name(),
                functions.explode(
                    functions.array(METRICS.stream().map(functions::lit).toArray(Column[]::new))));
    Column[] columns =
        Metrics.TABLE.fields().stream()
            .map(
                field ->
                    field.equals(Metrics.CODE)
                        ? field.col()
                        : field.equals(Metrics.FORM)
                            ? field.is(functions.lit("share"))
                            : field.equals(Metrics.MINIMUM_N)
                                ? field.is(functions.lit(30L))
                                : field.equals(Metrics.FEED)
                                    ? field.is(functions.lit(Cases.FEED.name()))
                                    : field.missing())
            .toArray(Column[]::new);
    return codes.select(columns);
  }
}
