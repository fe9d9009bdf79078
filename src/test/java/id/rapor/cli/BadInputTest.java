package id.rapor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.FolderContents;
import id.rapor.TestSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Input that somebody has to mend: the command ends with code 2 and a message to act on, and every
 * file below the data folder is as it was.
 */
class BadInputTest {
  private static final String HEADER = "case_id,agency_id,service_id,submitted_at,closed_at,status";
  private static final String GOOD =
      HEADER + "\nC1,A1,KTP,2026-01-05T08:00:00,2026-01-06T09:00:00,completed\n";

  @TempDir private static Path folder;

  private static Path data;
  private static Map<String, String> before;

  @TempDir private Path input;

  @BeforeAll
  static void acceptSomethingFirst() throws IOException {
    TestSpark.session();
    Path good = folder.resolve("good");
    write(good.resolve("landing/cases/good.csv"), GOOD);
    data = folder.resolve("data");
    Told told = run(good, "--to", "cases");
    assertThat(told.code()).as(told.err()).isZero();
    before = FolderContents.of(data);
    assertThat(before).isNotEmpty();
  }

  @BeforeEach
  void startWithOneGoodFile() throws IOException {
    write(input.resolve("landing/cases/a-good.csv"), GOOD.replace("C1", "C2"));
  }

  @Test
  void aMissingFolder() {
    refused(run(input.resolve("nowhere")), "nowhere is no folder", "--input");
  }

  @Test
  void noFileOfAnySource() throws IOException {
    Path empty = folder.resolve("empty");
    Files.createDirectories(empty.resolve("landing/cases"));
    Files.createDirectories(empty.resolve("landing/steps"));
    refused(run(empty), "source cases: no file under", "source steps: no file under");
  }

