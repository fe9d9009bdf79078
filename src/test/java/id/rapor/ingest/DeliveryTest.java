package id.rapor.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rapor.TestSpark;
import id.rapor.settings.Source;
import id.rapor.settings.UserError;
import id.rapor.table.Cases;
import id.rapor.table.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the lines of a delivery. */
class DeliveryTest {
  private static final SparkSession SPARK = TestSpark.session();

  @TempDir private Path input;
  private Landing landing;

  @BeforeEach
  void landing() throws IOException {
    landing = new Landing(input);
  }

  @Test
  void refusesALineWithAllTheRulesThatItBreaks() throws IOException {
    landing.write(
        "a.csv",
        Landing.HEADER
            + "good,A,S,2026-01-05T08:00,2026-01-06T08:00,completed\n"
            + ",A,S,yesterday,,lost\n"
            + "backwards,A,S,2026-01-05T08:00,2026-01-04T08:00,completed\n"
            + "sameday,A,S,2026-01-05T08:00,2026-01-05,completed\n"
            + "short,A,S\n"
            + "undated,A,S,2026-01-05T08:00,,rejected\n"
            + "ancient,A,S,1900-01-01T08:00,1899-01-01T08:00,completed\n");
    Intake intake = landing.take(Cases.FEED, Optional.empty());
    assertThat(Landing.accepted(intake).keySet()).containsExactlyInAnyOrder("good", "sameday");
    Map<Long, Row> refused = Landing.byLine(intake.refused());
    assertThat(Landing.rules(refused.get(2L)))
        .containsExactlyInAnyOrder(
            "required:case_id", "wrong_type:submitted_at", "unknown_case_status");
    assertThat(Landing.rules(refused.get(3L))).containsExactly("closed_before_submitted");
    assertThat(Landing.rules(refused.get(5L))).containsExactly("malformed_line");
    assertThat(Landing.rules(refused.get(6L))).containsExactly("decided_without_time");
    assertThat(Landing.rules(refused.get(7L)))
        .as("what refuses, then what would only have marked")
        .containsExactly("closed_before_submitted", "placeholder_time");
    assertThat(refused.get(3L).<String>getAs("raw"))
        .isEqualTo("backwards,A,S,2026-01-05T08:00,2026-01-04T08:00,completed");
    assertThat(refused.get(5L).<String>getAs("raw")).isNull();
    // printf 'line [short, A, S]' | openssl dgst -sha256 -hmac 0123456789abcdef
    assertThat(refused.get(5L).<String>getAs("raw_hash"))
        .isEqualTo("af19762612e7ed8fe21539a9d6efe640ab6a2bb55a57b87bab98846b7fdfac47");
    Account account = intake.accounts().get(0);
    assertThat(account.lines()).isEqualTo(7);
    assertThat(account.accepted()).isEqualTo(2);
    assertThat(account.refused()).isEqualTo(5);
    assertThat(account.superseded()).isZero();
  }

  @Test
  void filesBehindALinkedFolderAreFound() throws IOException {
    Path elsewhere = Files.createDirectories(input.resolve("disk/january"));
    Files.writeString(
        elsewhere.resolve("a.csv"), Landing.HEADER + "1,A,S,2026-01-05T08:00,,pending\n");
    Files.delete(input.resolve("landing/cases"));
    Files.createSymbolicLink(input.resolve("landing/cases"), elsewhere);
    Intake intake = landing.take(Cases.FEED, Optional.empty());
    assertThat(intake.accounts()).extracting(Account::lines).containsExactly(1L);
  }

