package id.rapor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.settings.Settings;
import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
import id.rapor.table.Pauses;
import id.rapor.table.Payments;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Cases judged by hand against cases judged by the stage. */
class JudgeTest {
  /** Thursday 15 January 2026, 12:00 in Jakarta. */
  private static final Instant AS_OF = Instant.parse("2026-01-15T05:00:00Z");

  @Test
  void timeIsJudgedAsByHand() throws IOException {
    Fixture fixture = Fixture.named("time");
    assertThat(fixture.actual(judged(fixture, fixture.reference())))
        .containsExactlyEntriesOf(fixture.expected());
  }

  /** A day off that is decreed after the year began: due a day later, and in time by it. */
  @Test
  void aHolidayDecreeThatIsAmendedLaterMovesWhatItCovers() {
    Fixture fixture = Fixture.named("time");
    Reference before = fixture.reference();
    List<Holiday> decreed = new ArrayList<>(before.holidays());
    decreed.add(
        new Holiday(
            LocalDate.of(2025, 6, 5),
            Optional.empty(),
            Optional.empty(),
            Holiday.Kind.JOINT_LEAVE));
    Reference after =
        new Reference(
            before.agencies(),
            before.regions(),
            before.services(),
            before.standards(),
            decreed,
            before.officeHours(),
            before.deliveries(),
            before.waivers(),
            before.rates(),
            "amended");
    Map<String, String> due = new TreeMap<>();
    for (Row row : judged(fixture, after).collectAsList()) {
      due.put(
          row.getAs(Cases.CASE_ID.name()),
          row.getAs(JudgedCases.DUE_AT.name()) + " " + row.getAs(JudgedCases.ON_TIME.name()));
    }
    assertThat(due)
        .containsEntry("midnight-after-due-day", "2025-06-10 17:00:00.0 true")
        .containsEntry("clock-starts-when-complete", "2025-06-06 17:00:00.0 true")
        .containsEntry("holidays-and-joint-leave", "2025-04-14 17:00:00.0 false");
  }

  @Test
  void feesAreJudgedAsByHand() throws IOException {
    Fixture fixture = Fixture.named("fees");
    assertThat(fixture.actual(judged(fixture, fixture.reference())))
        .containsExactlyEntriesOf(fixture.expected());
  }

  @Test
  void howTheCasesArePartitionedChangesNothing() throws IOException {
    Fixture fixture = Fixture.named("fees");
    Dataset<Row> scattered = fixture.feed(Cases.FEED).orElseThrow().repartition(5);
    Dataset<Row> judged =
        Judge.judge(
                scattered,
                fixture.feed(Payments.FEED).map(payments -> payments.repartition(3)),
                Optional.empty(),
                fixture.reference(),
                Settings.DEFAULTS,
                AS_OF)
            .cases();
    assertThat(fixture.actual(judged)).containsExactlyEntriesOf(fixture.expected());
  }

  @Test
  void theZoneOfTheSessionChangesNothing() throws IOException {
    Fixture fixture = Fixture.named("time");
    TestSpark.session().conf().set("spark.sql.session.timeZone", "Pacific/Apia");
    try {
      assertThat(fixture.actual(judged(fixture, fixture.reference())))
          .containsExactlyEntriesOf(fixture.expected());
    } finally {
      TestSpark.session().conf().set("spark.sql.session.timeZone", "UTC");
    }
  }

  @Test
  void casesAreShuffledForPaymentsAndPausesOnly() {
    Fixture fixture = Fixture.named("time");
    Dataset<Row> cases = fixture.feed(Cases.FEED).orElseThrow();
    String plain =
        plan(
            Judge.judge(
                cases,
                Optional.empty(),
                Optional.empty(),
                fixture.reference(),
                Settings.DEFAULTS,
                AS_OF));
    assertThat(plain).contains("BroadcastHashJoin").doesNotContain("hashpartitioning");
    assertThat(plain).doesNotContain("CartesianProduct", "BroadcastNestedLoopJoin");
    String whole =
        plan(
            Judge.judge(
                cases,
                Fixture.named("fees").feed(Payments.FEED),
                fixture.feed(Pauses.FEED),
                fixture.reference(),
                Settings.DEFAULTS,
                AS_OF));
    assertThat(whole).doesNotContain("CartesianProduct", "BroadcastNestedLoopJoin");
  }

  private static String plan(Judged judged) {
    return judged.cases().queryExecution().executedPlan().toString();
  }

  @Test
  void withoutATableOfWaiversEveryGroundCounts() throws IOException {
    Fixture fixture = Fixture.named("fees");
    Map<String, Map<String, String>> cases =
        fixture.actual(judged(fixture, withoutWaivers(fixture.reference())));
    String expected = JudgedCases.EXPECTED_FEE.name();
    assertThat(cases.get("waiver-without-ground")).containsEntry(expected, "0.00");
    assertThat(cases.get("waiver-expired")).containsEntry(expected, "0.00");
    assertThat(cases.get("exact")).containsEntry(expected, "100000.00");
  }

  @Test
  void withoutReferenceTablesTheDefaultCalendarHolds() {
    Fixture fixture = Fixture.named("time");
    Dataset<Row> judged =
        judged(
            fixture,
            Reference.read(fixture.folder().resolve("none"), new id.rapor.settings.Problems()));
    List<Row> rows =
        judged
            .filter(Cases.CASE_ID.col().equalTo("holidays-and-joint-leave"))
            .select(
                JudgedCases.ZONE.col(),
                JudgedCases.WORKING_MINUTES.col(),
                JudgedCases.DUE_AT.col(),
                JudgedCases.EXPECTED_FEE.col(),
                JudgedCases.COHORT_MONTH.col())
            .collectAsList();
    // Thu 27 March 10:00 to Tue 15 April 9:00: 360 + 12 whole weekdays + 60.
    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.getString(0)).isEqualTo("Asia/Jakarta");
              assertThat(row.getLong(1)).isEqualTo(360 + 12 * 480 + 60);
              assertThat(row.isNullAt(2)).isTrue();
              assertThat(row.isNullAt(3)).isTrue();
              assertThat(row.getString(4)).isEqualTo("2025-03");
            });
  }

  private static Dataset<Row> judged(Fixture fixture, Reference reference) {
    return Judge.judge(
            fixture.feed(Cases.FEED).orElseThrow(),
            fixture.feed(Payments.FEED),
            fixture.feed(Pauses.FEED),
            reference,
            Settings.DEFAULTS,
            AS_OF)
        .cases();
  }

  private static Reference withoutWaivers(Reference reference) {
    return new Reference(
        reference.agencies(),
        reference.regions(),
        reference.services(),
        reference.standards(),
        reference.holidays(),
        reference.officeHours(),
        reference.deliveries(),
        Optional.empty(),
        reference.rates(),
        reference.fingerprint());
  }
}
