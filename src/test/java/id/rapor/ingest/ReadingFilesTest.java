package id.rapor.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rapor.TestSpark;
import id.rapor.reference.Reference;
import id.rapor.settings.ColumnMapping;
import id.rapor.settings.Problems;
import id.rapor.settings.Source;
import id.rapor.settings.UserError;
import id.rapor.settings.ValueForm;
import id.rapor.table.Cases;
import id.rapor.table.Payments;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How files of many forms become rows. */
class ReadingFilesTest {
  @TempDir private Path input;
  private Landing landing;

  @BeforeEach
  void landing() throws IOException {
    landing = new Landing(input);
  }

  @Test
  void readsTimesWithOffsetAndLocalTimesInTheZone() throws IOException {
    landing.write(
        "a.csv",
        Landing.HEADER
            + "offset,A,S,2026-01-05T08:00:00+09:00,,pending\nlocal,A,S,2026-01-05 08:00,,pending\nday,A,S,2026-01-05,,pending\n");
    Map<String, Row> cases = Landing.accepted(landing.take(Cases.FEED, Optional.empty()));
    assertThat(Landing.time(cases.get("offset"))).isEqualTo("2026-01-04T23:00:00Z");
    assertThat(Landing.time(cases.get("local"))).isEqualTo("2026-01-05T01:00:00Z");
    assertThat(Landing.time(cases.get("day"))).isEqualTo("2026-01-04T17:00:00Z");
  }