  @Test
  void aLinkThatLeadsBackIsToldOf() throws IOException {
    landing.write("a.csv", Landing.HEADER + "1,A,S,2026-01-05T08:00,,pending\n");
    Files.createSymbolicLink(input.resolve("landing/cases/again"), input);
    assertThatThrownBy(() -> landing.take(Cases.FEED, Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("again")
        .hasMessageContaining("link");
  }

  @Test
  void newestVersionWinsAndEqualOnesChangeNothing() throws IOException {
    String header = "case_id,agency_id,service_id,submitted_at,status,recorded_at\n";
    landing.write(
        "a.csv",
        header
            + "1,A,S,2026-01-05,pending,2026-02-02T00:00Z\n1,A,S,2026-01-05,withdrawn,2026-02-01T00:00Z\n");
    landing.write(
        "b.csv",
        header
            + "1,A,S,2026-01-05,pending,2026-02-02T00:00Z\n2,A,S,2026-01-05,pending,\n2,A,S,2026-01-05,withdrawn,\n");
    Intake first = landing.take(Cases.FEED, Optional.empty());
    Map<String, Row> cases = Landing.accepted(first);
    assertThat(cases.get("1").<String>getAs("status")).isEqualTo("pending");
    assertThat(cases.get("1").<String>getAs("file")).isEqualTo("landing/cases/b.csv");
    assertThat(cases.get("2").<String>getAs("status")).isEqualTo("withdrawn");
    assertThat(first.accounts()).extracting(Account::superseded).containsExactly(2L, 1L);

    Dataset<Row> held =
        SPARK.createDataFrame(
            Cases.FEED.table().shape(first.accepted()).collectAsList(),
            Cases.FEED.table().schema());
    Files.delete(landing.input().resolve("landing/cases/a.csv"));
    landing.write(
        "b.csv",
        header
            + "1,A,S,2026-01-05,withdrawn,2026-01-01T00:00Z\n2,A,S,2026-01-05,withdrawn,\n3,A,S,2026-01-05,pending,\n");
    Intake second = landing.take(Cases.FEED, Optional.of(held));
    assertThat(Landing.accepted(second).keySet()).containsExactly("3");
    assertThat(second.accounts().get(0).superseded()).isEqualTo(2);
  }

  @Test
  void whatAFileTellsTwiceDifferentlyIsMarkedWhereverItTellsSo() throws IOException {
    String header = "case_id,agency_id,service_id,submitted_at,visits,returns,status,recorded_at\n";
    String a = ",A,S,2026-01-05,2,,pending,2026-02-01T00:00Z\n";
    String b = ",A,S,2026-01-05,2,,withdrawn,2026-02-01T00:00Z\n";
    String moved = ",A,S,2026-01-05,,2,pending,2026-02-01T00:00Z\n";
    String older = ",A,S,2026-01-05,2,,rejected,2026-01-01T00:00Z\n";
    landing.write(
        "a.csv",
        (header + "ABB" + a + "ABB" + b + "ABB" + b + "AA" + a + "AA" + a + "OA" + older + "OA" + a)
            + ("AM" + a + "AM" + moved));
    Map<String, Row> cases = Landing.accepted(landing.take(Cases.FEED, Optional.empty()));
    assertThat(warnings(cases.get("ABB"))).containsOnlyOnce("duplicate_key");
    assertThat(warnings(cases.get("AM"))).containsOnlyOnce("duplicate_key");
    assertThat(warnings(cases.get("AA"))).doesNotContain("duplicate_key");
    assertThat(warnings(cases.get("OA"))).doesNotContain("duplicate_key");
  }

  private static List<String> warnings(Row row) {
    return row.getList(row.fieldIndex("warnings"));
  }

  @Test
  void identifiersAreHashedBeforeAnythingElse() throws IOException {
    String header = "case_id,agency_id,service_id,submitted_at,status,applicant_id\n";
    landing.write(
        "a.csv",
        header + "1,A,S,2026-01-05,pending,3201010101010001\n2,A,S,bad,pending,3201010101010001\n");
    Intake intake = landing.take(Cases.FEED, Optional.empty());
    // HMAC-SHA-256 of the number with key 0123456789abcdef, made with: printf 3201010101010001 |
    // openssl dgst -sha256 -hmac 0123456789abcdef
    String expected = "f61623c18e00ab4f09df8059c233a4162f75a22e641d7c8865e4f499810306d9";
    assertThat(Landing.accepted(intake).get("1").<String>getAs("applicant_id")).isEqualTo(expected);
    assertThat(Landing.byLine(intake.refused()).get(2L).<String>getAs("raw"))
        .isEqualTo("2,A,S,bad,pending," + expected);
  }

  @Test
  void stepsOfEqualNameAndStartAreToldApartByTheirPlace() throws IOException {
    Files.createDirectories(landing.input().resolve("landing/steps"));
    Files.writeString(
        landing.input().resolve("landing/steps/a.csv"),
        "case_id,agency_id,activity,started_at\n1,A,sign,2026-01-05\n1,A,sign,2026-01-05\n1,A,check,2026-01-05\n");
    Intake intake = landing.take(List.of(Source.canonical("steps")), Steps.FEED, Optional.empty());
    assertThat(intake.accepted().orderBy("line").select("ordinal").collectAsList())
        .extracting(row -> row.getLong(0))
        .containsExactly(1L, 2L, 1L);
  }
}
