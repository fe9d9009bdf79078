package id.rapor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rapor.FolderContents;
import id.rapor.TestSpark;
import id.rapor.ingest.Account;
import id.rapor.sample.Sample;
import id.rapor.sample.Sample.Options;
import id.rapor.sample.Sample.Wrongs;
import id.rapor.settings.Period;
import id.rapor.settings.Periods;
import id.rapor.settings.Settings;
import id.rapor.settings.UserError;
import id.rapor.table.Cases;
import id.rapor.table.Files;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Quarantine;
import id.rapor.table.ReportCards;
import id.rapor.table.Scorecards;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small nation from its files to its published pages, more than once. */
class EndToEndTest {
  private static final SparkSession SPARK = TestSpark.session();

  @TempDir private static Path folder;

  private static Path input;
  private static Path data;
  private static Outcome first;

  @BeforeAll
  static void runOnce() {
    input = folder.resolve("nation");
    data = folder.resolve("data");
    Sample.write(new Options(900, 8, 2, 7, Wrongs.PLANTED), input);
    first = run(data, "2");
  }

  @Test
  void everyLineIsAccountedFor() {
    assertThat(first.accounts()).isNotEmpty().allSatisfy(EndToEndTest::addsUp);
    long refused = first.accounts().stream().mapToLong(Account::refused).sum();
    Warehouse tables = new Warehouse(SPARK, data.resolve("warehouse"));
    assertThat(refused).isPositive().isEqualTo(tables.count(Quarantine.TABLE));
    assertThat(tables.count(Files.TABLE)).isEqualTo(first.accounts().size());
  }

  @Test
  void everyRankLiesInItsSet() {
    Warehouse tables = new Warehouse(SPARK, data.resolve("warehouse"));
    var league = tables.read(League.TABLE).collectAsList();
    assertThat(league).isNotEmpty();
    assertThat(league).allSatisfy(EndToEndTest::liesInItsSet);
    assertThat(league)
        .anySatisfy(row -> assertThat(row.isNullAt(row.fieldIndex(League.RANK.name()))).isFalse());
  }

  @Test
  void everyRatedAgencyHasAReportCard() {
    Warehouse tables = new Warehouse(SPARK, data.resolve("warehouse"));
    var rated = tables.read(Scorecards.TABLE).where(PerspectiveScores.SCORE.col().isNotNull());
    var told =
        tables
            .read(ReportCards.TABLE)
            .where(ReportCards.KIND.col().equalTo(ReportCards.FIX))
            .where(ReportCards.PLACE.col().equalTo(1));
    String[] who = {Measurements.PERIOD.name(), Cases.AGENCY_ID.name()};
    assertThat(rated.count()).isPositive();
    assertThat(rated.join(told, who, "left_anti").count()).isZero();
  }

  @Test
  void aSecondRunChangesNothing() throws IOException {
    Map<String, String> before = FolderContents.of(data.resolve("published"));
    Outcome second = run(data, "2");
    assertThat(second.made()).isZero();
    assertThat(second.accounts()).isEmpty();
    assertThat(FolderContents.of(data.resolve("published"))).isEqualTo(before).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = "7")
  void anotherPartitioningPublishesTheSameBytes(String partitions) throws IOException {
    Path other = folder.resolve("other-" + partitions);
    run(other, partitions);
    assertThat(FolderContents.of(other.resolve("published")))
        .isEqualTo(FolderContents.of(data.resolve("published")));
  }

  @Test
  void noIdentifierIsStored() {
    Warehouse tables = new Warehouse(SPARK, data.resolve("warehouse"));
    assertThat(
            tables
                .read(Cases.FEED.table())
                .where(Cases.APPLICANT_ID.col().isNotNull())
                .select(Cases.APPLICANT_ID.col())
                .collectAsList())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.getString(0)).matches("[0-9a-f]{64}"));
    assertThat(tables.read(Quarantine.TABLE).select(Quarantine.RAW.col()).collectAsList())
        .allSatisfy(row -> assertThat(String.valueOf(row.getString(0))).doesNotContain("-SYN-"));
  }

  @Test
  void aMissingFolderIsToldAndNothingIsWritten() {
    Path none = folder.resolve("none");
    assertThatThrownBy(
            () -> Runner.run(SPARK, request(folder.resolve("nowhere"), none), new Input.Silence()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("nowhere is no folder");
    assertThat(none).doesNotExist();
  }

  private static void addsUp(Account account) {
    assertThat(account.lines())
        .isEqualTo(account.accepted() + account.superseded() + account.refused());
  }

  private static void liesInItsSet(Row row) {
    if (!row.isNullAt(row.fieldIndex(League.RANK.name()))) {
      long rank = row.getAs(League.RANK.name());
      assertThat(rank)
          .isBetween(
              row.<Long>getAs(League.RANK_LOW.name()), row.<Long>getAs(League.RANK_HIGH.name()));
    } else {
      assertThat(row.<String>getAs("reason")).isNotBlank();
    }
  }

  private static Outcome run(Path data, String partitions) {
    String before = SPARK.conf().get("spark.sql.shuffle.partitions");
    SPARK.conf().set("spark.sql.shuffle.partitions", partitions);
    try {
      return Runner.run(SPARK, request(input, data), new Input.Silence());
    } finally {
      SPARK.conf().set("spark.sql.shuffle.partitions", before);
    }
  }

  private static Request request(Path input, Path data) {
    return new Request(
        halfYear(),
        "half",
        input,
        data,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** One league is enough to tell. */
  private static Settings halfYear() {
    Settings all = Settings.DEFAULTS;
    return new Settings(
        all.title(),
        all.subtitle(),
        all.language(),
        all.currency(),
        all.zone(),
        all.reference(),
        all.sources(),
        new Periods(List.of(Period.Kind.HALF), List.of(), "half", List.of()),
        all.scoring(),
        all.detectors(),
        all.fees(),
        all.identity(),
        all.notes());
  }
}
