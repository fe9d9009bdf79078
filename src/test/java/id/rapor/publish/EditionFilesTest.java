package id.rapor.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.rapor.settings.Settings;
import id.rapor.table.Field;
import id.rapor.table.League;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.ReportCards;
import id.rapor.table.Revisions;
import id.rapor.table.Shorthand;
import id.rapor.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook of an edition and what programs read about its tables. */
class EditionFilesTest {
  @TempDir static Path folder;
  private static Path edition;

  @BeforeAll
  static void publishOnce() {
    Nation nation = Nation.ofTwelve();
    nation.otherRows();
    edition = Publication.publish(nation.contents(Choices.of("en")), folder).folder();
  }

  @Test
  void theWorkbookOpensWithACoverAndAListOfSheets() throws IOException {
    Path book = edition.resolve(EditionBook.NAME);
    assertThat(WorkbookCells.of(book, 1).get(0).get(0)).startsWith("A1 ");
    assertThat(WorkbookCells.of(book, 1))
        .contains(List.of("A3 Period", "B3 First half of 2026"))
        .contains(List.of("A6 Fingerprint of the inputs", "B6 9f2c7d0b51e84a6c"));
    assertThat(WorkbookCells.of(book, 2))
        .contains(List.of("A4 league", "B4 " + League.TABLE.row()));
  }

  @Test
  void aSheetHasItsTitleInTheFirstCellAndNumbersAreNumbers() throws IOException {
    List<List<String>> league = WorkbookCells.of(edition.resolve(EditionBook.NAME), 3);
    assertThat(league.get(0)).containsExactly("A1 League table, First half of 2026");
    assertThat(league.get(2)).startsWith("A3 period", "B3 league", "C3 peer_group");
    // The title, the line below it, the header, twelve places and one of the customer league.
    assertThat(league).hasSize(3 + 12 + 1);
    assertThat(league)
        .anySatisfy(row -> assertThat(row).contains("E6 number 1", "I6 number 91.24"))
        .anySatisfy(row -> assertThat(row).anyMatch(cell -> cell.endsWith(" =A06")))
        .noneSatisfy(row -> assertThat(row).anyMatch(cell -> cell.startsWith("f ")));
  }

  @Test
  void everyColumnIsToldInBothLanguages() {
    List<String> missing = new ArrayList<>();
    for (Table table :
        List.of(
            id.rapor.table.Dossiers.TABLE,
            Shorthand.LEAGUE,
            Shorthand.SCORECARDS,
            Shorthand.MEASUREMENTS,
            ReportCards.TABLE,
            Revisions.TABLE)) {
      for (Field field : table.fields()) {
        if (Meanings.of(table, field).equals(field.meaning())) {
          missing.add(table.name() + "." + field.name());
        }
      }
    }
    assertThat(missing).as("columns without words in columns_id.properties").isEmpty();
  }

  @Test
  void theScoreOfALeagueMayBeTheValueOfAMetric() {
    assertThat(League.SCORE.meaning()).contains("the metric's value in its unit");
    assertThat(Meanings.of(Shorthand.LEAGUE, League.SCORE)).contains("nilai ukurannya");
    assertThat(Meanings.of(Shorthand.SCORECARDS, PerspectiveScores.SCORE)).startsWith("0-100: ");
  }

  @Test
  void csvMetadataNamesTheColumnsOfTheHeaderInTheirOrder() throws IOException {
    for (String table : List.of("league", "scorecards", "measurements", "report_cards")) {
      JsonNode json = read(table + ".csv-metadata.json");
      assertThat(json.get("url").asText()).isEqualTo(table + ".csv");
      List<String> titles = new ArrayList<>();
      json.get("tableSchema")
          .get("columns")
          .forEach(column -> titles.add(column.get("titles").asText()));
      String header = Files.readAllLines(edition.resolve(table + ".csv")).get(0);
      assertThat(String.join(",", titles)).isEqualTo(header);
    }
  }

  @Test
  void whatALineOfAReportCardMayLackIsNotRequired() throws IOException {
    List<String> optional = new ArrayList<>();
    read("report_cards.csv-metadata.json")
        .get("tableSchema")
        .get("columns")
        .forEach(
            column -> {
              if (!column.has("required")) {
                optional.add(column.get("name").asText());
              }
            });
    assertThat(optional).containsExactly("gain", "solutions", "factors");
  }

  @Test
  void theRecordNamesFilesThatAreThere() throws IOException {
    JsonNode record = read(Catalog.NAME);
    assertThat(record.get("@type").asText()).isEqualTo("dcat:Dataset");
    assertThat(record.get("dct:temporal").get("dcat:endDate").get("@value").asText())
        .isEqualTo("2026-06-30");
    assertThat(record.get("dcat:distribution")).hasSize(10);
    assertThat(record.get("dcat:distribution").get(0).get("dcat:mediaType").get("@id").asText())
        .isEqualTo("https://www.iana.org/assignments/media-types/text/csv");
    assertThat(record.get("dct:language").get(1).get("@id").asText())
        .isEqualTo("http://publications.europa.eu/resource/authority/language/ENG");
    record
        .get("dcat:distribution")
        .forEach(
            file ->
                assertThat(edition.resolve(file.get("dcat:downloadURL").get("@id").asText()))
                    .exists());
  }

  @Test
  void aRecordWithoutASubtitleTellsWhatTheEditionHolds(@TempDir Path other) throws IOException {
    Contents contents = Nation.ofTwelve().contents(Settings.DEFAULTS);
    Catalog.write(contents, 3, List.of(), other);
    JsonNode record = new ObjectMapper().readTree(other.resolve(Catalog.NAME).toFile());
    assertThat(record.get("dct:description").get(1).get("@value").asText())
        .startsWith("Services of public agencies, First half of 2026: ")
        .endsWith("; edition 3.");
  }

  private static JsonNode read(String file) throws IOException {
    return new ObjectMapper().readTree(edition.resolve(file).toFile());
  }
}
