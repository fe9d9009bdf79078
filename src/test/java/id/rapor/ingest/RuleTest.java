package id.rapor.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.rapor.TestSpark;
import id.rapor.ingest.Delivery.Known;
import id.rapor.ingest.Delivery.Terms;
import id.rapor.reference.Reference;
import id.rapor.settings.Problems;
import id.rapor.table.Feeds;
import id.rapor.table.Field;
import id.rapor.table.Provenance;
import id.rapor.table.Quarantine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Takes in a folder in which every line names a rule, tells what it is an example of, and whether
 * it breaks that rule.
 */
class RuleTest {
  private static final SparkSession SPARK = TestSpark.session();
  private static final Path FOLDER =
      Path.of(System.getProperty("rapor.home", "."), "src/test/resources/id/rapor/ingest/rules");

  /** A line of the folder: the rule it is about, and what it is to do with it. */
  private record Example(String file, long line, String rule, String example, boolean breaks) {}

  @TestFactory
  Stream<DynamicTest> everyExampleDoesWhatItSays() throws IOException {
    Map<String, Set<String>> broken = broken();
    return examples().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.rule() + ": " + example.example(),
                    () -> {
                      Set<String> rules =
                          broken.getOrDefault(place(example.file(), example.line()), Set.of());
                      if (example.breaks()) {
                        assertThat(rules).contains(example.rule());
                      } else {
                        assertThat(rules).doesNotContain(example.rule());
                      }
                    }));
  }

  @Test
  void everyRuleHasALineThatBreaksItAndTwoThatDoNot() throws IOException {
    List<Example> examples = examples();
    assertThat(examples).extracting(Example::rule).isSubsetOf(codes());
    for (String code : codes()) {
      List<Example> own = examples.stream().filter(each -> each.rule().equals(code)).toList();
      assertThat(own.stream().filter(Example::breaks).count()).as(code).isPositive();
      assertThat(own.stream().filter(each -> !each.breaks()).count())
          .as(code)
          .isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void everyRuleSpeaksOfColumnsThatItsFeedsHave() {
    for (Rule rule : Rule.values()) {
      assertThat(rule.feeds()).as(rule.code()).isNotEmpty();
      List<String> named = rule.fields().stream().map(Field::name).toList();
      rule.feeds()
          .forEach(
              feed ->
                  assertThat(feed.columns())
                      .as(rule.code())
                      .extracting(Field::name)
                      .containsAll(named));
    }
  }

  private static List<String> codes() {
    return Arrays.stream(Rule.values()).map(Rule::code).toList();
  }

  private static String place(String file, long line) {
    return file + ":" + line;
  }

  /** The codes of the rules that the line at a place breaks; none for a superseded one. */
  private static Map<String, Set<String>> broken() {
    Delivery delivery = Delivery.find(Inbox.sources(List.of(), FOLDER), FOLDER, Optional.empty());
    assertThat(delivery.feeds()).isEqualTo(Feeds.ALL);
    List<Intake> intakes =
        delivery.feeds().stream()
            .map(feed -> delivery.read(SPARK, feed, terms(), Optional.empty()))
            .toList();
    Map<String, Set<String>> broken = new HashMap<>();
    try (Crossing crossing = Crossing.of(intakes, feed -> Optional.empty())) {
      for (Intake intake : crossing.marked()) {
        enter(broken, intake.accepted(), Provenance.WARNINGS.name());
        enter(broken, intake.refused(), Quarantine.RULES.name());
        intake.close();
      }
    }
    return broken;
  }

  private static void enter(Map<String, Set<String>> broken, Dataset<Row> lines, String column) {
    for (Row row : lines.collectAsList()) {
      broken.put(
          place(row.getAs(Provenance.FILE.name()), row.getAs(Provenance.LINE.name())),
          row.<String>getList(row.fieldIndex(column)).stream()
              .map(code -> code.replaceAll(":.*", ""))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  private static Terms terms() {
    Problems problems = new Problems();
    Reference reference = Reference.read(FOLDER.resolve("reference"), problems);
    problems.throwIfAny("read the examples");
    return new Terms(
        new Known(
            Optional.of(reference.agencyDays(SPARK)),
            Optional.of(reference.regionDays(SPARK)),
            Optional.of(reference.services(SPARK).select("service_id"))),
        ZoneId.of("Asia/Jakarta"),
        new IdentityKey("0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
        "run",
        Instant.parse("2026-11-01T00:00:00Z"));
  }

  private static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    try (Stream<Path> files = Files.walk(FOLDER.resolve("landing"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        boolean json = file.toString().endsWith(".jsonl");
        for (int i = json ? 0 : 1; i < lines.size(); i++) {
          String name = FOLDER.relativize(file).toString();
          examples.add(
              json
                  ? ofJson(name, i + 1, lines.get(i))
                  : ofCsv(name, i, lines.get(i).split(",", 4)));
        }
      }
    }
    return examples.stream().filter(example -> !example.rule().isEmpty()).toList();
  }

  private static Example ofJson(String file, long line, String text) throws IOException {
    JsonNode node = new ObjectMapper().readTree(text);
    return new Example(
        file,
        line,
        node.get("rule").asText(),
        node.get("example").asText(),
        node.get("breaks").asBoolean());
  }

  private static Example ofCsv(String file, long line, String[] values) {
    return new Example(file, line, values[0], values[1], Boolean.parseBoolean(values[2]));
  }
}
