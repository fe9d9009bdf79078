package id.rapor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.settings.Problems;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A folder of test resources: feeds in, reference tables, and what must come out. */
record Fixture(Path folder) {

  static Fixture named(String name) {
    try {
      return new Fixture(Path.of(Fixture.class.getResource(name).toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The feed's file in the shape of its table; empty if there is none. */
  Optional<Dataset<Row>> feed(Feed feed) {
    Path file = folder.resolve(feed.name() + ".csv");
    return Files.exists(file)
        ? Optional.of(
            feed.table()
                .complete(TestSpark.session().read().option("header", "true").csv(file.toString())))
        : Optional.empty();
  }

  Reference reference() {
    Problems problems = new Problems();
    Reference reference = Reference.read(folder.resolve("reference"), problems);
    assertThat(problems.all()).isEmpty();
    return reference;
  }

  /** Case to column to text, as expected.csv says. */
  Map<String, Map<String, String>> expected() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("expected.csv"));
    List<String> names = List.of(lines.get(0).split(",", -1));
    Map<String, Map<String, String>> rows = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split(",", -1));
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i), cells.get(i));
      }
      rows.put(cells.get(0), instants(row));
    }
    return rows;
  }

  /** The same columns of {@code judged}. */
  Map<String, Map<String, String>> actual(Dataset<Row> judged) throws IOException {
    List<String> names = new ArrayList<>(expected().values().iterator().next().keySet());
    Map<String, Map<String, String>> rows = new TreeMap<>();
    for (Row row : judged.collectAsList()) {
      Map<String, String> cells = new LinkedHashMap<>();
      names.forEach(name -> cells.put(name, text(row.getAs(name))));
      rows.put(row.getAs(Cases.CASE_ID.name()), cells);
    }
    return rows;
  }

  private static Map<String, String> instants(Map<String, String> row) {
    row.replaceAll(
        (name, cell) ->
            name.endsWith("_at") && !cell.isEmpty()
                ? OffsetDateTime.parse(cell).toInstant().toString()
                : cell);
    return row;
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Timestamp time) {
      return time.toInstant().toString();
    }
    if (value instanceof Instant || value instanceof BigDecimal) {
      return value.toString();
    }
    return String.valueOf(value);
  }
}
