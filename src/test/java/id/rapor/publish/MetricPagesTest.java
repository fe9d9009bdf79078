package id.rapor.publish;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.table.ReportCards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages about metrics, services and provinces tell, for a nation of twelve. */
class MetricPagesTest {
  @TempDir static Path folder;
  private static Path edition;

  @BeforeAll
  static void publishOnce() {
    Nation nation = Nation.ofTwelve();
    nation.line("A05", ReportCards.FIX, "late", "S2");
    edition = Publication.publish(nation.contents(Choices.of("id")), folder).folder();
  }

  @Test
  void aMetricIsDefinedInBothLanguages() throws IOException {
    assertThat(page("metrics/on_time_rate.html"))
        .contains("<html lang=\"id\">")
        .contains("href=\"on_time_rate.en.html\"")
        .contains("href=\"../index.html\"")
        .contains("<dt>Masalah yang ditunjukkan</dt><dd>birokrasi berbelit</dd>")
        .contains("Standar Pelayanan, PermenPANRB 15/2014");
    assertThat(page("metrics/on_time_rate.en.html"))
        .contains("<html lang=\"en\">")
        .contains("<dt>Problems it shows</dt><dd>convoluted bureaucracy</dd>")
        .contains("href=\"../agencies/A05.en.html\"");
  }

  @Test
  void aUnitOfMoneyNamesTheCurrency() throws IOException {
    assertThat(page("metrics/cost_per_case.html")).contains("<dt>Satuan</dt><dd>Rp</dd>");
    assertThat(page("methods.en.html")).contains("<td>Rp</td>").doesNotContain("{0}");
  }

  @Test
  void agenciesStandWithTheBetterValueFirstAndNamesAreText() throws IOException {
    String page = page("metrics/on_time_rate.en.html");
    assertThat(all("<th scope=\"row\"><a href=\"../agencies/([^\"]*).en.html\"", page))
        .containsExactly("A01", "A02", "A03", "A04", "A05", "_3dA06", "A07", "A10", "A09");
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script")
        .doesNotContain("style=\"");
  }

  @Test
  void theFunnelHoldsOnlyAgenciesWhoseValueIsPublished() throws IOException {
    assertThat(page("metrics/on_time_rate.en.html"))
        .contains("All 3 agencies together: 75%.")
        .contains("1 clearly (99.8%) and 1 to be watched (95%)");
    assertThat(page("metrics/training_hours.en.html"))
        .contains("No agency has this metric")
        .doesNotContain("class=\"funnel\"");
  }

  @Test
  void aServiceShowsTheStandardsInForceDuringThePeriod() throws IOException {
    assertThat(page("services/PASPOR.html"))
        .contains("Rp350.000")
        .contains("4 hari kerja")
        .contains("PP 45/2024 &amp; lain")
        .contains("gratis")
        .doesNotContain("Rp250.000");
    assertThat(page("services/PASPOR.en.html")).contains("4 working days").contains("Passport");
  }

  @Test
  void theMonthsOfAnAgencyEndWithThePeriodAndOneIsMarked() throws IOException {
    assertThat(page("agencies/A05.en.html"))
        .contains("From 80.13 in January 2026 to 80.75% in June 2026.")
        .contains("One month is out of the ordinary: March 2026 (below its limit).")
        .contains("From 62.5 in January 2026 to 65.5 in April 2026.")
        .contains("href=\"../metrics/on_time_rate.en.html\"")
        .doesNotContain("August 2026");
    assertThat(page("agencies/A01.en.html")).doesNotContain("id=\"trends\"");
  }

  @Test
  void aQuietProcessBelowTheStandardIsForetoldToMissIt() throws IOException {
    assertThat(page("agencies/A07.en.html"))
        .contains("No month is out of the ordinary. As it works now, it misses the standard of 80%")
        .contains("only a change in how it works can mend that.");
    assertThat(page("agencies/A05.en.html"))
        .as("eight months are too few to foretell by")
        .doesNotContain("As it works now", "matter of its usual wobble");
  }

  @Test
  void provincesAreCountedAndChosen() throws IOException {
    String page = page("index.en.html");
    assertThat(page)
        .contains("<option value=\"31\">Jakarta &amp; sekitar</option>")
        .contains("data-province=\"31\"")
        .doesNotContain("<option value=\"51\">");
    assertThat(all("data-label=\"Agencies\">([^<]*)<", page)).containsExactly("7");
    assertThat(all("data-label=\"Ranked\">([^<]*)<", page)).containsExactly("5");
    assertThat(all("data-label=\"Not told apart\">([^<]*)<", page)).containsExactly("2");
  }

  @Test
  void roundNumbersAreFew() {
    assertThat(Canvas.round(0, 100)).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
    assertThat(Canvas.round(0.31, 1.02)).containsExactly(0.4, 0.6000000000000001, 0.8, 1.0);
    assertThat(Canvas.round(7, 7)).containsExactly(7.0);
  }

  @Test
  void pathsStandWhereTheyShould() {
    Canvas canvas = new Canvas(Canvas.LARGE, 0, 10, 0, 100);
    List<Canvas.Point> points = List.of(new Canvas.Point(0, 0), new Canvas.Point(5, 100));
    assertThat(canvas.line(points)).isEqualTo("M0 1000l500-1000");
    assertThat(canvas.line(points.subList(0, 1))).isEqualTo("M0 1000");
    assertThat(
            new Canvas(Canvas.SMALL, 0, 10, 0, 100)
                .line(
                    List.of(
                        new Canvas.Point(0, 50), new Canvas.Point(1, 40), new Canvas.Point(9, 90))))
        .as("distances are those of the rounded places, so that nothing adds up")
        .isEqualTo("M0 125l25 25 200-125");
    assertThat(canvas.dots(points)).isEqualTo("M0 1000h0M500 0h0");
    assertThat(canvas.upright(10, 20, 40)).isEqualTo("M1000 800V600");
    assertThat(canvas.bar(0, 10, 50)).isEqualTo("M0 1000V500H1000V1000z");
    assertThat(canvas.down(25)).isEqualTo("75%");
  }

  private static String page(String file) throws IOException {
    return Files.readString(edition.resolve(file));
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
  }

  @Test
  void everyMetricOfTheCatalogueTellsInBothLanguagesHowItIsComputed() throws IOException {
    Path home = Path.of(System.getProperty("rapor.home", "."));
    String catalogue = Files.readString(home.resolve("src/site/markdown/metrics.md"));
    List<String> codes =
        Pattern.compile("(?m)^([a-z0-9_]+)  \\(")
            .matcher(catalogue)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(codes).hasSizeGreaterThan(30);
    assertThat(codes).noneMatch(code -> Meanings.formula(code, "").isEmpty());
  }
}
