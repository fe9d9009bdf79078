package id.rapor.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rapor.settings.ColumnMapping;
import id.rapor.settings.Source;
import id.rapor.settings.UserError;
import id.rapor.table.Cases;
import id.rapor.table.Payments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identifiers of persons in unexpected places: none is in any row that comes of them. */
class IdentifiersTest {
  private static final String PERSON = "3201010101010001";

  @TempDir private Path input;
  private Landing landing;

  @BeforeEach
  void landing() throws IOException {
    landing = new Landing(input);
  }

  @Test
  void underAHeaderInOtherLettersOrGivenTwice() throws IOException {
    String header = "case_id,agency_id,service_id,submitted_at,status,";
    String line = "1,A,S,someday,pending,";
    landing.write("letters.csv", header + "APPLICANT_ID\n" + line + PERSON + "\n");
    landing.write(
        "twice.csv", header + "applicant_id,applicant_id\n" + line + PERSON + "," + PERSON + "\n");
    landing.write("more.csv", header + "applicant_id\n" + line + "x," + PERSON + "\n");
    nowhere(landing.take(Cases.FEED, Optional.empty()), 3);
  }

  @Test
  void inAFeedThatAsksForNone() throws IOException {
    Path folder = Files.createDirectories(input.resolve("landing/payments"));
    Files.writeString(
        folder.resolve("a.csv"),
        "payment_id,case_id,agency_id,paid_at,amount,Applicant_ID\n1,1,A,2026-01-05,-1,"
            + PERSON
            + "\n");
    Files.writeString(
        folder.resolve("b.jsonl"),
        "{\"payment_id\": \"2\", \"OFFICER_ID\": \"P\", \"by\": [{\"of\": {\"device_id\": \"P\"}}]}\n"
            .replace("\"P\"", "\"" + PERSON + "\""));
    nowhere(
        landing.take(List.of(Source.canonical("payments")), Payments.FEED, Optional.empty()), 2);
  }

  @Test
  void aRecordInPlaceOfAHeaderIsNotRepeated() throws IOException {
    landing.write("a.csv", "1,A,S,2026-01-05,pending," + PERSON + "\n");
    landing.write("b.csv", "status,case_id," + PERSON + "\n");
    assertThatThrownBy(() -> landing.take(Cases.FEED, Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("it has [] and 6 that neither feed nor mapping names")
        .hasMessageContaining("it has [case_id, status] and 1 that neither feed nor mapping names")
        .hasMessageNotContaining(PERSON);
  }

  @Test
  void inJsonWhereverItIsNested() throws IOException {
    landing.write(
        "a.json",
        ("{\"who\": \"P\", \"rows\": [{\"by\": {\"ID\": \"P\"}}, {\"by\": [{\"id\": \"P\"}]}, {\"By\": {\"id\": \"P\"}},"
                + " {\"case_id\": \"1\", \"agency_id\": \"A\", \"service_id\": \"S\", \"submitted_at\": \"2026-01-05\", \"status\": \"pending\"}]}")
            .replace("\"P\"", "\"" + PERSON + "\""));
    Map<String, ColumnMapping> columns = canonical();
    columns.put("applicant_id", ColumnMapping.renamed("by.id"));
    columns.put("officer_id", ColumnMapping.renamed("/who"));
    Intake intake =
        landing.take(
            List.of(source("landing/cases/*.json", Optional.of("rows"), Optional.empty(), columns)),
            Cases.FEED,
            Optional.empty());
    nowhere(intake, 3);
    assertThat(intake.accepted().select("officer_id").collectAsList())
        .hasSize(1)
        .allSatisfy(row -> assertThat(row.getString(0)).hasSize(64));
  }

  @Test
  void oneThatIsMappedFromWithinIsHashedOnce() throws IOException {
    landing.write(
        "a.jsonl",
        ("{\"case_id\": \"1\", \"agency_id\": \"A\", \"service_id\": \"S\", \"submitted_at\": \"2026-01-05\","
                + " \"status\": \"pending\", \"who\": \"P\", \"by\": {\"applicant_id\": \"P\"}}\n")
            .replace("\"P\"", "\"" + PERSON + "\""));
    Map<String, ColumnMapping> columns = canonical();
    columns.put("applicant_id", ColumnMapping.renamed("by.applicant_id"));
    columns.put("officer_id", ColumnMapping.renamed("who"));
    Source source = source("landing/cases/*.jsonl", Optional.empty(), Optional.empty(), columns);
    Row only =
        Landing.accepted(landing.take(List.of(source), Cases.FEED, Optional.empty())).get("1");
    assertThat(only.<String>getAs("applicant_id"))
        .hasSize(64)
        .isEqualTo(only.<String>getAs("officer_id"));
  }

  @Test
  void theNameOfAFileMayNotBeOne() throws IOException {
    landing.write(PERSON + ".csv", Landing.HEADER + "1,A,S,2026-01-05,,pending\n");
    Map<String, ColumnMapping> columns = canonical();
    columns.put("applicant_id", ColumnMapping.renamed("person"));
    Source named =
        source(
            "landing/cases/*.csv", Optional.empty(), Optional.of("(?<person>\\d+).csv"), columns);
    assertThatThrownBy(() -> landing.take(List.of(named), Cases.FEED, Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("applicant_id is to come from the file's name");
  }

  private static void nowhere(Intake intake, int refused) {
    Dataset<Row> rows = intake.refused();
    assertThat(intake.refusedLines()).isEqualTo(refused);
    assertThat(rows.toJSON().collectAsList())
        .hasSize(refused)
        .noneMatch(row -> row.contains(PERSON));
  }

  private static Map<String, ColumnMapping> canonical() {
    Map<String, ColumnMapping> columns = new LinkedHashMap<>();
    List.of("case_id", "agency_id", "service_id", "submitted_at", "status")
        .forEach(name -> columns.put(name, ColumnMapping.renamed(name)));
    return columns;
  }

  private static Source source(
      String files,
      Optional<String> records,
      Optional<String> fileName,
      Map<String, ColumnMapping> columns) {
    return new Source(
        "foreign",
        "cases",
        files,
        Optional.empty(),
        Source.Csv.DEFAULTS,
        records,
        Optional.empty(),
        fileName,
        Optional.empty(),
        columns);
  }
}
