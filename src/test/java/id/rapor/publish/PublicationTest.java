package id.rapor.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.rapor.TestSpark;
import id.rapor.settings.Settings;
import id.rapor.settings.UserError;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a published edition holds, for a nation of twelve agencies. */
class PublicationTest {
  @TempDir static Path shared;
  private static Path edition;
  private static String page;

  @TempDir Path folder;

  @BeforeAll
  static void publishOnce() throws IOException {
    Nation nation = Nation.ofTwelve();
    nation.found("fee_above_tariff", 10);
    nation.found("slow_case", 9);
    nation.otherRows();
    Settings settings = Choices.of("id", Settings.DEFAULTS.scoring(), "Catatan <b>satu</b>.");
    Edition made = Publication.publish(nation.contents(settings), shared);
    edition = made.folder();
    page = Files.readString(edition.resolve("index.html"));
    assertThat(made.outcome()).isEqualTo(Edition.Outcome.MADE);
  }

  @Test
  void anEditionHoldsTheTablesThePageAndTheManifest() throws IOException {
    assertThat(edition).isEqualTo(shared.resolve("2026-H1/1"));
    assertThat(names(edition))
        .containsExactlyInAnyOrder(
            "league.csv",
            "league.parquet",
            "scorecards.csv",
            "scorecards.parquet",
            "measurements.csv",
            "measurements.parquet",
            "report_cards.csv",
            "report_cards.parquet",
            "revisions.csv",
            "revisions.parquet",
            "datapackage.json",
            "index.html",
            "index.en.html",
            "methods.html",
            "methods.en.html",
            "agencies",
            "metrics",
            "services",
            "pages.css",
            "rapor.xlsx",
            "dcat.jsonld",
            "league.csv-metadata.json",
            "scorecards.csv-metadata.json",
            "measurements.csv-metadata.json",
            "report_cards.csv-metadata.json",
            "revisions.csv-metadata.json",
            "edition.json");
    assertThat(names(edition.getParent())).containsExactly("1");
  }

  @Test
  void theFilesHoldTheRowsOfThePeriodOnly() throws IOException {
    List<String> csv = Files.readAllLines(edition.resolve("league.csv"));
    // A header, twelve places, one of the customer league and one among the cities.
    assertThat(csv).hasSize(1 + 12 + 2).noneMatch(line -> line.contains("2025-H2"));
    assertThat(csv.get(0)).startsWith("period,league,peer_group,agency_id,rank,rank_label");
    assertThat(csv).anyMatch(line -> line.startsWith("2026-H1,overall,*,'=A06,6,6,4,8,59.996,"));
    String parquet = edition.resolve("league.parquet").toString();
    assertThat(TestSpark.session().read().parquet(parquet).collectAsList())
        .hasSize(14)
        .allSatisfy(row -> assertThat(Cells.text(row, Measurements.PERIOD)).contains("2026-H1"))
        .anySatisfy(row -> assertThat(Cells.whole(row, League.RANK)).contains(9L));
  }

  @Test
  void rowsStandByRankLabelThenAgencyCode() {
    assertThat(all("<td role=\"cell\" class=\"rank\">([^<]*)</td>", page))
        .containsExactly("1", "2=", "2=", "4", "5", "6", "7", "8=", "8=");
    assertThat(all("<tr role=\"row\" id=\"a-([^\"]*)\"", page))
        .containsExactly(
            "A01", "A02", "A03", "A04", "A05", "%3DA06", "A07", "A09", "A10", // ranked
            "A12", "A13", "A11"); // Anggrek, Bunga, Zamrud
  }

  @Test
  void scoresAreRoundedToTwoDecimalsAndTiesShowAlike() {
    assertThat(all("class=\"number score\">([^<]*)<", page))
        .containsExactly(
            "91,24", "84,95", "84,95", "71,25", "66,67", "60,00", "59,94", "41,00", "41,00");
  }

  @Test
  void gradesStandUnderTheScaleInTheirOrder() {
    assertThat(all("<text class=\"grade\" x=\"([^\"]*)\"", page))
        .containsExactly("20%", "50%", "65%", "77.5%", "92%");
  }

  @Test
  void everythingIsEscaped() {
    assertThat(page)
        .doesNotContain("<script>alert")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("=HYPERLINK(&quot;x&quot;)")
        .contains("Kementerian Lima &amp; Enam")
        .contains("Catatan &lt;b&gt;satu&lt;/b&gt;.");
  }

  @Test
  void thePageAsksForNothingOutside() {
    assertThat(page)
        .contains("default-src 'none'; style-src 'sha256-")
        .contains("<html lang=\"id\">")
        .doesNotContain("http://", "https://", "@import", "url(", " style=", " onclick");
    assertThat(all("(?:href|src)=\"([^\"#]+)\"", page))
        .allMatch(link -> link.equals("data:,") || Files.exists(edition.resolve(link)));
  }

  @Test
  void namesAreThoseInForceAtTheEndOfThePeriod() {
    assertThat(page).contains("Kota Satu<").doesNotContain("(lama)", "(kelak)");
  }

  @Test
  void theSummaryIsCountedFromTheRows() {
    assertThat(page)
        .contains("Dari 12 instansi, 9 diperingkat dan 3 tidak.")
        .contains("seperlima teratas atau terbawah dari instansi yang diperingkat")
        .doesNotContain("sepuluh besar:")
        .contains("<dt>mencapai standar (nilai C atau lebih baik)</dt><dd>5</dd>")
        .contains("<dt>skor tengah (median)</dt><dd>66,67</dd>");
  }