  @Test
  void aSourceWithoutAFileBesideOneWithAFile() throws IOException {
    Files.createDirectories(input.resolve("landing/steps"));
    Path own = folder.resolve("own");
    Told told =
        Told.command("run", "--input", input.toString(), "--data", own.toString(), "--to", "cases");
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.err()).contains("source steps: no file under");
    refused(Told.command("check", "--input", input.toString()), "source steps: no file under");
  }

  @Test
  void anExpressionThatFailsOnAValue() throws IOException {
    write(input.resolve("landing/cases/b.csv"), GOOD.replace("C1", "n/a"));
    Path settings = folder.resolve("failing.yaml");
    write(
        settings,
        """
        sources:
          - name: log
            feed: cases
            files: landing/cases/*
            columns:
              case_id: case_id
              agency_id: agency_id
              service_id: service_id
              submitted_at: submitted_at
              status: status
              returns: {expression: "cast(case_id as int)"}
        """);
    refused(
        run(input, "--settings", settings.toString()),
        "a mapping of cases",
        "cast(case_id as int) fails on a value: [CAST_INVALID_INPUT]",
        "try_cast");
    String text = Files.readString(settings);
    write(settings, text.replace("cast(case_id as int)", "split(case_id,'-')[1]"));
    refused(
        run(input, "--settings", settings.toString()), "[INVALID_ARRAY_INDEX]", "try_element_at");
  }

  @Test
  void anEmptyFile() throws IOException {
    write(input.resolve("landing/cases/empty.csv"), "");
    refused(
        Told.command("check", "--input", input.toString()),
        "empty.csv",
        "the file is empty",
        "expected a header line");
  }

  @Test
  void aCutOffArchive() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(GOOD.getBytes(StandardCharsets.UTF_8));
      for (int line = 0; line < 20_000; line++) {
        String row = "X" + line + ",A1,KTP,2026-01-05T08:00:00,2026-01-06T09:00:00,completed\n";
        gzip.write(row.getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] whole = packed.toByteArray();
    Files.write(
        input.resolve("landing/cases/cut.csv.gz"),
        java.util.Arrays.copyOf(whole, whole.length * 2 / 3));
    Path own = folder.resolve("cut");
    String[] run = {"run", "--input", input.toString(), "--data", own.toString(), "--to", "cases"};
    Told told = Told.command(run);
    assertThat(told.code()).as(told.err()).isEqualTo(2);
    assertThat(told.err()).contains("cut.csv.gz cannot be read: it is cut off before its end");
    assertThat(told.out())
        .contains("cases: 2 lines = 1 accepted + 0 superseded + 1 refused (2 files)")
        .contains("Nothing was taken in of (1):\n  landing/cases/cut.csv.gz cannot be read: ");
    Told again = Told.command("replay", "--input", input.toString(), "--data", own.toString());
    assertThat(again.code()).as(again.err()).isEqualTo(2);
    assertThat(again.out()).contains("0 quarantined lines", "landing/cases/cut.csv.gz cannot be");
    Files.write(input.resolve("landing/cases/cut.csv.gz"), whole);
    Told mended = Told.command(run);
    assertThat(mended.code()).as(mended.err()).isZero();
    assertThat(mended.out()).contains("cases: 20,001 lines = 20,001 accepted");
  }

  @Test
  void anotherDelimiter() throws IOException {
    write(input.resolve("landing/cases/semicolons.csv"), GOOD.replace(',', ';'));
    Path own = folder.resolve("semicolons");
    String[] run = {"run", "--input", input.toString(), "--data", own.toString(), "--to", "cases"};
    Told told = Told.command(run);
    assertThat(told.code()).as(told.err()).isEqualTo(2);
    assertThat(told.err())
        .contains("semicolons.csv cannot be read: its header lacks", "delimited by ';'");
    assertThat(told.out())
        .contains("cases: 2 lines = 1 accepted + 0 superseded + 1 refused (2 files)");
  }

  @Test
  void aMisspeltKey() throws IOException {
    Path settings = folder.resolve("misspelt.yaml");
    write(settings, "title: Test\nheadlin: month\n");
    refused(
        run(input, "--settings", settings.toString()),
        "misspelt.yaml:2",
        "headlin is no known key",
        "did you mean \"headline\"?");
  }

  @Test
  void overlappingStandards() throws IOException {
    write(
        input.resolve("reference/standards.csv"),
        """
        service_id,service_class,agency_id,region_code,valid_from,valid_to,time_limit,time_unit
        KTP,regular,,,2025-01-01,2025-12-31,5,working_days
        KTP,regular,,,2025-12-01,,3,working_days
        """);
    refused(run(input), "standards.csv:3", "on which line 2 is too", "end one by valid_to");
  }

  @Test
  void anUnknownZone() throws IOException {
    write(
        input.resolve("reference/regions.csv"),
        "region_code,name,parent_region_code,time_zone\n31,Jakarta,,Asia/Batavia\n");
    refused(run(input), "regions.csv", "Asia/Batavia");
  }

  @Test
  void severalFaultsAreToldAtOnce() throws IOException {
    Files.delete(input.resolve("landing/cases/a-good.csv"));
    write(input.resolve("landing/cases/empty.csv"), "");
    write(input.resolve("landing/cases/semicolons.csv"), GOOD.replace(',', ';'));
    Path own = folder.resolve("several");
    refused(
        Told.command("run", "--input", input.toString(), "--data", own.toString()),
        "empty.csv cannot be read",
        "semicolons.csv: its header lacks",
        "settings file");
    assertThat(own.resolve("warehouse")).doesNotExist();
  }

  @Test
  void aSlipInWhatIsKeptBesideTheWarehouseStopsOnlyRunsThatReadIt() throws IOException {
    write(
        input.resolve("reference/agencies.csv"), "agency_id,name_id,name_en\nA1,Satu,One\nB,B,B\n");
    Path own = folder.resolve("kept");
    write(own.resolve("decisions.csv"), "finding_id,decision\nF1,perhaps\n");
    String[] run = {"run", "--input", input.toString(), "--data", own.toString(), "--to", "cases"};
    assertThat(Told.command(run).code()).isZero();
    run[6] = "leads";
    refused(Told.command(run), "decisions.csv, record 1: decision is perhaps");
    Files.delete(own.resolve("decisions.csv"));
    write(own.resolve("replies.csv"), "period,agency_id,metric,reply\n2026,zoe,overall,no\n");
    run[6] = "league";
    refused(Told.command(run), "replies.csv, record 1: agency_id is zoe");
    assertThat(own.resolve("warehouse/judged_cases")).doesNotExist();
  }

  @Test
  void aReplayOfNothing() {
    Path nowhere = folder.resolve("nowhere");
    Told told = Told.command("replay", "--input", input.toString(), "--data", nowhere.toString());
    refused(told, "Cannot replay: " + nowhere + " holds no files", "--data", "rapor run");
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void anErasureWithoutTablesIdentifiersOrHashes() throws IOException {
    Path nowhere = folder.resolve("nowhere");
    Path persons = folder.resolve("persons");
    write(persons, "3201010101010001\n");
    refused(
        Told.command("erase", "--applicant", persons.toString(), "--data", nowhere.toString()),
        nowhere + " holds no tables");
    assertThat(nowhere).doesNotExist();
    refused(
        Told.command("erase", "--applicant", persons.toString(), "--data", data.toString()),
        "holds identifier 1 of those given");
    refused(
        Told.command("erase", "--hash", persons.toString(), "--data", data.toString()),
        "no keyed hash stands in place [1]");
    Told mistaken =
        Told.command("erase", "--applicant", "3201010101010001", "--data", data.toString());
    refused(mistaken, "write them into a file");
    assertThat(mistaken.err()).doesNotContain("3201010101010001");
  }

  @Test
  void aVacuumOfNothingOrOfToday() {
    refused(
        Told.command("vacuum", "--data", folder.resolve("nowhere").toString()), "holds no tables");
    refused(
        Told.command("vacuum", "--days", "0", "--data", data.toString()), "expected at least 1");
  }

  @Test
  void aFinalEditionBeforeItsDay() throws IOException {
    Path settings = folder.resolve("announced.yaml");
    write(settings, "releases:\n  - {period: 2026-H1, edition: final, on: 2999-01-20}\n");
    refused(
        run(input, "--settings", settings.toString(), "--edition", "final", "--period", "2026-H1"),
        "the final edition of 2026-H1 is announced for 2999-01-20",
        "releases");
  }

  private static void refused(Told told, String... parts) {
    assertThat(told.code()).as(told.err()).isEqualTo(2);
    assertThat(told.err()).contains(parts).doesNotContain("\tat ", "Exception");
    assertThat(FolderContents.of(data)).isEqualTo(before);
  }

  private static Told run(Path input, String... more) {
    return Told.command(
        Stream.concat(
                Stream.of("run", "--input", input.toString(), "--data", data.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