  @Test
  void localTimesAreOfTheRegionsZoneElseOfTheAgencysElseOfTheSources() throws IOException {
    Path tables = Files.createDirectories(landing.input().resolve("tables"));
    Files.writeString(
        tables.resolve("regions.csv"),
        "region_code,name,time_zone\nE,East,Asia/Jayapura\nM,Middle,Asia/Makassar\n");
    Files.writeString(tables.resolve("agencies.csv"), "agency_id,region_code\nA,M\nB,\n");
    landing.write(
        "a.csv",
        """
        case_id,agency_id,service_id,submitted_at,status,region_code
        region,A,S,2026-01-05T08:00,pending,E
        agency,A,S,2026-01-05T08:00,pending,
        source,B,S,2026-01-05T08:00,pending,
        """);
    Source source =
        new Source(
            "utc",
            "cases",
            "landing/cases/*",
            Optional.empty(),
            Source.Csv.DEFAULTS,
            Optional.empty(),
            Optional.of(ZoneId.of("UTC")),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    Map<String, Row> cases =
        Landing.accepted(landing.take(source, Cases.FEED, Reference.read(tables, new Problems())));
    assertThat(Landing.time(cases.get("region"))).isEqualTo("2026-01-04T23:00:00Z");
    assertThat(Landing.time(cases.get("agency"))).isEqualTo("2026-01-05T00:00:00Z");
    assertThat(Landing.time(cases.get("source"))).isEqualTo("2026-01-05T08:00:00Z");
  }

  @Test
  void countsRecordsNotBlankLinesAndReadsQuotedLineBreaksAndAByteOrderMark() throws IOException {
    landing.write(
        "a.csv",
        "\uFEFFcase_id,agency_id,service_id,submitted_at,status,priority_ground\n\n"
            + "1,A,S,2026-01-05,pending,\"two\nlines, \"\"quoted\"\"\"\n\n\n"
            + "\" 2 \",A,S,2026-01-05,pending,\" \"\n"
            + "\" \",A,S,2026-01-05,pending,\n");
    Intake intake = landing.take(Cases.FEED, Optional.empty());
    Map<String, Row> cases = Landing.accepted(intake);
    assertThat(cases.get("1").<String>getAs("priority_ground")).isEqualTo("two\nlines, \"quoted\"");
    assertThat(cases.get("2").<Long>getAs("line")).isEqualTo(2);
    assertThat(cases.get("2").<String>getAs("priority_ground")).isNull();
    assertThat(Landing.rules(Landing.byLine(intake.refused()).get(3L)))
        .containsExactly("required:case_id");
  }

  @Test
  void mapsForeignNamesPatternsCodesConstantsAndExpressions() throws IOException {
    landing.write(
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
    Intake intake = landing.take(List.of(source), Cases.FEED, Optional.empty());
    Map<String, Row> cases = Landing.accepted(intake);
    assertThat(Landing.time(cases.get("7"))).isEqualTo("2018-01-01T07:59:58Z");
    assertThat(cases.get("7").<String>getAs("agency_id")).isEqualTo("South");
    assertThat(cases.get("7").<BigDecimal>getAs("fee_paid")).isEqualByComparingTo("12.50");
    assertThat(cases.get("8").<String>getAs("status")).isEqualTo("completed");
    assertThat(cases.get("8").<String>getAs("service_id")).isEqualTo("mending");
  }

  @Test
  void readsAnArrayInsideOneJsonDocument() throws IOException {
    Files.createDirectories(landing.input().resolve("landing/cases"));
    landing.write(
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
    Intake intake = landing.take(List.of(source), Cases.FEED, Optional.empty());
    Row first = Landing.accepted(intake).get("2018-1");
    assertThat(first.<String>getAs("applicant_id")).hasSize(64);
    Row refused = Landing.byLine(intake.refused()).get(2L);
    assertThat(Landing.rules(refused)).containsExactly("required:submitted_at");
    assertThat(refused.<String>getAs("raw")).isEqualTo("{\"no\":2,\"made\":null}");
  }

  @Test
  void aBadJsonLineIsRefusedAlone() throws IOException {
    String rest =
        "\"agency_id\":\"A\",\"service_id\":\"S\",\"submitted_at\":\"2026-01-05\",\"status\":\"pending\"}";
    landing.write(
        "a.jsonl",
        "{\"case_id\":\"1\","
            + rest
            + "\n\n{\"case_id\":\"2\",\n{\"case_id\":\"3\","
            + rest
            + "\r\n[3]\n");
    Intake intake = landing.take(Cases.FEED, Optional.empty());
    assertThat(Landing.accepted(intake)).containsOnlyKeys("1", "3");
    assertThat(intake.accounts().get(0).lines()).isEqualTo(4);
    Map<Long, Row> refused = Landing.byLine(intake.refused());
    assertThat(refused).containsOnlyKeys(2L, 4L);
    assertThat(Landing.rules(refused.get(2L))).containsExactly("malformed_line");
    assertThat(refused.get(2L).<String>getAs("raw")).isNull();
    assertThat(refused.get(2L).<String>getAs("raw_hash"))
        .hasSize(64)
        .isNotEqualTo(refused.get(4L).<String>getAs("raw_hash"));
  }

  @Test
  void findsTheRecordsOfADocumentWhereverTheyStand() throws IOException {
    assertThat(cases("[{\"case_id\":\"é\"},\n 7, {\"case_id\":\"2\"}]", ""))
        .containsExactly("é", null, "2");
    assertThat(cases("{\n \"case_id\":\"1\"\n}\n{\n \"case_id\":\"2\"}", ""))
        .containsExactly("1", "2");
    assertThat(
            cases(
                "{\"help\":{\"records\":[1]},\"result\":{\"total\":2,\"records\":[{\"case_id\":\"1\"}],\"more\":0}}",
                "result.records"))
        .containsExactly("1");
    assertThat(cases("{\"result.records\":[{\"case_id\":\"1\"}]}", "result.records"))
        .containsExactly("1");
    assertThatThrownBy(() -> cases("{\"result\":{\"rows\":[]}}", "result.records"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("it has no array result.records");
    assertThatThrownBy(() -> cases("[{\"case_id\":\"1\"}] {\"case_id\":\"2\"}", ""))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("something stands behind its array");
  }

  /** The case_id of each record of a file in Latin letters. */
  private List<String> cases(String json, String records) throws IOException {
    landing.write("a.json", "");
    Path file = landing.input().resolve("landing/cases/a.json");
    Files.writeString(file, json, StandardCharsets.ISO_8859_1);
    Layout layout =
        new Layout(
            Source.Format.JSON,
            List.of("case_id"),
            List.of(),
            new Layout.CsvForm(',', '"', '"', "ISO-8859-1", true),
            records);
    List<String> found = new ArrayList<>();
    new RecordFile(file.toString(), "a.json", 1, layout, Landing.TERMS.key())
        .rows()
        .forEachRemaining(row -> found.add(row.getString(4)));
    return found;
  }

  @Test
  void nothingOfACutOffFileIsTakenInAndTheOthersAre() throws IOException {
    landing.write("a.csv", Landing.HEADER + "whole,A,S,2026-01-05,,pending\n");
    landing.write("b.json", "[{\"case_id\": \"first\", \"agency_id\": \"A\"}, {\"case_id\":");
    landing.write("empty.csv.gz", "");
    landing.write("no.parquet", "PAR1 and nothing else");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      StringBuilder text = new StringBuilder(Landing.HEADER);
      for (int i = 0; i < 5000; i++) {
        text.append(i * 7919L)
            .append(",A,S,2026-01-05T08:00:")
            .append(10 + i % 50)
            .append(",,pending\n");
      }
      gzip.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    Files.write(
        landing.input().resolve("landing/cases/cut.csv.gz"),
        Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    Delivery delivery =
        Delivery.find(Inbox.sources(List.of(), landing.input()), landing.input(), Optional.empty());
    Intake intake = delivery.read(TestSpark.session(), Cases.FEED, Landing.TERMS, Optional.empty());
    assertThat(Landing.accepted(intake)).containsOnlyKeys("whole");
    assertThat(delivery.unreadable())
        .satisfiesExactly(
            told -> assertThat(told).startsWith("landing/cases/b.json cannot be read: Unexpected"),
            told ->
                assertThat(told)
                    .isEqualTo(
                        "landing/cases/cut.csv.gz cannot be read: it is cut off before its end; ask"
                            + " for the file again or take it out of the input"),
            told -> assertThat(told).contains("empty.csv.gz cannot be read: the file is empty"),
            told -> assertThat(told).contains("no.parquet cannot be read: "));
    assertThat(intake.accounts())
        .filteredOn(account -> account.delivery() > 1)
        .hasSize(4)
        .allSatisfy(
            account ->
                assertThat(List.of(account.lines(), account.accepted(), account.refused()))
                    .containsExactly(1L, 0L, 1L));
    assertThat(intake.refused().collectAsList())
        .hasSize(4)
        .allSatisfy(row -> assertThat(Landing.rules(row)).containsExactly("unreadable_file"));
    assertThat(intake.profiles().count()).isEqualTo(1);
  }

  @Test
  void everyFileThatLacksColumnsIsToldAtOnce() throws IOException {
    landing.write("empty.csv", "");
    landing.write(
        "semicolons.csv", Landing.HEADER.replace(',', ';') + "1;A;S;2026-01-05;;pending\n");
    assertThatThrownBy(
            () ->
                Delivery.find(
                    Inbox.sources(List.of(), landing.input()), landing.input(), Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("landing/cases/empty.csv cannot be read: the file is empty")
        .hasMessageContaining("landing/cases/semicolons.csv: its header lacks")
        .hasMessageContaining("it looks delimited by ';'");
  }

  @Test
  void aFileThatLacksColumnsIsRefusedAloneWhereOthersHaveThem() throws IOException {
    landing.write("whole.csv", Landing.HEADER + "whole,A,S,2026-01-05T08:00,,pending\n");
    landing.write(
        "other.csv", "nik;agency_id;service_id\n3171234567890123;A;S\n3171234567890124;A;S\n");
    Delivery delivery =
        Delivery.find(Inbox.sources(List.of(), landing.input()), landing.input(), Optional.empty());
    Intake intake = delivery.read(TestSpark.session(), Cases.FEED, Landing.TERMS, Optional.empty());
    assertThat(Landing.accepted(intake)).containsOnlyKeys("whole");
    assertThat(delivery.unreadable())
        .singleElement()
        .asString()
        .startsWith("landing/cases/other.csv cannot be read: its header lacks [case_id, ")
        .contains("it looks delimited by ';'");
    Row refused = intake.refused().collectAsList().get(0);
    assertThat(Landing.rules(refused)).containsExactly("unreadable_file");
    assertThat(refused.mkString()).doesNotContain("317123456789012");
    landing.write("late.csv", "case_id,agency_id\nlate,A\n");
    assertThat(
            landing
                .takeAfter(intake, Inbox.sources(List.of(), landing.input()), Cases.FEED)
                .refusedLines())
        .as("the source was met by an earlier delivery")
        .isEqualTo(1);
  }

  @Test
  void paymentsAreReadAsMoney() throws IOException {
    Files.createDirectories(landing.input().resolve("landing/payments"));
    Files.writeString(
        landing.input().resolve("landing/payments/a.csv"),
        "payment_id,case_id,agency_id,paid_at,amount\n1,1,A,2026-01-05,350000\n2,1,A,2026-01-05,-1\n3,1,A,2026-01-05,Rp1\n");
    Intake intake =
        landing.take(List.of(Source.canonical("payments")), Payments.FEED, Optional.empty());
    assertThat(
            intake
                .accepted()
                .select("amount")
                .as(org.apache.spark.sql.Encoders.DECIMAL())
                .collectAsList())
        .singleElement()
        .satisfies(amount -> assertThat(amount).isEqualByComparingTo("350000.00"));
    assertThat(Landing.rules(Landing.byLine(intake.refused()).get(2L)))
        .containsExactly("negative_payment");
    assertThat(Landing.rules(Landing.byLine(intake.refused()).get(3L)))
        .containsExactly("wrong_type:amount");
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
}