  @Test
  void intervalsAreDrawnOnOneScaleAndToldInWords() {
    // Nine ranks from 3 % to 97 %: rank 5 is in the middle, one rank is 11.75 % of the width.
    assertThat(page)
        .contains(
            "<span>2\u20138</span>", "<rect x=\"14.75%\" width=\"70.5%\"", "<circle cx=\"50%\"");
  }

  @Test
  void announcedEditionsStandInTheCalendarTheNextOneFirst() throws IOException {
    for (String told : List.of(page, Files.readString(edition.resolve("../../index.html")))) {
      assertThat(all("<dt><time datetime=\"([^\"]*)\"", told))
          .endsWith("2027-01-20", "2027-03-31")
          .doesNotContain("2026-03-31");
      assertThat(told).contains("<dd>Semester II 2026, edisi sementara</dd>");
    }
  }

  @Test
  void reasonsAreTranslated() {
    assertThat(page)
        .contains("Proses (terlalu sedikit: Tepat waktu (minimum 30))")
        .contains("Proses (tidak ada data: Lama tengah)")
        .contains("Mutu data rendah<");
  }

  @Test
  void findingsAreCountsOfTenOrMoreAndNothingElse() throws IOException {
    assertThat(page)
        .contains("Di atas tarif", "bukan bukti pelanggaran", "tidak ada pihak yang dituduh")
        .doesNotContain("Kasus lambat", "OFFICER-SECRET", "CASE-", "kalimat");
    try (Stream<Path> all = Files.walk(edition)) {
      assertThat(all.filter(Files::isRegularFile))
          .hasSizeGreaterThan(30)
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                      .doesNotContain("OFFICER-SECRET", "CASE-1", "run-7"));
    }
  }

  @Test
  void linesAreAccountedForBySource() {
    assertThat(page)
        .contains(
            "Baris\">121.000<",
            "Diterima\">120.000<",
            "Digantikan\">700<",
            "Ditolak\">300<",
            "cocok")
        .doesNotContain("TIDAK COCOK");
  }

  @Test
  void theDataPackageTellsEveryColumnOfEveryCsvFile() throws IOException {
    JsonNode resources =
        new ObjectMapper().readTree(edition.resolve("datapackage.json").toFile()).get("resources");
    assertThat(resources).hasSize(5);
    for (JsonNode resource : resources) {
      List<String> columns = new ArrayList<>();
      resource
          .get("schema")
          .get("fields")
          .forEach(
              field -> {
                columns.add(field.get("name").asText());
                assertThat(field.get("type").asText()).isNotEmpty();
                assertThat(field.get("description").asText()).isNotEmpty();
              });
      Path csv = edition.resolve(resource.get("path").asText());
      assertThat(String.join(",", columns)).isEqualTo(Files.readAllLines(csv).get(0));
    }
  }

  @Test
  void theManifestNamesTheInputs() throws IOException {
    assertThat(Files.readString(edition.resolve("edition.json")))
        .startsWith(
            """
            {
              "period" : "2026-H1",
              "edition" : 1,
              "kind" : "provisional",
              "content" : \"""")
        .contains("\"as_of\" : \"2026-07-01T16:59:00Z\"", "\"content_hash\" : \"bb\"");
    assertThat(Manifest.read(edition).fingerprint()).isEqualTo("9f2c7d0b51e84a6c");
  }

  @Test
  void perspectivesThatDoNotApplyHaveNoColumn() throws IOException {
    Edition made =
        Publication.publish(Nation.ofTwelve().contents(Choices.ofTwoPerspectives()), folder);
    String two = Files.readString(made.folder().resolve("index.html"));
    assertThat(two)
        .contains("Tidak berlaku pada publikasi ini: Keuangan dan Pertumbuhan.")
        .doesNotContain("data-label=\"Keuangan\"", "Kepatuhan tarif");
    assertThat(Files.readString(made.folder().resolve("methods.html")))
        .contains("66,7% dari skor", "33,3% dari skor")
        .doesNotContain("Kepatuhan tarif");
  }

  @Test
  void thePageIsInEnglishWhereTheSettingsSaySo() throws IOException {
    Edition made = Publication.publish(Nation.ofTwelve().contents(Choices.of("en")), folder);
    assertThat(Files.readString(made.folder().resolve("index.html")))
        .contains("<html lang=\"en\">", "First half of 2026", "Of 12 agencies, 9 are ranked")
        .contains(
            "class=\"number score\">91.24<",
            "lies in the top or the bottom fifth of those ranked",
            "Process (too few: On-time rate (minimum 30))",
            "up 2, may be chance",
            "Top group");
    Settings french = Choices.of("fr");
    assertThatThrownBy(() -> Publication.publish(Nation.ofTwelve().contents(french), folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("fr");
  }

  @Test
  void aPeriodWithoutAnyRankIsPublishedAndSaysSo() throws IOException {
    Nation nation = new Nation();
    nation.unranked("A11", "Kota Zamrud", "city", "too_few", "too few (minimum 30)");
    Edition made = Publication.publish(nation.contents(Choices.of("id")), folder);
    assertThat(Files.readString(made.folder().resolve("index.html")))
        .contains("Dari 1 instansi, 0 diperingkat dan 1 tidak.")
        .contains("Belum ada instansi yang dapat diperingkat")
        .contains("Tidak ada pemeriksaan dengan sepuluh indikasi atau lebih.");
  }

  private static List<String> all(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
