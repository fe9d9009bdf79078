package id.rapor.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook and the page of findings. */
class DossierTest {
  @TempDir static Path folder;
  private static Path book;
  private static String page;

  @BeforeAll
  static void writeOnce() throws IOException {
    assertThat(Leaflet.three("en").write(folder)).isEqualTo(3);
    book = folder.resolve(FindingBook.NAME);
    page = Files.readString(folder.resolve(FindingPage.NAME));
  }

  @Test
  void theMostSevereStandFirstAndNumbersAreNumbers() throws IOException {
    List<List<String>> rows = WorkbookCells.of(book, 2);
    assertThat(rows.get(2)).startsWith("A3 finding_id", "B3 decision", "C3 reason");
    assertThat(rows.get(3)).contains("A4 f3", "F4 high", "H4 Slow case", "L4 Kota Satu");
    assertThat(rows.get(3)).contains("U4 number 12.5", "X4 number 40", "AB4 number 900000.00");
    assertThat(rows.get(4)).contains("A5 f2", "T5 =HYPERLINK(\"x\") <b>&</b>");
    assertThat(rows.get(5))
        .contains("A6 f1", "B6 explained", "C6 old tariff", "H6 fee_above_tariff");
  }

  @Test
  void onlyWhatIsAllowedCanBeDecided() throws IOException {
    try (ZipFile zip = new ZipFile(book.toFile())) {
      String sheet =
          new String(
              zip.getInputStream(zip.getEntry("xl/worksheets/sheet2.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(sheet)
          .contains("<dataValidation sqref=\"B4:B6\" type=\"list\"")
          .contains("errorStyle=\"stop\"")
          .contains("showErrorMessage=\"true\"", "<autoFilter ref=\"A3:AJ6\">")
          .contains("<formula1>'decisions'!$A$4:$A$7</formula1>")
          .doesNotContain("<f>");
    }
    assertThat(WorkbookCells.of(book, 3).get(2)).startsWith("A4 open");
  }

  @Test
  void thePageTellsBothLanguagesAndEscapesAll() {
    assertThat(page)
        .contains("<p lang=\"id\">Terlihat: Nine waited</p><p lang=\"en\">Nine waited</p>")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("=HYPERLINK(&quot;x&quot;) &lt;b&gt;&amp;&lt;/b&gt;")
        .doesNotContain("<script>alert(1)")
        .contains("<li>an applicant who is silent</li>")
        .contains("case-f3, -2")
        .contains("Rp900,000")
        .contains("script-src 'sha256-");
  }

  @Test
  void theSameFindingsGiveTheSameBytes(@TempDir Path other) throws IOException {
    Leaflet.three("en").write(other);
    for (String file : List.of(FindingBook.NAME, FindingPage.NAME)) {
      assertThat(other.resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
    }
  }
}
