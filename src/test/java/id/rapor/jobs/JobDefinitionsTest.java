package id.rapor.jobs;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.rapor.TestSpark;
import id.rapor.settings.ColumnMapping;
import id.rapor.settings.FeedShape;
import id.rapor.settings.Settings;
import id.rapor.settings.SettingsFile;
import id.rapor.settings.Source;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Feeds;
import id.rapor.table.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The job definitions in {@code jobs/} can be read, and those of the three cities give the counts
 * that were made from the cities' files by another program.
 */
class JobDefinitionsTest {
  private static final Path HOME =
      Path.of(System.getProperty("rapor.home", ".")).toAbsolutePath().normalize();
  private static final Path EXAMPLES = HOME.resolve("jobs/examples");
  private static final Map<String, FeedShape> SHAPES =
      Feeds.ALL.stream().collect(Collectors.toMap(Feed::name, JobDefinitionsTest::shape));

  @TestFactory
  Stream<DynamicTest> everyDefinitionIsRead() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : List.of(HOME.resolve("jobs"), EXAMPLES)) {
      try (Stream<Path> inside = Files.list(folder)) {
        inside.filter(file -> file.toString().endsWith(".yaml")).forEach(files::add);
      }
    }
    return files.stream()
        .sorted()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () ->
                        assertThat(SettingsFile.read(file, SHAPES).periods().headline())
                            .isNotEmpty()));
  }

  @Tag("slow")
  @Test
  void losAngelesHasSevenAgenciesAndKnownCodes() throws IOException {
    Dataset<Row> cases = cases("la-311", csv("la-311-service-requests/*.csv.gz"));
    assertThat(cases.count()).isEqualTo(29_999);
    assertThat(cases.filter(Cases.AGENCY_ID.col().isNull()).count()).isEqualTo(18);
    assertThat(values(cases, Cases.AGENCY_ID)).isEqualTo(reference("la-311", "agencies"));
    assertThat(values(cases, Cases.SERVICE_ID)).isEqualTo(reference("la-311", "services"));
    assertThat(values(cases, Cases.STATUS)).containsOnly("completed", "withdrawn", "pending");
    assertThat(values(cases, Cases.CHANNEL))
        .containsOnly("phone", "mobile", "online", "crew", "email", "council", "fax", "counter");
    assertThat(open(cases)).isEqualTo(52);
    assertThat(cases.filter(Cases.STATUS.col().equalTo("pending")).count()).isEqualTo(52);
  }

  @Tag("slow")
  @Test
  void chicagoRepeats375NumbersWithinTheirWards() throws IOException {
    Dataset<Row> cases = cases("chicago-311", csv("chicago-311-sanitation-complaints/*.csv.gz"));
    assertThat(cases.count()).isEqualTo(74_401);
    Dataset<Row> accepted = cases.filter(Cases.AGENCY_ID.col().isNotNull());
    assertThat(accepted.count()).isEqualTo(74_401 - 7);
    assertThat(accepted.select(Cases.AGENCY_ID.col(), Cases.CASE_ID.col()).distinct().count())
        .isEqualTo(74_401 - 7 - 375);
    assertThat(values(cases, Cases.AGENCY_ID)).isEqualTo(reference("chicago-311", "agencies"));
    assertThat(values(cases, Cases.SERVICE_ID)).isEqualTo(reference("chicago-311", "services"));
    assertThat(reference("chicago-311", "regions")).containsAll(values(cases, Cases.REGION_CODE));
    assertThat(cases.filter(Cases.STATUS.col().equalTo("withdrawn")).count()).isEqualTo(3_509);
    assertThat(open(cases)).isEqualTo(325);
  }

  @Tag("slow")
  @Test
  void prishtinaKnowsEverySpelling() throws IOException {
    Dataset<Row> cases = cases("prishtina-permits", permits());
    assertThat(cases.count()).isEqualTo(1_235);
    assertThat(cases.filter(Cases.SUBMITTED_AT.col().isNull()).count()).isEqualTo(454);
    assertThat(cases.select(Cases.CASE_ID.col()).distinct().count()).isEqualTo(1_235);
    assertThat(values(cases, Cases.AGENCY_ID))
        .isEqualTo(reference("prishtina-permits", "agencies"));
    assertThat(values(cases, Cases.SERVICE_ID))
        .isEqualTo(reference("prishtina-permits", "services"));
    assertThat(open(cases)).isEqualTo(1);
    assertThat(cases.filter(Cases.SERVICE_ID.col().equalTo("individual_house")).count())
        .isEqualTo(522);
    Column unit =
        Cases.FEE_PAID.col().cast("double").divide(Cases.FEE_QUANTITY.col().cast("double"));
    assertThat(cases.filter(unit.between(6, 7)).count()).isEqualTo(628);
  }

  private static long open(Dataset<Row> cases) {
    return cases.filter(Cases.CLOSED_AT.col().isNull()).count();
  }

  /** The source's rows under the feed's names, before anything is parsed. */
  private static Dataset<Row> cases(String example, Dataset<Row> rows) {
    Settings settings = SettingsFile.read(EXAMPLES.resolve(example + ".yaml"), SHAPES);
    Source source = settings.sources().get(0);
    return rows.select(
            source.columns().entrySet().stream()
                .map(entry -> mapped(entry.getValue()).as(entry.getKey()))
                .toArray(Column[]::new))
        .cache();
  }

  private static Column mapped(ColumnMapping mapping) {
    Column value =
        mapping
            .constant()
            .map(text -> lit(text))
            .or(() -> mapping.expression().map(text -> expr(text)))
            .orElseGet(
                () ->
                    coalesce(
                        mapping.from().stream()
                            .map(name -> col("`" + name + "`"))
                            .toArray(Column[]::new)));
    Column coded = mapping.otherwise().map(text -> lit(text)).orElse(value);
    for (Map.Entry<String, String> code : mapping.codes().entrySet()) {
      coded = when(value.equalTo(code.getKey()), code.getValue()).otherwise(coded);
    }
    return coded;
  }

  private static Dataset<Row> csv(String files) {
    return TestSpark.session()
        .read()
        .option("header", "true")
        .option("escape", "\"")
        .csv(data(files).toString());
  }

  private static Dataset<Row> permits() {
    Dataset<Row> documents =
        TestSpark.session()
            .read()
            .option("multiLine", "true")
            .option("primitivesAsString", "true")
            .json(data("prishtina-building-permits/*.json").toString());
    return documents.selectExpr("year as `/year`", "inline(records)");
  }

  private static Path data(String files) {
    Path folder = HOME.resolve("../shared/data").normalize();
    assumeTrue(Files.isDirectory(folder), "the cities' files are not at hand");
    return folder.resolve(files);
  }

  private static Set<String> values(Dataset<Row> cases, Field field) {
    return cases
        .select(field.col())
        .filter(field.col().isNotNull())
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .collect(Collectors.toSet());
  }

  /** The first column of a reference table. */
  private static Set<String> reference(String example, String table) {
    List<Row> rows =
        TestSpark.session()
            .read()
            .option("header", "true")
            .csv(EXAMPLES.resolve(example).resolve("reference/" + table + ".csv").toString())
            .collectAsList();
    Set<String> codes = new HashSet<>();
    rows.forEach(row -> codes.add(row.getString(0)));
    return codes;
  }

  private static FeedShape shape(Feed feed) {
    return new FeedShape(
        feed.columns().stream().map(Field::name).collect(Collectors.toSet()),
        feed.columns().stream()
            .filter(Field::isIdentifier)
            .map(Field::name)
            .collect(Collectors.toSet()));
  }
}
