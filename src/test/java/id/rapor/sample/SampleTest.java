package id.rapor.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rapor.sample.Folder.Row;
import id.rapor.sample.Sample.Options;
import id.rapor.sample.Sample.Summary;
import id.rapor.sample.Sample.Wrongs;
import id.rapor.table.Agencies;
import id.rapor.table.Cases;
import id.rapor.table.Deliveries;
import id.rapor.table.Feed;
import id.rapor.table.Feeds;
import id.rapor.table.Field;
import id.rapor.table.Holidays;
import id.rapor.table.OfficeHours;
import id.rapor.table.Regions;
import id.rapor.table.Services;
import id.rapor.table.Standards;
import id.rapor.table.Table;
import id.rapor.table.Waivers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nation as a whole: its files, their columns, their size, and that a seed is a nation. */
class SampleTest {
  private static final Path COMMITTED =
      Path.of(System.getProperty("rapor.home", ".")).resolve("data-samples");
  private static final long MEGABYTE = 1_000_000;

  @Test
  void theCommittedNationIsTheDefaultOne() {
    Map<String, String> committed = new Folder(COMMITTED).contents();
    Map<String, String> written = Folder.DEFAULT.contents();

    assertThat(committed.keySet()).isEqualTo(written.keySet());
    written.forEach(
        (file, content) ->
            assertThat(committed.get(file).equals(content))
                .as("%s is what the sample command writes now", file)
                .isTrue());
  }

  @Test
  void theCommittedNationIsSmall() throws IOException {
    long sum = 0;
    for (Path file : new Folder(COMMITTED).files()) {
      assertThat(Files.size(file)).as("%s", file).isLessThanOrEqualTo(MEGABYTE);
      sum += Files.size(file);
    }
    assertThat(sum).isLessThanOrEqualTo(3 * MEGABYTE);
  }

  @Test
  void theSameSeedGivesTheSameNationAndAnotherSeedAnother() {
    Folder once = Folder.written(new Options(1500, 12, 3, 7, Wrongs.PLANTED));
    Folder again = Folder.written(new Options(1500, 12, 3, 7, Wrongs.PLANTED));
    Folder other = Folder.written(new Options(1500, 12, 3, 8, Wrongs.PLANTED));

    assertThat(again.contents()).isEqualTo(once.contents());
    assertThat(other.cases().keySet()).isNotEqualTo(once.cases().keySet());
  }

  @Test
  void everyFeedHasAFileForEachMonthWithTheContractsColumns() {
    for (Feed feed : Feeds.ALL) {
      String header = String.join(",", feed.columns().stream().map(Field::name).toList());
      for (int month = 1; month <= 6; month++) {
        String name = "landing/" + feed + "/" + feed + "-2026-0" + month + ".csv.gz";
        String content = Folder.content(Folder.DEFAULT.root().resolve(name));
        assertThat(content.lines().findFirst()).as(name).contains(header);
        assertThat(content.lines().count()).as(name).isGreaterThan(20);
      }
    }
  }

  @Test
  void everyReferenceTableHasTheContractsColumns() {
    for (Table table :
        List.of(
            Agencies.TABLE,
            Regions.TABLE,
            Services.TABLE,
            Standards.TABLE,
            Holidays.TABLE,
            OfficeHours.TABLE,
            Deliveries.TABLE,
            Waivers.TABLE)) {
      Path file = Folder.DEFAULT.root().resolve("reference/" + table.name() + ".csv");
      assertThat(Folder.content(file).lines().findFirst())
          .contains(String.join(",", table.fields().stream().map(Field::name).toList()));
    }
  }

  @Test
  void rowsAreDistinctCasesAndAgenciesAreAgencies() {
    assertThat(Folder.DEFAULT.cases()).hasSize(20_000);
    assertThat(Folder.DEFAULT.reference("agencies")).hasSize(60);
    assertThat(Folder.CLEAN.cases().keySet()).isEqualTo(Folder.DEFAULT.cases().keySet());
  }

  @Test
  void sizesDifferGreatlyAndSomeAgenciesAreTooSmallToBeJudged() {
    Map<String, Integer> sizes = new HashMap<>();
    Folder.CLEAN
        .cases()
        .values()
        .forEach(row -> sizes.merge(row.of(Cases.AGENCY_ID), 1, Integer::sum));

    assertThat(sizes.values()).anyMatch(size -> size > 1000);
    assertThat(sizes.values().stream().filter(size -> size < 30)).hasSize(3);
    assertThat(Folder.CLEAN.truth("lookalikes"))
        .filteredOn(row -> row.of("lookalike").equals("tiny_agency"))
        .hasSize(3)
        .allMatch(row -> sizes.get(row.of(Cases.AGENCY_ID)) < 30);
  }

  @Test
  void threeThousandAgenciesOverAYearWork(@TempDir Path folder) {
    Summary summary = Sample.write(new Options(9000, 3000, 12, 5, Wrongs.PLANTED), folder);
    Folder nation = new Folder(folder);

    assertThat(summary.cases()).isEqualTo(9000);
    assertThat(summary.files()).isEqualTo(Feeds.ALL.size() * 12);
    assertThat(nation.cases()).hasSize(9000);
    assertThat(nation.reference("agencies").stream().map(row -> row.of(Cases.AGENCY_ID)))
        .hasSize(3000)
        .doesNotHaveDuplicates();
    assertThat(folder.resolve("landing/cases/cases-2025-07.csv.gz")).exists();
    assertThat(folder.resolve("landing/cases/cases-2026-06.csv.gz")).exists();
  }

  @Test
  void oneCaseOfOneAgencyInOneMonthIsANation(@TempDir Path folder) {
    Summary summary = Sample.write(new Options(1, 1, 1, 1, Wrongs.PLANTED), folder);

    assertThat(summary.cases()).isEqualTo(1);
    assertThat(new Folder(folder).cases()).hasSize(1);
  }

  @Test
  void aFolderThatHoldsANationIsLeftAlone(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("truth"));

    assertThatThrownBy(() -> Sample.write(Options.DEFAULTS, folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("already has truth/")
        .hasMessageEndingWith("name another with --to.");
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Options(0, 60, 6, 1, Wrongs.NONE))
        .hasMessageContaining("rows is 0, expected 1 to");
    assertThatThrownBy(() -> new Options(10, 10_000, 6, 1, Wrongs.NONE))
        .hasMessageContaining("agencies is 10000, expected 1 to 9999");
    assertThatThrownBy(() -> new Options(10, 10, 121, 1, Wrongs.NONE))
        .hasMessageContaining("months is 121, expected 1 to 120");
  }

  @Test
  void theNoteSaysThatAllIsInventedAndFromWhichSeed() {
    assertThat(Folder.content(Folder.DEFAULT.root().resolve("README.md")))
        .contains("A synthetic nation", "| seed | 1 |", "| wrongs | planted |");
  }

  @Test
  void identifiersArePlainlyInvented() {
    for (Row row : Folder.DEFAULT.cases().values()) {
      assertThat(row.of(Cases.APPLICANT_ID)).startsWith("NIK-SYN-");
      assertThat(row.of(Cases.OFFICER_ID)).matches("(NIP-SYN-\\d+)?");
      assertThat(row.of(Cases.RECEIPT_NO)).matches("(SYN\\d+B?)?");
    }
  }
}
