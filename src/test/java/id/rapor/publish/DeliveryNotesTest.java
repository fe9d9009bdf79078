package id.rapor.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says of the deliveries that its period rests on, in both languages. */
class DeliveryNotesTest {
  @TempDir Path folder;

  @Test
  void thePageNamesWhatIsMissingAndWhatCameLate() throws IOException {
    assertThat(page(delivering(), "id"))
        .contains(
            "Kiriman untuk periode ini: 1 tepat waktu, 1 terlambat, 2 tidak ada, 1 belum jatuh tempo.",
            "<li>Kota Satu: data pegawai untuk April 2026 tidak ada; jatuh temponya 10 Mei 2026.</li>",
            "<li>Kota Tujuh: data pegawai untuk Triwulan I 2026 tiba 1 Juni 2026; jatuh temponya 10 Mei 2026.</li>",
            "Di bawah mutu data 60%");
  }

  @Test
  void thePageIsInEnglishWhereTheSettingsSaySo() throws IOException {
    assertThat(page(delivering(), "en"))
        .contains(
            "Deliveries for this period: 1 in time, 1 late, 2 missing, 1 not due yet.",
            "<li>Kota Satu: staff figures for April 2026 are missing; they were due on 10 May 2026.</li>",
            "<li>Kota Tujuh: staff figures for First quarter of 2026 came on 1 June 2026; they were due on 10 May 2026.</li>");
  }

  @Test
  void withoutACalendarNothingIsSaid() throws IOException {
    assertThat(page(Nation.ofTwelve(), "en")).doesNotContain("Deliveries");
  }

  private static Nation delivering() {
    Nation nation = Nation.ofTwelve();
    nation.delivery("A01", "2026-04", null, "missing");
    nation.delivery("unknown", "2026-H1", null, "missing");
    nation.delivery("A07", "2026-Q1", Date.valueOf("2026-06-01"), "late");
    nation.delivery("A07", "2026-05", Date.valueOf("2026-05-10"), "on_time");
    nation.delivery("A07", "2026-06", null, "not_due");
    nation.delivery("A07", "2026-07", null, "missing");
    nation.delivery("A07", "2025", null, "missing");
    return nation;
  }

  private String page(Nation nation, String language) throws IOException {
    Edition made = Publication.publish(nation.contents(Choices.of(language)), folder);
    return Files.readString(made.folder().resolve("index.html"));
  }
}
