package id.rapor.publish;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.table.ReportCards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages about one agency each tell, for a nation of twelve. */
class AgencyPagesTest {
  @TempDir static Path folder;
  private static Path edition;

  @BeforeAll
  static void publishOnce() {
    Nation nation = Nation.ofTwelve();
    nation.line("A05", ReportCards.FIX, "Eleven of forty & more", "S2", "S4");
    nation.breach("A07", 82.5, "Ombudsman <7>", 59.94);
    nation.breach("A10", 41.004, "Ombudsman 8", 59.99);
    nation.narrowed("city:30-299", List.of("A04", "A07", "A09", "A10"));
    nation.otherRows();
    edition = Publication.publish(nation.contents(Choices.of("id")), folder).folder();
  }

  @ParameterizedTest
  @CsvSource({
    "A05.html, id, A05.en.html, ../index.html, Nilai 66\\,67 dari 100",
    "A05.en.html, en, A05.html, ../index.en.html, Score 66.67 of 100"
  })
  void eachLanguageHasItsPageAndLinksTheOther(
      String file, String language, String other, String league, String told) throws IOException {
    assertThat(page(file))
        .contains("<html lang=\"" + language + "\"")
        .contains("href=\"" + other + "\"")
        .contains("href=\"" + league + "\"")
        .contains(told.replace("\\", ""))
        .contains("Kementerian Lima &amp; Enam");
  }

  @Test
  void thePlaceAmongPeersStandsOnThePageAndInTheLeague() throws IOException {
    // A01 is first of the five cities that have a rank, four of which have a narrower group too.
    assertThat(page("A01.html")).contains("Di antara sejawatnya (Kota): Peringkat 1; rentang ");
    assertThat(page("A01.html")).contains(" dari 5.");
    assertThat(page("A05.html")).doesNotContain("Di antara sejawatnya");
    assertThat(Files.readString(edition.resolve("index.html"))).containsOnlyOnce("sejawat: 1 (");
  }

  @Test
  void howFirmTheRankIsAndWhatWouldMoveIt() throws IOException {
    assertThat(page("A05.en.html"))
        .contains("<p>Rank 5; 2-8.</p>")
        .contains(
            "reached its standard (80%)", "would be 68 (now 66.67) and rank 5 would become 4.")
        .contains("For that, 27 cases, answers or posts would have to change.");
    assertThat(page("A07.html"))
        .contains("mengubah peringkat 7.")
        .doesNotContain("berkas, jawaban");
    assertThat(page("A01.html")).doesNotContain("id=\"steadiness\"");
    assertThat(Files.readString(edition.resolve("index.en.html"))).contains("correlate 0.88 with");
  }

  @Test
  void whatToMendStandsInTheLanguageOfThePage() throws IOException {
    assertThat(page("A05.html"))
        .contains("Eleven of forty &amp; more (id)")
        .contains("Tidak ada metrik berskor dari instansi ini yang memenuhi standarnya");
    assertThat(page("A05.en.html")).contains("Eleven of forty &amp; more (en)");
  }

  @Test
  void whatTheAgencySaysStandsOnItsPageAndMarksItsPlace() throws IOException {
    assertThat(page("A05.en.html"))
        .contains("What the agency says", "All together", "Counted &lt;twice&gt;")
        .contains("The agency says that this is wrong.")
        .contains("Edition 1, provisional");
    assertThat(page("A04.en.html")).doesNotContain("What the agency says");
    assertThat(Files.readString(edition.resolve("index.html")))
        .containsOnlyOnce("Menurut instansi, ini keliru.");
  }

  @Test
  void aCapItsReasonAndTheScoreWithoutItAreTold() throws IOException {
    assertThat(page("A07.en.html"))
        .contains(
            "A confirmed breach caps the score at 59.94; without the cap it would be 82.50."
                + " Reason: Ombudsman &lt;7&gt;");
    assertThat(page("A07.html")).contains("tanpa pembatasan skornya 82,50. Alasan: Ombudsman");
    assertThat(page("A10.en.html"))
        .contains("caps the score at 59.99; it is below that as it is. Reason: Ombudsman 8");
    assertThat(page("A05.en.html")).doesNotContain("caps the score");
    assertThat(Files.readString(edition.resolve("index.en.html")))
        .contains("capped at 59.94, otherwise 82.50: Ombudsman &lt;7&gt;")
        .doesNotContain("Ombudsman 8");
  }

  @Test
  void anAgencyWithoutARankIsToldWhy() throws IOException {
    assertThat(page("A11.en.html")).contains("Not ranked: ").doesNotContain("Rank 1");
  }

  @Test
  void anyCodeHasAFileAndAnyNameIsText() throws IOException {
    assertThat(page("_3dA06.html")).contains("=HYPERLINK(&quot;x&quot;)");
    assertThat(page("A04.html")).doesNotContain("<script");
    assertThat(Files.readString(edition.resolve("index.html")))
        .contains("href=\"agencies/_3dA06.html\"")
        .contains("href=\"index.en.html\"");
    assertThat(Files.readString(edition.resolve("index.en.html")))
        .contains("href=\"agencies/_3dA06.en.html\"");
  }

  @Test
  void namesOfFilesAreSafeAndDoNotMeet() {
    assertThat(Addresses.name("../a b")).isEqualTo("_2e_2e_2fa_20b");
    assertThat(Addresses.name("_3dA06")).isNotEqualTo(Addresses.name("=A06"));
    assertThat(Addresses.name("a".repeat(500))).hasSizeLessThan(60);
  }

  private static String page(String file) throws IOException {
    return Files.readString(edition.resolve("agencies").resolve(file));
  }
}
