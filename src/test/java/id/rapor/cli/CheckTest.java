package id.rapor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check finds without Spark. */
class CheckTest {
  private static final String GOOD =
      "case_id,agency_id,service_id,submitted_at,status\nC1,A1,KTP,2026-01-05,pending\n";

  @TempDir private Path input;

  @Test
  void aCheckTellsFaultsOfSettingsReferenceAndFilesAtOnce() throws IOException {
    Path settings = input.resolve("faulty.yaml");
    write(
        settings,
        """
        headlin: month
        sources:
          - {name: broken, feed: case, files: landing/cases/*}
          - {name: sound, feed: cases, files: landing/cases/*}
        """);
    write(input.resolve("landing/cases/semicolons.csv"), GOOD.replace(',', ';'));
    write(input.resolve("reference/regions.csv"), "region_code,time_zone\n31,Asia/Batavia\n");
    Told told =
        Told.command("check", "--input", input.toString(), "--settings", settings.toString());
    assertThat(told.code()).as(told.err()).isEqualTo(2);
    assertThat(told.err())
        .contains(
            "headlin is no known key",
            "sources.feed is \"case\", expected a feed",
            "semicolons.csv: its header lacks",
            "regions.csv:2: time_zone is Asia/Batavia");
  }

  @Test
  void aNameInTheReferenceThatNothingReadsIsANote() throws IOException {
    write(input.resolve("landing/cases/good.csv"), GOOD);
    write(input.resolve("reference/standard.csv"), "service_id\nKTP\n");
    write(
        input.resolve("reference/waivers.csv"),
        "service_id,ground,valid_form\nKTP,poor,2025-01-01\n");
    Told told = Told.command("check", "--input", input.toString());
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.out())
        .contains("standard.csv is not read", "did you mean \"standards.csv\"?")
        .contains("waivers.csv: column valid_form is not read", "did you mean \"valid_from\"?");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
