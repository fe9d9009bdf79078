package id.rapor.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.rapor.table.ReportCards;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a real browser: what readers do with them, and what axe-core finds in them. */
@Tag("slow")
class BrowserTest {
  private static final String SHOWN =
      "[...document.querySelectorAll('.league tbody tr')].filter(r => !r.hidden)"
          + ".map(r => r.cells[0].textContent + ' ' + r.querySelector('.code').textContent)";

  @TempDir static Path folder;
  private static Path edition;
  private static Browser browser;

  @BeforeAll
  static void publishOnce() throws IOException, InterruptedException {
    assumeTrue(
        Browser.chromium().isPresent(),
        "Chromium is not installed: the pages are not tried in a browser; install it with apt-get"
            + " install chromium");
    Nation nation = Nation.ofTwelve();
    nation.narrowed("city:30-299", List.of("A04", "A07"));
    nation.found("fee_above_tariff", 10);
    nation.line("A05", ReportCards.FIX, "Eleven of forty are late", "S2");
    nation.line("A05", ReportCards.STRENGTH, "All is well", "S2");
    edition = Publication.publish(nation.contents(Choices.of("id")), folder).folder();
    browser = Browser.start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void asOnADesk() throws InterruptedException {
    browser.allowScripts(true);
    browser.resize(1280, 900);
  }

  @Test
  void searchFindsNamesAndCodes() throws InterruptedException {
    open("index.html");
    browser.ask(typed("search", "kota se"));
    assertThat(texts(SHOWN)).containsExactly("8= A09", "8= A10");
    assertThat(browser.ask("document.getElementById('found').textContent").asText())
        .isEqualTo("2 dari 12 instansi ditampilkan");
  }

  @Test
  void kindProvinceAndPeersChoose() throws InterruptedException {
    open("index.en.html");
    browser.ask(typed("province", "31"));
    assertThat(texts(SHOWN)).containsExactly("1 A01", "4 A04", "7 A07", "8= A09", "8= A10");
    browser.ask(typed("kind", "Ministry"));
    assertThat(texts(SHOWN)).isEmpty();
    browser.ask(typed("province", ""));
    assertThat(texts(SHOWN)).containsExactly("5 A05");
    browser.ask(typed("kind", ""));
    browser.ask(typed("peers", "regency"));
    assertThat(texts(SHOWN)).containsExactly("2= A03");
    browser.ask(typed("peers", "city"));
    assertThat(texts(SHOWN)).containsExactly("1 A01", "4 A04", "7 A07", "8= A09", "8= A10");
    browser.ask(typed("peers", "city:30-299"));
    assertThat(texts(SHOWN)).containsExactly("4 A04", "7 A07");
  }

  @Test
  void columnsSortAndTheOrderOfRanksComesBack() throws InterruptedException {
    open("index.en.html");
    String name = "document.querySelectorAll('th[data-sort] button')[1].click()";
    browser.ask(name);
    assertThat(texts(SHOWN).get(0)).endsWith("A04");
    assertThat(browser.ask("document.querySelectorAll('th')[1].ariaSort").asText())
        .isEqualTo("ascending");
    // Finance is the score and six; the best is 97.24, and equals stand by rank.
    browser.ask("document.querySelectorAll('th[data-sort] button')[2].click()");
    assertThat(texts(SHOWN))
        .containsExactly(
            "1 A01", "2= A02", "2= A03", "4 A04", "5 A05", "6 =A06", "7 A07", "8= A09", "8= A10");
    browser.ask("document.querySelectorAll('th[data-sort] button')[2].click()");
    assertThat(texts(SHOWN).get(8)).isEqualTo("1 A01");
    browser.ask("document.querySelectorAll('th[data-sort] button')[0].click()");
    assertThat(texts(SHOWN).get(0)).isEqualTo("1 A01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.html",
        "methods.html",
        "agencies/A05.html",
        "metrics/on_time_rate.html",
        "services/PASPOR.html"
      })
  void theSwitchLeadsToTheSamePageInTheOtherLanguage(String page) throws InterruptedException {
    open(page);
    String other = browser.ask("document.querySelector('.languages a').href").asText();
    browser.open(Path.of(java.net.URI.create(other)));
    assertThat(browser.ask("document.documentElement.lang").asText()).isEqualTo("en");
    String back = browser.ask("document.querySelector('.languages a').href").asText();
    assertThat(back).endsWith("/" + page);
  }

  @Test
  void everyLinkOfEveryPageLeadsToAFile() throws InterruptedException {
    List<String> broken = new ArrayList<>();
    for (String page : pages()) {
      open(page);
      for (String link : texts("[...document.links].map(a => a.href.split('#')[0])")) {
        if (!java.nio.file.Files.exists(Path.of(java.net.URI.create(link)))) {
          broken.add(page + " -> " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void noPageComplainsOrAsksOutside() throws InterruptedException {
    for (String page : pages()) {
      open(page);
      assertThat(browser.complaints()).as(page).isEmpty();
      assertThat(browser.requests())
          .as(page)
          .allMatch(url -> url.startsWith("file:") || url.startsWith("data:"));
      assertThat(browser.ask("getComputedStyle(document.querySelector('.head')).backgroundColor"))
          .as(page + " has its style")
          .hasToString("\"rgb(246, 244, 238)\"");
    }
  }

  @Test
  void namesThatLookLikeCodeStayNames() throws InterruptedException {
    open("agencies/A04.html");
    assertThat(browser.ask("document.querySelector('h1').textContent").asText())
        .isEqualTo("<script>alert(1)</script>");
    assertThat(browser.ask("document.scripts.length").asInt()).isZero();
  }

  @Test
  void findingsAreSearchedAndFiltered() throws IOException, InterruptedException {
    Leaflet.three("en").write(folder.resolve("analyst"));
    String page = "../../analyst/" + FindingPage.NAME;
    String shown =
        "[...document.querySelectorAll('tr[data-words]')].filter(r => !r.hidden).map(r => r.id)";
    open(page);
    browser.ask(typed("search", "nine"));
    assertThat(texts(shown)).containsExactly("f3");
    browser.ask(typed("search", ""));
    for (String choice :
        List.of("severity=high", "detector=slow_case", "agency=A04", "decision=open")) {
      String[] parts = choice.split("=");
      browser.ask(
          "{ const it = document.querySelector('[data-filter="
              + parts[0]
              + "]'); it.value = '"
              + parts[1]
              + "'; it.dispatchEvent(new Event('input', { bubbles: true })); }");
    }
    assertThat(texts(shown)).containsExactly("f2");
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.ask("document.scripts.length").asInt()).isEqualTo(1);
    browser.ask(axe());
    assertThat(browser.ask("axe.run(document).then(r => r.violations.length)").asInt()).isZero();
  }

  @Test
  void allTablesStandWithoutJavaScript() throws InterruptedException {
    browser.allowScripts(false);
    for (String page : pages()) {
      if (page.equals("agencies/A11.html")) {
        continue; // has no figures
      }
      open(page);
      // DevTools may still look at a page that runs no script of its own.
      JsonNode shown = browser.call("Accessibility.getFullAXTree", java.util.Map.of()).get("nodes");
      long rows = 0;
      for (JsonNode node : shown) {
        rows += node.path("role").path("value").asText().equals("row") ? 1 : 0;
      }
      assertThat(rows).as(page).isGreaterThan(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void axeFindsNothing(int width) throws IOException, InterruptedException {
    browser.resize(width, 900);
    String axe = axe();
    List<String> found = new ArrayList<>();
    for (String page : pages()) {
      open(page);
      browser.ask(axe);
      JsonNode violations =
          browser.ask(
              "axe.run(document).then(r => r.violations.map(v => v.id + ': '"
                  + " + v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join()))");
      violations.forEach(one -> found.add(page + " " + one.asText()));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void aLeagueOfItsOwnIsSearchedAndSorted() throws IOException, InterruptedException {
    Path large = LargeLeagueTest.published(folder.resolve("large"));
    browser.open(large.resolve("league.html"));
    browser.ask(typed("search", "kota 12"));
    assertThat(texts(SHOWN)).hasSize(12).startsWith("12 R012", "112 R112", "120 R120");
    browser.ask(typed("search", ""));
    browser.ask("document.querySelectorAll('th[data-sort] button')[2].click()");
    browser.ask("document.querySelectorAll('th[data-sort] button')[2].click()");
    // The first twelve have 100 in finance, and equals stand by rank.
    assertThat(texts(SHOWN)).hasSize(130).startsWith("130 R130").endsWith("11 R011", "12 R012");
    // A row far down is found by its address, though those before it were never laid out.
    browser.open(large.resolve("league.html"));
    browser.ask("location.hash = 'a-R125'");
    assertThat(browser.ask("document.querySelector(':target').getBoundingClientRect().top").asInt())
        .isBetween(0, 800);
    assertThat(browser.complaints()).isEmpty();
    browser.ask(axe());
    assertThat(browser.ask("axe.run(document).then(r => r.violations.length)").asInt()).isZero();
    browser.resize(390, 800);
    assertThat(browser.ask("document.documentElement.scrollWidth").asInt()).isLessThan(391);
  }

  @Test
  void nothingIsWiderThanAPhone() throws InterruptedException {
    browser.resize(390, 800);
    for (String page : pages()) {
      open(page);
      assertThat(browser.ask("document.documentElement.scrollWidth").asInt())
          .as(page)
          .isLessThanOrEqualTo(390);
    }
  }

  /** One page of every kind, in both languages. */
  private static List<String> pages() {
    return List.of(
        "index.html",
        "index.en.html",
        "../../index.html",
        "../../index.en.html",
        "agencies/A05.html",
        "agencies/A05.en.html",
        "agencies/A11.html",
        "metrics/on_time_rate.html",
        "metrics/on_time_rate.en.html",
        "services/PASPOR.html",
        "services/PASPOR.en.html",
        "methods.html",
        "methods.en.html");
  }

  private static void open(String page) throws InterruptedException {
    browser.open(edition.resolve(page).normalize());
  }

  private static String typed(String id, String value) {
    return "{ const it = document.getElementById('"
        + id
        + "'); it.value = '"
        + value
        + "'; it.dispatchEvent(new Event('input', { bubbles: true })); }";
  }

  private static List<String> texts(String expression) throws InterruptedException {
    List<String> texts = new ArrayList<>();
    browser.ask(expression).forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private static String axe() throws IOException {
    try (InputStream in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
