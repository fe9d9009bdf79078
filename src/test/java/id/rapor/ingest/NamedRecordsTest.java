package id.rapor.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rapor.TestSpark;
import id.rapor.settings.ColumnMapping;
import id.rapor.settings.Source;
import id.rapor.settings.UserError;
import id.rapor.settings.ValueForm;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.Quarantine;
import id.rapor.table.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** XES logs and Parquet files, read as they are written by others. */
class NamedRecordsTest {
  private static final String LOG =
      """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <log xes.version="1.0" xmlns="http://www.xes-standard.org/">
        <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
        <global scope="event"><string key="concept:name" value="__INVALID__"/></global>
        <classifier name="Activity" keys="concept:name"/>
        <string key="source" value="north"/>
        <trace>
          <string key="concept:name" value="c1"/>
          <string key="applicant" value="NIK-1"><string key="inside" value="left out"/></string>
          <event>
            <string key="concept:name" value="Ann&#233;e &amp; made"/>
            <date key="time:timestamp" value="2026-01-05T08:00:00.000+07:00"/>
            <string key="org:resource" value="NIP-7"/>
          </event>
          <event>
            <date key="time:timestamp" value="2026-01-06T08:00:00.000+07:00"/>
            <string key="concept:name" value="decided"/>
            <float key="paid" value="75000.0"/>
            <list key="more"><values><string key="concept:name" value="left out"/></values></list>
          </event>
        </trace>
        <trace><string key="concept:name" value="never begun"/></trace>
      </log>
      """;

  @TempDir private Path input;

  @BeforeEach
  void folder() throws IOException {
    Files.createDirectories(input.resolve("landing/cases"));
  }

  @Test
  void anEventLogBecomesStepsWithoutLosingATrace() throws IOException {
    write("log.xes", LOG);
    Intake intake = take(steps(), Steps.FEED);
    assertThat(intake.accounts().get(0).lines()).isEqualTo(3);
    List<Row> accepted = intake.accepted().orderBy(Steps.STARTED_AT.col()).collectAsList();
    assertThat(texts(accepted, Steps.ACTIVITY)).containsExactly("Année & made", "decided");
    assertThat(texts(accepted, Steps.STARTED_AT))
        .containsExactly("2026-01-05 01:00:00.0", "2026-01-06 01:00:00.0");
    assertThat(texts(accepted, Cases.OFFICER_ID).get(0)).matches("[0-9a-f]{64}");
    Row refused = intake.refused().collectAsList().get(0);
    assertThat(Landing.rules(refused)).containsExactly("required:activity", "required:started_at");
    assertThat(refused.<String>getAs(Quarantine.RAW.name()))
        .isEqualTo("{\"case:concept:name\":\"never begun\"}");
  }

  @Test
  void anEventLogBecomesCasesByTheirNewestEvent() throws IOException {
    write("log.xes", LOG);
    Intake intake = take(cases(), Cases.FEED);
    assertThat(intake.accounts().get(0).accepted()).isEqualTo(1);
    Row only = intake.accepted().collectAsList().get(0);
    assertThat(only.<Object>getAs(Cases.SUBMITTED_AT.name())).hasToString("2026-01-05 01:00:00.0");
    assertThat(only.<Object>getAs(Cases.CLOSED_AT.name())).hasToString("2026-01-06 01:00:00.0");
    assertThat(only.<Object>getAs(Cases.FEE_PAID.name())).hasToString("75000.00");
    assertThat(only.<String>getAs(Cases.OFFICE_ID.name())).isEqualTo("north");
    assertThat(only.<String>getAs(Cases.APPLICANT_ID.name())).matches("[0-9a-f]{64}");
    assertThat(intake.refused().collectAsList().toString()).doesNotContain("NIK-1");
  }

  @Test
  void aBrokenLogIsNamedWithItsLine() throws IOException {
    write("log.xes", LOG.substring(0, LOG.indexOf("</trace>")));
    Delivery delivery = Delivery.find(List.of(steps()), input, Optional.empty());
    Intake intake = delivery.read(TestSpark.session(), Steps.FEED, Landing.TERMS, Optional.empty());
    assertThat(intake.accepted().count()).isZero();
    assertThat(delivery.unreadable())
        .singleElement()
        .satisfies(told -> assertThat(told).contains("log.xes cannot be read", "is no XML"));
  }

  @Test
  void aParquetFileOfManyTypesIsReadAsItsTextWouldBe() {
    parquet(
        """
        select 'c1' case_id, 'A' agency_id, 'S' service_id, timestamp'2026-01-05 01:00:00Z' submitted_at,
          timestamp_ntz'2026-01-06 09:30:00' closed_at, date'2026-01-20' promised_at,
          cast(75000.5 as decimal(20,2)) fee_paid, cast(2 as double) visits, 'completed' status,
          named_struct('id', 'NIK-1') person, array('x', null) marks, true retracted, 3 returns
        """);
    Map<String, Row> cases = Landing.accepted(landing(Source.canonical("cases"), Cases.FEED));
    Row only = cases.get("c1");
    assertThat(Landing.time(only)).isEqualTo("2026-01-05T01:00:00Z");
    assertThat(only.<Object>getAs(Cases.CLOSED_AT.name())).hasToString("2026-01-06 02:30:00.0");
    assertThat(only.<Object>getAs(Cases.PROMISED_AT.name())).hasToString("2026-01-19 17:00:00.0");
    assertThat(only.<Object>getAs(Cases.FEE_PAID.name())).hasToString("75000.50");
    assertThat(only.<Long>getAs(Cases.VISITS.name())).isEqualTo(2);
    assertThat(only.<Long>getAs(Cases.RETURNS.name())).isEqualTo(3);
    assertThat(only.<Long>getAs("line")).isEqualTo(1);
  }

