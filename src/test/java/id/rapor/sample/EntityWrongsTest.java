package id.rapor.sample;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.sample.Folder.Row;
import id.rapor.table.Cases;
import id.rapor.table.Complaints;
import id.rapor.table.Documents;
import id.rapor.table.Feed;
import id.rapor.table.Findings;
import id.rapor.table.Pauses;
import id.rapor.table.Steps;
import id.rapor.table.Surveys;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A wrong of a whole agency shows in its figures beside those of all others. */
class EntityWrongsTest {
  private static final Folder NATION = Folder.DEFAULT;
  private static final Register REGISTER = new Register(NATION);
  private static final Collection<Row> CASES = NATION.cases().values();

  @Test
  void newcomersWaitTwiceAsLong() {
    List<Row> closed =
        of(guilty("group_disparity"), CASES.stream().filter(Register::isClosed).toList());
    double newcomers = meanDays(closed, row -> row.of(Cases.APPLICANT_GROUP).equals("newcomer"));
    double locals = meanDays(closed, row -> row.of(Cases.APPLICANT_GROUP).equals("local"));

    assertThat(newcomers / locals).isBetween(1.6, 2.4);
  }

  @Test
  void onePairMeetsFarMoreOftenThanAnyOther() {
    Row wrong = truth("favoured_pairs");
    Map<String, Long> pairs =
        CASES.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.of(Cases.APPLICANT_ID) + ";" + row.of(Cases.OFFICER_ID),
                    Collectors.counting()));

    assertThat(pairs.get(wrong.of("subject"))).isGreaterThan(20);
    assertThat(pairs.values().stream().filter(count -> count > 10)).hasSize(1);
  }

  @Test
  void mostOverchargedCasesAreOneOfficers() {
    Row wrong = truth("officer_concentration");
    Set<String> above =
        NATION.truth("planted").stream()
            .filter(row -> row.of(Findings.DETECTOR).equals("fee_above_tariff"))
            .map(Row::key)
            .collect(Collectors.toSet());
    List<Row> overcharged =
        of(wrong.of(Cases.AGENCY_ID), CASES).stream()
            .filter(row -> above.contains(row.key()))
            .toList();

    assertThat(overcharged)
        .hasSizeGreaterThanOrEqualTo(20)
        .allMatch(row -> row.of(Cases.OFFICER_ID).equals(wrong.of("subject")));
  }

  @Test
  void complaintsAreIgnoredOrBrushedOff() {
    List<Row> complaints = NATION.lines(Complaints.FEED);
    Predicate<Row> isUnanswered = row -> row.of(Complaints.FIRST_RESPONSE_AT).isEmpty();
    Predicate<Row> isRefused = row -> row.of(Complaints.ACCEPTED).equals("false");

    assertThat(of(guilty("complaints_ignored"), complaints)).hasSizeGreaterThan(20);
    assertStandsOut("complaints_ignored", complaints, isUnanswered, 0.6, 0.25);
    assertStandsOut("closed_without_resolution", complaints, isRefused, 0.5, 0.25);
    Map<String, Long> answers =
        of(guilty("closed_without_resolution"), complaints).stream()
            .collect(
                Collectors.groupingBy(row -> row.of(Complaints.ANSWER), Collectors.counting()));
    assertThat(answers.values()).anyMatch(count -> count > 100);
  }

  @Test
  void surveysAreAnsweredByTheOfficeOrTellOtherDays() {
    List<Row> answers = NATION.lines(Surveys.FEED);
    Predicate<Row> isStraight =
        row -> Surveys.ELEMENTS.stream().allMatch(element -> row.of(element).equals("4"));
    Map<String, Row> cases = NATION.cases();
    Predicate<Row> saysTwice =
        row -> {
          Row about = cases.get(row.key());
          return about != null
              && Register.isClosed(about)
              && Double.parseDouble(row.of(Surveys.REPORTED_DAYS)) > 2 * days(about) + 1;
        };

    assertStandsOut("survey_gaming", answers, isStraight, 0.5, 0.25);
    assertStandsOut("self_report_gap", answers, saysTwice, 0.7, 0.02);
  }

  @Test
  void stepsGoRoundAndDocumentsAreAskedTwice() {
    assertRepeats("loops", NATION.lines(Steps.FEED), row -> row.of(Steps.ACTIVITY), 0.5);
    assertRepeats(
        "duplicate_documents",
        NATION.lines(Documents.FEED),
        row -> row.of(Documents.DOCUMENT),
        0.4);
  }

  @Test
  void datesAreBentTowardsTheLimitOrTheMonthsEnd() {
    List<Row> closed = CASES.stream().filter(Register::isClosed).toList();
    Predicate<Row> isEnteredLate =
        row ->
            Duration.between(
                        Register.time(row.of(Cases.CLOSED_AT)),
                        Register.time(row.of(Feed.RECORDED_AT)))
                    .toDays()
                >= 2;
    Predicate<Row> isAtMonthEnd =
        row -> Register.time(row.of(Cases.CLOSED_AT)).getDayOfMonth() >= 26;

    assertStandsOut("backdating", closed, isEnteredLate, 0.25, 0.02);
    assertStandsOut("month_end_bunching", closed, isAtMonthEnd, 0.4, 0.25);
    assertThat(of(guilty("clock_stops_at_limit"), NATION.lines(Pauses.FEED)))
        .hasSizeGreaterThan(50);
  }

  @Test
  void decisionsCrowdBeforeTheLimit() {
    List<Row> due =
        CASES.stream().filter(Register::isClosed).filter(row -> REGISTER.isDue(row)).toList();
    Predicate<Row> isOnLastDay =
        row -> {
          Duration left =
              Duration.between(Register.time(row.of(Cases.CLOSED_AT)), REGISTER.due(row));
          return !left.isNegative() && left.toHours() < 24;
        };

    assertStandsOut("deadline_bunching", due, isOnLastDay, 0.45, 0.35);
  }

  @Test
  void someOvertakeThoseWhoWait() {
    String guilty = guilty("queue_jumping");
    Set<String> services =
        CASES.stream()
            .filter(row -> row.of(Cases.AGENCY_ID).equals(guilty))
            .map(row -> row.of(Cases.SERVICE_ID))
            .collect(Collectors.toSet());
    Map<Boolean, List<Row>> started =
        CASES.stream()
            .filter(
                row ->
                    !row.of(Cases.STARTED_AT).isEmpty()
                        && row.of(Cases.PRIORITISED).equals("false"))
            .filter(row -> services.contains(row.of(Cases.SERVICE_ID)))
            .filter(row -> !row.of(Cases.SERVICE_CLASS).equals("express"))
            .collect(Collectors.partitioningBy(row -> row.of(Cases.AGENCY_ID).equals(guilty)));
    Predicate<Row> isTakenAtOnce =
        row ->
            REGISTER.worked(row, Register.complete(row), Register.time(row.of(Cases.STARTED_AT)))
                < 3600;

    assertThat(share(started.get(true), isTakenAtOnce)).isBetween(0.2, 0.4);
    assertThat(share(started.get(false), isTakenAtOnce)).isLessThan(0.05);
  }

  @Test
  void whoPaysMoreIsServedSoonerOrPaysRoundSums() {
    Set<String> above =
        NATION.truth("planted").stream()
            .filter(row -> row.of(Findings.DETECTOR).equals("fee_above_tariff"))
            .map(Row::key)
            .collect(Collectors.toSet());
    List<Row> sold =
        of(guilty("fee_for_speed"), CASES).stream()
            .filter(Register::isClosed)
            .filter(row -> !row.of(Cases.SERVICE_CLASS).equals("express"))
            .toList();
    Predicate<Row> paysMore = row -> above.contains(row.key());
    Predicate<Row> isRound = row -> excess(row) % 50_000 == 0;
    List<Row> overpaid = CASES.stream().filter(paysMore).toList();

    assertThat(sold.stream().filter(paysMore)).hasSizeGreaterThan(30);
    assertThat(meanDays(sold, paysMore) / meanDays(sold, paysMore.negate())).isLessThan(0.5);
    assertThat(of(guilty("round_fee_heaping"), overpaid)).hasSizeGreaterThan(50);
    assertThat(share(of(guilty("round_fee_heaping"), overpaid), isRound)).isEqualTo(1);
    assertThat(share(of(guilty("fee_for_speed"), overpaid), isRound)).isLessThan(0.05);
  }

  @Test
  void someAreServedInTheEveningAndTheyAreFew() {
    List<Row> nightly =
        of(guilty("off_hours_favours"), CASES).stream()
            .filter(Register::isClosed)
            .filter(row -> Register.time(row.of(Cases.CLOSED_AT)).getHour() >= 18)
            .toList();
    Map<String, Long> applicants =
        nightly.stream()
            .collect(
                Collectors.groupingBy(row -> row.of(Cases.APPLICANT_ID), Collectors.counting()));

    assertThat(nightly).hasSizeGreaterThan(30);
    assertThat(applicants.values().stream().sorted((a, b) -> Long.compare(b, a)).limit(3))
        .allMatch(count -> count > 10);
  }

  @Test
  void oneAgencyIsSlowAndOneSendsPeopleBack() {
    List<Row> closed = CASES.stream().filter(Register::isClosed).toList();
    Predicate<Row> comesOften = row -> Integer.parseInt(row.of(Cases.VISITS)) >= 3;
    Predicate<Row> isLate = row -> REGISTER.isDue(row) && !REGISTER.isOnTime(row);

    assertStandsOut("excess_handling", closed, comesOften, 0.6, 0.02);
    assertStandsOut("slow_agency", closed, isLate, 0.6, 0.25);
  }

  private static void assertStandsOut(
      String detector, Collection<Row> rows, Predicate<Row> sign, double atLeast, double others) {
    String agency = guilty(detector);
    Predicate<Row> isGuilty = row -> row.of(Cases.AGENCY_ID).equals(agency);
    assertThat(share(rows.stream().filter(isGuilty).toList(), sign))
        .as(detector)
        .isGreaterThan(atLeast);
    assertThat(share(rows.stream().filter(isGuilty.negate()).toList(), sign))
        .as("all but %s", detector)
        .isLessThan(others);
  }

  private static void assertRepeats(
      String detector, List<Row> rows, Function<Row, String> what, double atLeast) {
    Map<String, Set<String>> once = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (Row row : of(guilty(detector), rows)) {
      if (!once.computeIfAbsent(row.key(), key -> new HashSet<>()).add(what.apply(row))) {
        twice.add(row.key());
      }
    }
    assertThat(once).as(detector).hasSizeGreaterThan(50);
    assertThat(twice.size() / (double) once.size()).as(detector).isGreaterThan(atLeast);
  }

  private static double share(Collection<Row> rows, Predicate<Row> sign) {
    return rows.stream().filter(sign).count() / (double) rows.size();
  }

  private static double meanDays(List<Row> rows, Predicate<Row> which) {
    return rows.stream().filter(which).mapToLong(REGISTER::duration).average().orElseThrow();
  }

  private static long excess(Row row) {
    return Long.parseLong(row.of(Cases.FEE_PAID)) - REGISTER.tariff(row).longValueExact();
  }

  private static double days(Row row) {
    return Duration.between(
                Register.time(row.of(Cases.SUBMITTED_AT)), Register.time(row.of(Cases.CLOSED_AT)))
            .toMinutes()
        / 1440.0;
  }

  private static List<Row> of(String agency, Collection<Row> rows) {
    return rows.stream().filter(row -> row.of(Cases.AGENCY_ID).equals(agency)).toList();
  }

  private static String guilty(String detector) {
    return truth(detector).of(Cases.AGENCY_ID);
  }

  private static Row truth(String detector) {
    return NATION.truth("planted").stream()
        .filter(row -> row.of(Findings.DETECTOR).equals(detector))
        .findFirst()
        .orElseThrow();
  }
}
