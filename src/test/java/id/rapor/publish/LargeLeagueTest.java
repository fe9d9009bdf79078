package id.rapor.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A nation that the front page cannot hold: 130 ranked agencies and 105 that are not. */
class LargeLeagueTest {
  private static final String ROW = "<tr role=\"row\" id=\"a-";
  private static final int FRONT_BYTES = 200_000;

  @TempDir static Path folder;
  private static Path edition;

  @BeforeAll
  static void publishOnce() {
    edition = published(folder);
  }

  static Path published(Path folder) {
    Nation nation = new Nation();
    for (int at = 1; at <= 130; at++) {
      String rank = String.valueOf(at);
      nation.ranked(
          id("R", at), "Kota " + at, "city", at, rank, at, at, 100 - at / 2.0, "bottom", null);
    }
    for (int at = 1; at <= 105; at++) {
      nation.unranked(id("U", at), "Kabupaten " + at, "regency", "no_data", "no data");
    }
    return Publication.publish(nation.contents(Choices.of("id")), folder).folder();
  }

  private static String id(String letter, int at) {
    return String.format(Locale.ROOT, "%s%03d", letter, at);
  }

  @Test
  void theFrontPageHoldsTheFirstHundredAndLeadsToAll() throws IOException {
    for (String ending : new String[] {".html", ".en.html"}) {
      String front = page("index" + ending);
      assertThat(front.split(ROW, -1)).hasSize(1 + 100 + 100);
      assertThat(front)
          .contains(ROW + "R100\"", "href=\"league" + ending + "\"")
          .doesNotContain(ROW + "R101\"", "id=\"tools\"", "<script>");
      assertThat(Files.size(edition.resolve("index" + ending))).isLessThan(FRONT_BYTES);
    }
  }

  @Test
  void theLeagueHoldsAllWithSearchAndFilters() throws IOException {
    String league = page("league.html");
    assertThat(league.split(ROW, -1)).hasSize(1 + 130 + 105);
    assertThat(league)
        .contains("id=\"search\"", "<option value=\"city\">Kota</option>", "<script>")
        .contains("href=\"league.en.html\"", "href=\"index.html\"");
  }

  private static String page(String name) throws IOException {
    return Files.readString(edition.resolve(name));
  }
}
