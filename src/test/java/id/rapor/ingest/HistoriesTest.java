package id.rapor.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rapor.settings.ColumnMapping;
import id.rapor.settings.Source;
import id.rapor.settings.UserError;
import id.rapor.settings.ValueForm;
import id.rapor.table.Cases;
import id.rapor.table.Quarantine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases made of events, and values taken from the name of a file. */
class HistoriesTest {
  private static final String HEADER = "no,what,at,office,paid\n";

  @TempDir private Path input;

  @Test
  void theNewestEventHoldsWhatTheEventsBeforeItSaid() throws IOException {
    new Landing(input)
        .write(
            "log_71.csv",
            HEADER
                + "c1,done,2026-01-09T10:00,,75000\n"
                + "c1,made,2026-01-05T08:00,,\n"
                + "c1,checked,2026-01-06T08:00,north,\n"
                + "c1,checked,2026-01-07T08:00,,\n"
                + "c2,made,2026-01-05T09:00,south,\n");
    Intake intake = take();
    assertThat(intake.accounts().get(0).accepted()).isEqualTo(2);
    assertThat(intake.accounts().get(0).superseded()).isEqualTo(3);
    Row first = row(intake, "c1");
    assertThat(first.<String>getAs(Cases.OFFICE_ID.name())).isEqualTo("north");
    assertThat(first.<Object>getAs(Cases.SUBMITTED_AT.name())).hasToString("2026-01-05 01:00:00.0");
    assertThat(first.<Object>getAs(Cases.CLOSED_AT.name())).hasToString("2026-01-09 03:00:00.0");
    assertThat(first.<Object>getAs(Cases.FEE_PAID.name())).hasToString("75000.00");
    assertThat(first.<Long>getAs(Cases.RETURNS.name())).isEqualTo(1);
    assertThat(first.<String>getAs(Cases.REGION_CODE.name())).isEqualTo("71");
    Row second = row(intake, "c2");
    assertThat(second.<Object>getAs(Cases.CLOSED_AT.name())).isNull();
    assertThat(second.<Long>getAs(Cases.RETURNS.name())).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0"})
  void aCaseWhoseEventsComeInTwoDeliveriesIsTheSameAsInOne(int first, int second)
      throws IOException {
    List<String> events =
        List.of(
            """
            c1,made,2026-01-05T08:00,,
            c1,checked,2026-01-06T08:00,north,
            c2,made,2026-01-05T09:00,south,
            """,
            """
            c1,checked,2026-01-07T08:00,,
            c1,done,2026-01-09T10:00,,75000
            c3,made,2026-01-05T09:00,south,
            """);
    Map<String, ColumnMapping> columns = columns();
    columns.put(
        Cases.AGENCY_ID.name(),
        expression("first(if(what = 'made', 'A', null), true) over (partition by no)"));
    List<Source> sources = List.of(source(columns));
    Landing landing = new Landing(input);
    landing.write("log_71.csv", HEADER + events.get(first));
    Intake begun = landing.take(sources, Cases.FEED, Optional.empty());
    landing.write("log_72.csv", HEADER + events.get(second));
    Intake intake = landing.takeAfter(begun, sources, Cases.FEED);
    assertThat(intake.accounts())
        .singleElement()
        .satisfies(
            account ->
                assertThat(List.of(account.lines(), account.accepted(), account.refused()))
                    .containsExactly(3L, 2L, 0L));
    Row case1 = row(intake, "c1");
    assertThat(case1.<Object>getAs(Cases.SUBMITTED_AT.name())).hasToString("2026-01-05 01:00:00.0");
    assertThat(case1.<Object>getAs(Cases.CLOSED_AT.name())).hasToString("2026-01-09 03:00:00.0");
    assertThat(case1.<String>getAs(Cases.STATUS.name())).isEqualTo("completed");
    assertThat(case1.<String>getAs(Cases.OFFICE_ID.name())).isEqualTo("north");
    assertThat(case1.<Object>getAs(Cases.FEE_PAID.name())).hasToString("75000.00");
    assertThat(case1.<Long>getAs(Cases.RETURNS.name())).isEqualTo(1);
  }

  @Test
  void aFaultyNewestEventDoesNotStandForAnEarlierOneThatComesLate() throws IOException {
    Landing landing = new Landing(input);
    landing.write(
        "log_71.csv",
        HEADER + "c1,checked,2026-01-07T08:00,north,\n" + "c1,done,2026-01-09T10:00,,abc\n");
    Intake begun = take();
    assertThat(begun.accounts().get(0).refused()).isEqualTo(1);
    landing.write("log_72.csv", HEADER + "c1,made,2026-01-05T08:00,,\n");
    Row case1 = row(landing.takeAfter(begun, List.of(source(columns())), Cases.FEED), "c1");
    assertThat(case1.<Object>getAs(Cases.SUBMITTED_AT.name())).hasToString("2026-01-05 01:00:00.0");
    assertThat(case1.<String>getAs(Cases.OFFICE_ID.name())).isEqualTo("north");
    assertThat(case1.<String>getAs(Cases.STATUS.name())).isEqualTo("pending");
  }

  @Test
  void aRefusedEventIsKeptAsItWasDelivered() throws IOException {
    new Landing(input)
        .write(
            "log_71.csv", HEADER + "c1,made,2026-01-05T08:00,north,\n,lost,2026-01-06T08:00,,5\n");
    List<Row> refused = take().refused().collectAsList();
    assertThat(refused).hasSize(1);
    assertThat(refused.get(0).<String>getAs(Quarantine.RAW.name()))
        .isEqualTo(",lost,2026-01-06T08:00,,5");
  }

  @Test
  void aFaultyEventIsRefusedAlone() throws IOException {
    new Landing(input)
        .write(
            "log_71.csv",
            HEADER
                + "c1,made,2026-01-05T08:00,,\n"
                + "c1,checked,,north,\n"
                + "c1,checked,soon,north,\n"
                + "c1,paid,2026-01-06T08:00,south,75000\n"
                + "c1,checked,2026-01-07T08:00,,abc\n"
                + "c1,done,2026-01-08T08:00,,\n");
    Intake intake = take();
    Map<Long, Row> refused = Landing.byLine(intake.refused());
    assertThat(refused).containsOnlyKeys(2L, 3L, 5L);
    assertThat(Landing.rules(refused.get(2L))).containsExactly("required:submitted_at");
    assertThat(Landing.rules(refused.get(3L)))
        .containsExactly("wrong_type:submitted_at", "wrong_type:recorded_at");
    assertThat(Landing.rules(refused.get(5L))).containsExactly("wrong_type:fee_paid");
    Row last = row(intake, "c1");
    assertThat(last.<Object>getAs(Cases.SUBMITTED_AT.name())).hasToString("2026-01-05 01:00:00.0");
    assertThat(last.<Object>getAs(Cases.FEE_PAID.name())).hasToString("75000.00");
    assertThat(last.<String>getAs(Cases.OFFICE_ID.name())).isEqualTo("south");
    assertThat(last.<Long>getAs(Cases.RETURNS.name())).isZero();
  }

  @Test
  void equalCasesOfTwoAgenciesAreTwo() throws IOException {
    new Landing(input)
        .write(
            "log_71.csv",
            "agency,"
                + HEADER
                + "A,c1,made,2026-01-05T08:00,north,\n"
                + "A,c2,made,2026-01-05T08:00,north,\n"
                + "B,c1,made,2026-01-06T08:00,,\n"
                + ",c1,checked,2026-01-07T08:00,,\n"
                + ",c2,done,2026-01-07T08:00,,\n");
    Map<String, ColumnMapping> columns = columns();
    columns.put(Cases.AGENCY_ID.name(), ColumnMapping.renamed("agency"));
    Intake intake = new Landing(input).take(List.of(source(columns)), Cases.FEED, Optional.empty());
    assertThat(
            intake
                .accepted()
                .select("agency_id", "case_id", "office_id", "returns", "status")
                .collectAsList()
                .stream()
                .map(Row::toString))
        .containsExactlyInAnyOrder(
            "[A,c1,north,0,pending]", "[A,c2,north,0,completed]", "[B,c1,null,0,pending]");
    // It names none of the two agencies that know such a case.
    Row refused = Landing.byLine(intake.refused()).get(4L);
    assertThat(Landing.rules(refused)).containsExactly("required:agency_id");
  }

  @Test
  void aFileOfAnotherNameIsNotGuessedAt() throws IOException {
    new Landing(input).write("log_north.csv", HEADER + "c1,made,2026-01-05T08:00,north,\n");
    assertThatThrownBy(this::take)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("log_north.csv: its name does not match log_(?<region>");
  }

  private Intake take() {
    return new Landing(input).take(List.of(source(columns())), Cases.FEED, Optional.empty());
  }

  private static Map<String, ColumnMapping> columns() {
    Map<String, ColumnMapping> columns = new LinkedHashMap<>();
    columns.put(Cases.CASE_ID.name(), ColumnMapping.renamed("no"));
    columns.put(Cases.AGENCY_ID.name(), expression("'A'"));
    columns.put(Cases.SERVICE_ID.name(), expression("'S'"));
    columns.put(Cases.OFFICE_ID.name(), ColumnMapping.renamed("office"));
    columns.put(Cases.REGION_CODE.name(), ColumnMapping.renamed("region"));
    columns.put(Cases.SUBMITTED_AT.name(), ColumnMapping.renamed("history_first"));
    columns.put(Cases.CLOSED_AT.name(), expression("if(what = 'done', at, null)"));
    columns.put(Cases.STATUS.name(), expression("if(what = 'done', 'completed', 'pending')"));
    columns.put(Cases.FEE_PAID.name(), ColumnMapping.renamed("paid"));
    columns.put(Cases.RETURNS.name(), ColumnMapping.renamed("history_repeats"));
    columns.put("recorded_at", ColumnMapping.renamed("at"));
    return columns;
  }

  private static Source source(Map<String, ColumnMapping> columns) {
    return new Source(
        "log",
        "cases",
        "landing/cases/*",
        Optional.empty(),
        Source.Csv.DEFAULTS,
        Optional.empty(),
        Optional.empty(),
        Optional.of("log_(?<region>\\d+)\\.csv"),
        Optional.of(new Source.Events("no", "at", Optional.of("what"), ValueForm.PLAIN)),
        columns);
  }

  private static ColumnMapping expression(String sql) {
    return new ColumnMapping(
        List.of(), Optional.empty(), Optional.of(sql), ValueForm.PLAIN, Map.of(), Optional.empty());
  }

  private static Row row(Intake intake, String id) {
    return intake.accepted().where(Cases.CASE_ID.col().equalTo(id)).collectAsList().get(0);
  }
}
