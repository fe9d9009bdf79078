package id.rapor.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.rapor.TestSpark;
import id.rapor.settings.Settings;
import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
import id.rapor.table.WorkingDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** Working time and due moments of the stage against an oracle, and against walking by minutes. */
class WorkingTimeTest {
  private static final Instant AS_OF = Instant.parse("2025-06-30T00:00:00Z");

  /** A case as the tests make it; its id carries its ordinal. */
  private record Made(
      String agency, String service, Instant start, Instant end, Optional<Long> paused) {}

  @Test
  void theOraclesMinutesAreMatchedExactly() throws IOException {
    Path oracle =
        Path.of(System.getProperty("rapor.home", "."))
            .toAbsolutePath()
            .normalize()
            .resolve("../shared/oracles/business-hours");
    assumeTrue(Files.isDirectory(oracle), "the oracle is not here: " + oracle);
    List<Made> cases = new ArrayList<>();
    for (String[] cells : rows(oracle.resolve("cases.input.csv"))) {
      cases.add(new Made("A", "S", utc(cells[1]), utc(cells[2]), Optional.empty()));
    }
    List<Row> judged = judged(cases, oracleReference(), inUtc());
    List<String[]> expected = rows(oracle.resolve("cases.expected.csv"));
    assertThat(judged).hasSameSizeAs(expected).hasSize(120);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(judged.get(i).<Long>getAs(JudgedCases.WORKING_MINUTES.name()))
          .as(expected.get(i)[0])
          .isEqualTo(Long.parseLong(expected.get(i)[2]));
    }
  }

  @Test
  void everyUnitAndZoneAgreesWithWalkingMinuteByMinute() {
    Random random = new Random(20250601);
    Reference reference = VariedNation.reference();
    Map<String, TimeLimit> limits =
        reference.standards().stream()
            .collect(Collectors.toMap(Standard::serviceId, row -> row.limit().orElseThrow()));
    List<Made> cases = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      Instant start =
          Instant.parse("2025-01-02T00:00:00Z").plusSeconds(random.nextInt(140 * 86_400));
      cases.add(
          new Made(
              VariedNation.ZONES.get(random.nextInt(VariedNation.ZONES.size())),
              List.copyOf(new TreeMap<>(limits).keySet()).get(random.nextInt(limits.size())),
              start,
              start.plusSeconds(random.nextInt(12 * 86_400)),
              Optional.of(List.of(0L, 1L, 60L, 240L, 420L, 480L, 1500L).get(random.nextInt(7)))));
    }
    // 23:30 in Santiago on 5 April 2025; an hour later it is 23:30 again, as summer time ends.
    Instant repeated = Instant.parse("2025-04-06T02:30:00Z");
    cases.add(
        new Made(
            "America/Santiago", "hour", repeated, repeated.plusSeconds(3600), Optional.of(0L)));
    List<Row> judged = judged(cases, reference, Settings.DEFAULTS);
    for (int i = 0; i < cases.size(); i++) {
      assertAgrees(cases.get(i), judged.get(i), reference, limits.get(cases.get(i).service()));
    }
  }

  @Test
  void workingDaysHoldRunningTotals() {
    Made one =
        new Made("A", "S", utc("2025-06-02T10:00"), utc("2025-06-03T10:00"), Optional.empty());
    Judged judged =
        Judge.judge(
            dataset(List.of(one)),
            Optional.empty(),
            Optional.empty(),
            WorkingCalendarTest.reference(List.of(), List.of()),
            inUtc(),
            AS_OF);
    List<Row> days =
        judged
            .workingDays()
            .filter(WorkingDays.DATE.col().between("2025-01-01", "2025-01-06"))
            .sort(WorkingDays.DATE.col())
            .collectAsList();
    // 1 January 2025 was a Wednesday.
    assertThat(days.stream().map(row -> row.<Long>getAs(WorkingDays.MINUTES_BEFORE.name())))
        .containsExactly(0L, 480L, 960L, 1440L, 1440L, 1440L);
    assertThat(days.stream().map(row -> row.<Long>getAs(WorkingDays.MINUTES.name())))
        .containsExactly(480L, 480L, 480L, 0L, 0L, 480L);
    assertThat(days.stream().map(row -> row.<Long>getAs(WorkingDays.OPEN_DAY.name())))
        .containsExactly(1L, 2L, 3L, 3L, 3L, 4L);
    assertThat(days.get(0).getList(days.get(0).fieldIndex(WorkingDays.OPENS.name())).toString())
        .isEqualTo("[480]");
    assertThat(days.get(3).getList(days.get(3).fieldIndex(WorkingDays.CLOSES.name()))).isEmpty();
    assertThat(judged.workingDays().schema().simpleString())
        .isEqualTo(WorkingDays.TABLE.schema().simpleString());
  }

  @Test
  void aWildDateDoesNotMakeAnEndlessCalendar() {
    Made wild =
        new Made(
            "A", "S", Instant.parse("0025-06-02T03:00:00Z"), AS_OF, Optional.of(Long.MAX_VALUE));
    Judged judged =
        Judge.judge(
            dataset(List.of(wild)),
            Optional.empty(),
            Optional.empty(),
            VariedNation.reference(),
            Settings.DEFAULTS,
            AS_OF);
    assertThat(judged.workingDays().count()).isBetween(30_000L, 50_000L);
    assertThat(judged.cases().first().<Long>getAs(JudgedCases.WORKING_MINUTES.name())).isZero();
  }

  private static void assertAgrees(Made made, Row judged, Reference reference, TimeLimit limit) {
    ZoneId zone = ZoneId.of(made.agency());
    NaiveClock clock =
        new NaiveClock(
            new Calendars(reference).of(Optional.empty(), made.agency(), List.of(made.agency())));
    LocalDateTime start = LocalDateTime.ofInstant(made.start(), zone);
    LocalDateTime end = LocalDateTime.ofInstant(made.end(), zone);
    long paused = made.paused().orElseThrow();
    assertThat(judged.<Long>getAs(JudgedCases.WORKING_MINUTES.name()))
        .as("%s", made)
        .isEqualTo(Math.max(0, clock.worked(start, end) - paused));
    Instant elapsed = made.start().truncatedTo(ChronoUnit.MINUTES).plusSeconds(limit.amount() * 60);
    NaiveClock.Due due = clock.due(start, limit, LocalDateTime.ofInstant(elapsed, zone), paused);
    Instant moment =
        limit.unit() == TimeLimit.Unit.MINUTES && paused == 0
            ? elapsed
            : due.lastMinute().plusMinutes(due.midnight() ? 1 : 0).atZone(zone).toInstant();
    assertThat(judged.<java.sql.Timestamp>getAs(JudgedCases.DUE_AT.name()).toInstant())
        .as("%s %s", made, limit)
        .isEqualTo(moment);
    assertThat(judged.<String>getAs(JudgedCases.COHORT_MONTH.name()))
        .isEqualTo(due.lastMinute().toString().substring(0, 7));
    assertThat(judged.<Boolean>getAs(JudgedCases.ON_TIME.name()))
        .as("%s %s", made, limit)
        .isEqualTo(made.end().isBefore(due.midnight() ? moment : moment.plusSeconds(60)));
  }

  /** calendar.json of the oracle, as reference tables. */
  private static Reference oracleReference() {
    List<OfficeHour> hours = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.getValue() <= 5) {
        hours.add(VariedNation.hour("A", day, 540, 750));
        hours.add(VariedNation.hour("A", day, 810, day == DayOfWeek.FRIDAY ? 960 : 1080));
      }
    }
    Optional<LocalDate> extra = Optional.of(LocalDate.of(2024, 2, 17));
    hours.add(
        WorkingCalendarTest.hour("", "A", DayOfWeek.SATURDAY, 600, 840, new Spell(extra, extra)));
    List<Holiday> closed =
        List.of("2024-01-01", "2024-02-09", "2024-02-12", "2024-05-01").stream()
            .map(day -> WorkingCalendarTest.holiday(LocalDate.parse(day), "", Holiday.Kind.HOLIDAY))
            .toList();
    return WorkingCalendarTest.reference(hours, closed);
  }

  private static Settings inUtc() {
    Settings given = Settings.DEFAULTS;
    return new Settings(
        given.title(),
        given.subtitle(),
        given.language(),
        given.currency(),
        ZoneOffset.UTC,
        given.reference(),
        given.sources(),
        given.periods(),
        given.scoring(),
        given.detectors(),
        given.fees(),
        given.identity(),
        given.notes());
  }

  private static List<Row> judged(List<Made> cases, Reference reference, Settings settings) {
    return Judge.judge(
            dataset(cases), Optional.empty(), Optional.empty(), reference, settings, AS_OF)
        .cases()
        .sort(Cases.CASE_ID.col())
        .collectAsList();
  }

  private static Dataset<Row> dataset(List<Made> cases) {
    List<Row> rows = new ArrayList<>();
    for (Made made : cases) {
      rows.add(
          RowFactory.create(
              String.format(java.util.Locale.ROOT, "%05d", rows.size()),
              made.agency(),
              made.service(),
              made.start(),
              made.end(),
              made.paused().orElse(null),
              "completed"));
    }
    return Cases.FEED
        .table()
        .complete(
            TestSpark.session()
                .createDataFrame(
                    rows,
                    LocalRows.schema(
                        List.of(
                            Cases.CASE_ID,
                            Cases.AGENCY_ID,
                            Cases.SERVICE_ID,
                            Cases.SUBMITTED_AT,
                            Cases.CLOSED_AT,
                            Cases.PAUSED_MINUTES,
                            Cases.STATUS))));
  }

  private static List<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private static Instant utc(String local) {
    return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
  }
}
