package id.rapor;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.reference.Judge;
import id.rapor.reference.Judged;
import id.rapor.reference.Reference;
import id.rapor.settings.Problems;
import id.rapor.settings.Settings;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Pauses;
import id.rapor.table.Payments;
import id.rapor.table.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A folder of test resources: feeds and reference tables in, and the lines of {@code expected.csv}
 * that a stage must make of them, no more and no fewer, in any order.
 */
public record StageFixture(Path folder) {
  /** Thursday 20 March 2025, 12:00 in Jakarta: what all fixtures are judged at. */
  public static final Instant AS_OF = Instant.parse("2025-03-20T05:00:00Z");

  private static final int DECIMALS = 4;

  /** The folder {@code name} beside the resources of {@code test}. */
  public static StageFixture of(Class<?> test, String name) {
    try {
      return new StageFixture(Path.of(test.getResource(name).toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The feed's file in the shape of its table; without rows if there is none. */
  public Dataset<Row> feed(Feed feed) {
    return table(feed.table());
  }

  /** The table's file in its shape; without rows if there is none. */
  public Dataset<Row> table(Table table) {
    Path file = folder.resolve(table.name() + ".csv");
    return Files.exists(file)
        ? table.complete(TestSpark.session().read().option("header", "true").csv(file.toString()))
        : TestSpark.session().createDataFrame(List.<Row>of(), table.schema());
  }

  public Reference reference() {
    Problems problems = new Problems();
    Reference reference = Reference.read(folder.resolve("reference"), problems);
    assertThat(problems.all()).isEmpty();
    return reference;
  }

  public Judged judged() {
    return Judge.judge(
        feed(Cases.FEED),
        Optional.of(feed(Payments.FEED)),
        Optional.of(feed(Pauses.FEED)),
        reference(),
        Settings.DEFAULTS,
        AS_OF);
  }

  public List<String> expected() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("expected.csv"));
    return lines.subList(1, lines.size());
  }

  /** Whether {@code expected.csv} has that column. */
  public boolean hasExpected(String column) throws IOException {
    return columns().contains(column);
  }

  /** The values that a column of {@code expected.csv} holds. */
  public List<String> expected(String column) throws IOException {
    int place = columns().indexOf(column);
    return expected().stream().map(line -> line.split(",", -1)[place]).distinct().toList();
  }

  /** {@code rows} as lines with the columns of {@code expected.csv}. */
  public List<String> lines(Dataset<Row> rows) throws IOException {
    List<String> columns = columns();
    return rows
        .select(columns.stream().map(rows::col).toArray(org.apache.spark.sql.Column[]::new))
        .collectAsList()
        .stream()
        .map(row -> line(row, columns.size()))
        .toList();
  }

  private List<String> columns() throws IOException {
    return List.of(Files.readAllLines(folder.resolve("expected.csv")).get(0).split(","));
  }

  private static String line(Row row, int columns) {
    return IntStream.range(0, columns)
        .mapToObj(place -> text(row.get(place)))
        .collect(Collectors.joining(","));
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Number number) {
      BigDecimal rounded =
          new BigDecimal(number.toString()).setScale(DECIMALS, RoundingMode.HALF_UP);
      return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
    return String.valueOf(value);
  }
}
