package id.rapor.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rapor.TestSpark;
import id.rapor.ingest.Delivery.Known;
import id.rapor.ingest.Delivery.Terms;
import id.rapor.settings.ColumnMapping;
import id.rapor.settings.Source;
import id.rapor.settings.UserError;
import id.rapor.settings.ValueForm;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.Payments;
import id.rapor.table.Provenance;
import id.rapor.table.Quarantine;
import id.rapor.table.Steps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {
  private static final SparkSession SPARK = TestSpark.session();
  private static final String HEADER =
      "case_id,agency_id,service_id,submitted_at,closed_at,status\n";
  private static final Terms TERMS =
      new Terms(
          new Known(Optional.empty(), Optional.empty(), Optional.empty()),
          ZoneId.of("Asia/Jakarta"),
          new IdentityKey("0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
          "run");

  @TempDir private Path input;

  @BeforeEach
  void landing() throws IOException {
    Files.createDirectories(input.resolve("landing/cases"));
  }

  @Test
  void readsTimesWithOffsetAndLocalTimesInTheZone() throws IOException {
    write(
        "a.csv",
        HEADER
            + "offset,A,S,2026-01-05T08:00:00+09:00,,pending\nlocal,A,S,2026-01-05 08:00,,pending\nday,A,S,2026-01-05,,pending\n");
    Map<String, Row> cases = accepted(take(Cases.FEED, Optional.empty()));
    assertThat(time(cases.get("offset"))).isEqualTo("2026-01-04T23:00:00Z");
    assertThat(time(cases.get("local"))).isEqualTo("2026-01-05T01:00:00Z");
    assertThat(time(cases.get("day"))).isEqualTo("2026-01-04T17:00:00Z");
  }

  @Test
  void refusesALineWithAllTheRulesThatItBreaks() throws IOException {
    write(
        "a.csv",
        HEADER
            + "good,A,S,2026-01-05T08:00,2026-01-06T08:00,completed\n"
            + ",A,S,yesterday,,lost\n"
            + "backwards,A,S,2026-01-05T08:00,2026-01-04T08:00,completed\n"
            + "sameday,A,S,2026-01-05T08:00,2026-01-05,completed\n"
            + "short,A,S\n"
            + "undated,A,S,2026-01-05T08:00,,rejected\n");
    Intake intake = take(Cases.FEED, Optional.empty());
    assertThat(accepted(intake).keySet()).containsExactlyInAnyOrder("good", "sameday");
    Map<Long, Row> refused = byLine(intake.refused());
    assertThat(rules(refused.get(2L)))
        .containsExactlyInAnyOrder(
            "required:case_id", "wrong_type:submitted_at", "unknown_case_status");
    assertThat(rules(refused.get(3L))).containsExactly("closed_before_submitted");
    assertThat(rules(refused.get(5L))).containsExactly("malformed_line");
    assertThat(rules(refused.get(6L))).containsExactly("decided_without_time");
    assertThat(refused.get(3L).<String>getAs("raw"))
        .isEqualTo("backwards,A,S,2026-01-05T08:00,2026-01-04T08:00,completed");
    assertThat(refused.get(5L).<String>getAs("raw")).isNull();
    assertThat(refused.get(5L).<String>getAs("raw_hash")).hasSize(64);
    Account account = intake.accounts().get(0);
    assertThat(account.lines()).isEqualTo(6);
    assertThat(account.accepted()).isEqualTo(2);
    assertThat(account.refused()).isEqualTo(4);
    assertThat(account.superseded()).isZero();
  }

  @Test
  void countsRecordsNotBlankLinesAndReadsQuotedLineBreaksAndAByteOrderMark() throws IOException {
    write(
        "a.csv",
        "\uFEFFcase_id,agency_id,service_id,submitted_at,status,priority_ground\n\n"
            + "1,A,S,2026-01-05,pending,\"two\nlines, \"\"quoted\"\"\"\n\n\n"
            + "2,A,S,2026-01-05,pending,\n");
    Map<String, Row> cases = accepted(take(Cases.FEED, Optional.empty()));
    assertThat(cases.get("1").<String>getAs("priority_ground")).isEqualTo("two\nlines, \"quoted\"");
    assertThat(cases.get("2").<Long>getAs("line")).isEqualTo(2);
  }

  @Test
  void newestVersionWinsAndEqualOnesChangeNothing() throws IOException {
    String header = "case_id,agency_id,service_id,submitted_at,status,recorded_at\n";
    write(
        "a.csv",
        header
            + "1,A,S,2026-01-05,pending,2026-02-02T00:00Z\n1,A,S,2026-01-05,withdrawn,2026-02-01T00:00Z\n");
    write(
        "b.csv",
        header
            + "1,A,S,2026-01-05,pending,2026-02-02T00:00Z\n2,A,S,2026-01-05,pending,\n2,A,S,2026-01-05,withdrawn,\n");
    Intake first = take(Cases.FEED, Optional.empty());
    Map<String, Row> cases = accepted(first);
    assertThat(cases.get("1").<String>getAs("status")).isEqualTo("pending");
    assertThat(cases.get("1").<String>getAs("file")).isEqualTo("landing/cases/b.csv");
    assertThat(cases.get("2").<String>getAs("status")).isEqualTo("withdrawn");
    assertThat(first.accounts()).extracting(Account::superseded).containsExactly(2L, 1L);

    Dataset<Row> held =
        SPARK.createDataFrame(first.accepted().collectAsList(), Cases.FEED.table().schema());
    Files.delete(input.resolve("landing/cases/a.csv"));
    write(
        "b.csv",
        header
            + "1,A,S,2026-01-05,withdrawn,2026-01-01T00:00Z\n2,A,S,2026-01-05,withdrawn,\n3,A,S,2026-01-05,pending,\n");
    Intake second = take(Cases.FEED, Optional.of(held));
    assertThat(accepted(second).keySet()).containsExactly("3");
    assertThat(second.accounts().get(0).superseded()).isEqualTo(2);
  }

  @Test
  void identifiersAreHashedBeforeAnythingElse() throws IOException {
    String header = "case_id,agency_id,service_id,submitted_at,status,applicant_id\n";
    write(
        "a.csv",
        header + "1,A,S,2026-01-05,pending,3201010101010001\n2,A,S,bad,pending,3201010101010001\n");
    Intake intake = take(Cases.FEED, Optional.empty());
    // HMAC-SHA-256 of the number with key 0123456789abcdef, made with: printf 3201010101010001 |
    // openssl dgst -sha256 -hmac 0123456789abcdef
    String expected = "f61623c18e00ab4f09df8059c233a4162f75a22e641d7c8865e4f499810306d9";
    assertThat(accepted(intake).get("1").<String>getAs("applicant_id")).isEqualTo(expected);
    assertThat(byLine(intake.refused()).get(2L).<String>getAs("raw"))
        .isEqualTo("2,A,S,bad,pending," + expected);
  }

  @Test
  void mapsForeignNamesPatternsCodesConstantsAndExpressions() throws IOException {
    write(
        "a.csv",
        "Nr;Made;Shut;State;Yard;Sum\n7;12/31/2017 11:59:58 PM;;Offen;;12.5\n8;01/02/2018 12:00:00 AM;01/02/2018 01:00:00 PM;Zu;North;3\n");
    Source source =
        new Source(
            "foreign",
            "cases",
            "landing/cases/*",
            Optional.empty(),
            new Source.Csv(';', '"', '"', StandardCharsets.UTF_8, List.of()),
            Optional.empty(),
            Optional.of(ZoneId.of("America/Los_Angeles")),
            Optional.empty(),
            Optional.empty(),
            Map.of(
                "case_id", ColumnMapping.renamed("Nr"),
                "agency_id",
                    mapping(List.of(), null, "coalesce(Yard, 'South')", List.of(), Map.of()),
                "service_id", mapping(List.of(), "mending", null, List.of(), Map.of()),
                "submitted_at",
                    mapping(
                        List.of("Made"),
                        null,
                        null,
                        List.of("yyyy-MM-dd", "MM/dd/yyyy hh:mm:ss a"),
                        Map.of()),
                "closed_at",
                    mapping(
                        List.of("Shut"), null, null, List.of("MM/dd/yyyy hh:mm:ss a"), Map.of()),
                "fee_paid", ColumnMapping.renamed("Sum"),
                "status",
                    mapping(
                        List.of("State"),
                        null,
                        null,
                        List.of(),
                        Map.of("Offen", "pending", "Zu", "completed"))));
    Intake intake = take(List.of(source), Cases.FEED, Optional.empty());
    Map<String, Row> cases = accepted(intake);
    assertThat(time(cases.get("7"))).isEqualTo("2018-01-01T07:59:58Z");
    assertThat(cases.get("7").<String>getAs("agency_id")).isEqualTo("South");
    assertThat(cases.get("7").<BigDecimal>getAs("fee_paid")).isEqualByComparingTo("12.50");
    assertThat(cases.get("8").<String>getAs("status")).isEqualTo("completed");
    assertThat(cases.get("8").<String>getAs("service_id")).isEqualTo("mending");
  }

  @Test
  void readsAnArrayInsideOneJsonDocument() throws IOException {
    Files.createDirectories(input.resolve("landing/cases"));
    write(
        "a.json",
        "{\"year\": 2018, \"notes\": {\"records\": [1]}, \"records\": [{\"no\": 1, \"made\": \"2018-01-05\", \"who\": {\"id\": \"Q1\"}}, {\"no\": 2, \"made\": null}]}");
    Source source =
        new Source(
            "json",
            "cases",
            "landing/cases/*.json",
            Optional.empty(),
            Source.Csv.DEFAULTS,
            Optional.of("records"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(
                "case_id",
                    mapping(List.of(), null, "concat(`/year`, '-', no)", List.of(), Map.of()),
                "agency_id", mapping(List.of(), "A", null, List.of(), Map.of()),
                "service_id", mapping(List.of(), "S", null, List.of(), Map.of()),
                "submitted_at", ColumnMapping.renamed("made"),
                "applicant_id", ColumnMapping.renamed("who.id"),
                "status", mapping(List.of(), "pending", null, List.of(), Map.of())));
    Intake intake = take(List.of(source), Cases.FEED, Optional.empty());
    Row first = accepted(intake).get("2018-1");
    assertThat(first.<String>getAs("applicant_id")).hasSize(64);
    Row refused = byLine(intake.refused()).get(2L);
    assertThat(rules(refused)).containsExactly("required:submitted_at");
    assertThat(refused.<String>getAs("raw")).isEqualTo("{\"no\":2,\"made\":null}");
  }

  @Test
  void stepsOfEqualNameAndStartAreToldApartByTheirPlace() throws IOException {
    Files.createDirectories(input.resolve("landing/steps"));
    Files.writeString(
        input.resolve("landing/steps/a.csv"),
        "case_id,agency_id,activity,started_at\n1,A,sign,2026-01-05\n1,A,sign,2026-01-05\n1,A,check,2026-01-05\n");
    Intake intake = take(List.of(Source.canonical("steps")), Steps.FEED, Optional.empty());
    assertThat(intake.accepted().orderBy("line").select("ordinal").collectAsList())
        .extracting(row -> row.getLong(0))
        .containsExactly(1L, 2L, 1L);
  }

  @Test
  void aCutOffFileIsToldByName() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      StringBuilder text = new StringBuilder(HEADER);
      for (int i = 0; i < 5000; i++) {
        text.append(i * 7919L)
            .append(",A,S,2026-01-05T08:00:")
            .append(10 + i % 50)
            .append(",,pending\n");
      }
      gzip.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    Files.write(
        input.resolve("landing/cases/cut.csv.gz"),
        Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    assertThatThrownBy(() -> take(Cases.FEED, Optional.empty()))
        .hasStackTraceContaining("landing/cases/cut.csv.gz")
        .hasStackTraceContaining("it is cut off before its end");
  }

  @Test
  void everyFileThatLacksColumnsIsToldAtOnce() throws IOException {
    write("empty.csv", "");
    write("semicolons.csv", HEADER.replace(',', ';') + "1;A;S;2026-01-05;;pending\n");
    assertThatThrownBy(
            () -> Delivery.find(Inbox.sources(List.of(), input), input, Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("landing/cases/empty.csv: the file is empty")
        .hasMessageContaining("landing/cases/semicolons.csv: its header lacks")
        .hasMessageContaining("it looks delimited by ';'");
  }

  @Test
  void paymentsAreReadAsMoney() throws IOException {
    Files.createDirectories(input.resolve("landing/payments"));
    Files.writeString(
        input.resolve("landing/payments/a.csv"),
        "payment_id,case_id,agency_id,paid_at,amount\n1,1,A,2026-01-05,350000\n2,1,A,2026-01-05,-1\n3,1,A,2026-01-05,Rp1\n");
    Intake intake = take(List.of(Source.canonical("payments")), Payments.FEED, Optional.empty());
    assertThat(
            intake
                .accepted()
                .select("amount")
                .as(org.apache.spark.sql.Encoders.DECIMAL())
                .collectAsList())
        .singleElement()
        .satisfies(amount -> assertThat(amount).isEqualByComparingTo("350000.00"));
    assertThat(rules(byLine(intake.refused()).get(2L))).containsExactly("negative_payment");
    assertThat(rules(byLine(intake.refused()).get(3L))).containsExactly("wrong_type:amount");
  }

  private static ColumnMapping mapping(
      List<String> from,
      String constant,
      String expression,
      List<String> patterns,
      Map<String, String> codes) {
    return new ColumnMapping(
        from,
        Optional.ofNullable(constant),
        Optional.ofNullable(expression),
        new ValueForm(
            patterns, ValueForm.Numbers.PLAIN, Optional.empty(), ValueForm.Letters.AS_DELIVERED),
        codes,
        Optional.empty());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(input.resolve("landing/cases").resolve(name), text);
  }

  private Intake take(Feed feed, Optional<Dataset<Row>> held) {
    return take(Inbox.sources(List.of(), input), feed, held);
  }

  private Intake take(List<Source> sources, Feed feed, Optional<Dataset<Row>> held) {
    return Delivery.find(sources, input, Optional.empty()).read(SPARK, feed, TERMS, held);
  }

  private static Map<String, Row> accepted(Intake intake) {
    return intake.accepted().collectAsList().stream()
        .collect(
            java.util.stream.Collectors.toMap(row -> row.getAs(Cases.CASE_ID.name()), row -> row));
  }

  private static Map<Long, Row> byLine(Dataset<Row> refused) {
    return refused.collectAsList().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                row -> row.getAs(Provenance.LINE.name()), row -> row));
  }

  private static List<String> rules(Row refused) {
    return refused.getList(refused.fieldIndex(Quarantine.RULES.name()));
  }

  private static String time(Row row) {
    Field field = Cases.SUBMITTED_AT;
    return Instant.ofEpochMilli(row.<Timestamp>getAs(field.name()).getTime()).toString();
  }
}