  @Test
  void aNestedColumnOfParquetIsMappedAndHashed() {
    parquet(
        "select 'c1' no, named_struct('id', 'NIK-1', 'kind', 'local') person, timestamp'2026-01-05 01:00:00Z' at"
            + " union all select null, named_struct('id', 'NIK-2', 'kind', null), null");
    Map<String, ColumnMapping> columns = new LinkedHashMap<>();
    columns.put(Cases.CASE_ID.name(), ColumnMapping.renamed("no"));
    columns.put(Cases.AGENCY_ID.name(), expression("'A'"));
    columns.put(Cases.SERVICE_ID.name(), expression("'S'"));
    columns.put(Cases.APPLICANT_ID.name(), ColumnMapping.renamed("person.id"));
    columns.put(Cases.APPLICANT_GROUP.name(), ColumnMapping.renamed("person.kind"));
    columns.put(Cases.SUBMITTED_AT.name(), ColumnMapping.renamed("at"));
    columns.put(Cases.STATUS.name(), expression("'pending'"));
    Intake intake = landing(source("people", "cases", Optional.empty(), columns), Cases.FEED);
    Row only = Landing.accepted(intake).get("c1");
    assertThat(only.<String>getAs(Cases.APPLICANT_ID.name())).matches("[0-9a-f]{64}");
    assertThat(only.<String>getAs(Cases.APPLICANT_GROUP.name())).isEqualTo("local");
    Row refused = intake.refused().collectAsList().get(0);
    assertThat(refused.<String>getAs(Quarantine.RAW.name()))
        .matches("\\{\"person\":\\{\"id\":\"[0-9a-f]{64}\"\\}\\}");
  }

  @Test
  void aParquetFileWithoutARequiredColumnIsRefusedBeforeItIsRead() {
    parquet("select 'c1' case_id, 'A' agency_id");
    assertThatThrownBy(() -> landing(Source.canonical("cases"), Cases.FEED))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("its header lacks [service_id, submitted_at, status]");
  }

  @Test
  void whatIsNoParquetIsNamed() throws IOException {
    write("cases.parquet", "case_id,agency_id\n1,A\n");
    assertThat(
            Delivery.find(List.of(Source.canonical("cases")), input, Optional.empty()).unreadable())
        .singleElement()
        .satisfies(told -> assertThat(told).contains("cases.parquet cannot be read: "));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(
        input.resolve("landing/cases").resolve(name),
        text,
        java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private void parquet(String query) {
    Path folder = input.resolve("made");
    TestSpark.session().sql(query).coalesce(1).write().parquet(folder.toString());
    try (Stream<Path> files = Files.list(folder)) {
      Files.move(
          files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow(),
          input.resolve("landing/cases/cases.parquet"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Intake take(Source source, Feed feed) {
    return landing(source, feed);
  }

  private Intake landing(Source source, Feed feed) {
    return new Landing(input).take(List.of(source), feed, Optional.empty());
  }

  private static List<String> texts(List<Row> rows, Field field) {
    return rows.stream().map(row -> String.valueOf(row.<Object>getAs(field.name()))).toList();
  }

  private static Source steps() {
    Map<String, ColumnMapping> columns = new LinkedHashMap<>();
    columns.put(Cases.CASE_ID.name(), ColumnMapping.renamed("case:concept:name"));
    columns.put(Cases.AGENCY_ID.name(), expression("'A'"));
    columns.put(Steps.ACTIVITY.name(), ColumnMapping.renamed("concept:name"));
    columns.put(Cases.OFFICER_ID.name(), ColumnMapping.renamed("org:resource"));
    columns.put(Steps.STARTED_AT.name(), ColumnMapping.renamed("time:timestamp"));
    return source("log", "steps", Optional.empty(), columns);
  }

  private static Source cases() {
    Map<String, ColumnMapping> columns = new LinkedHashMap<>();
    columns.put(Cases.CASE_ID.name(), ColumnMapping.renamed("case:concept:name"));
    columns.put(Cases.AGENCY_ID.name(), expression("'A'"));
    columns.put(Cases.SERVICE_ID.name(), expression("'S'"));
    columns.put(Cases.OFFICE_ID.name(), ColumnMapping.renamed("/source"));
    columns.put(Cases.APPLICANT_ID.name(), ColumnMapping.renamed("case:applicant"));
    columns.put(Cases.SUBMITTED_AT.name(), ColumnMapping.renamed("history_first"));
    columns.put(Cases.CLOSED_AT.name(), ColumnMapping.renamed("history_last"));
    columns.put(Cases.STATUS.name(), expression("'completed'"));
    columns.put(Cases.FEE_PAID.name(), ColumnMapping.renamed("paid"));
    columns.put(Feed.RECORDED_AT.name(), ColumnMapping.renamed("time:timestamp"));
    return source(
        "log",
        "cases",
        Optional.of(
            new Source.Events(
                "case:concept:name",
                "time:timestamp",
                Optional.of("concept:name"),
                ValueForm.PLAIN)),
        columns);
  }

  private static ColumnMapping expression(String sql) {
    return new ColumnMapping(
        List.of(), Optional.empty(), Optional.of(sql), ValueForm.PLAIN, Map.of(), Optional.empty());
  }

  private static Source source(
      String name,
      String feed,
      Optional<Source.Events> events,
      Map<String, ColumnMapping> columns) {
    return new Source(
        name,
        feed,
        "landing/cases/*",
        Optional.empty(),
        Source.Csv.DEFAULTS,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        events,
        columns);
  }
}
