package id.rapor.sample;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.sample.Folder.Row;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Findings;
import id.rapor.table.Payments;
import id.rapor.table.Staffing;
import id.rapor.table.Standards;
import id.rapor.table.Waivers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the truth says, found again in the files by another way. */
class TruthTest {
  private static final Register REGISTER = new Register(Folder.DEFAULT);
  private static final Map<String, Row> CASES = Folder.DEFAULT.cases();

  @Test
  void everyDetectorHasItsWrong() {
    Set<String> planted =
        Folder.DEFAULT.truth("planted").stream()
            .map(row -> row.of(Findings.DETECTOR))
            .collect(Collectors.toSet());

    assertThat(planted)
        .containsExactlyInAnyOrder(
            ("fee_above_tariff fee_on_free_service fee_without_receipt split_payments"
                    + " round_fee_heaping officer_concentration fee_for_speed month_end_bunching"
                    + " deadline_bunching clock_stops_at_limit slow_agency stalled_case"
                    + " instant_completion backdating excess_handling loops duplicate_documents"
                    + " group_disparity queue_jumping favoured_pairs complaints_ignored"
                    + " closed_without_resolution off_hours_favours survey_gaming"
                    + " self_report_gap slow_case")
                .split(" "));
  }

  @Test
  void everyWrongAndLookAlikeOfACasePointsAtACase() {
    assertThat(ofCases("planted")).isNotEmpty().allMatch(row -> CASES.containsKey(row.key()));
    assertThat(ofCases("lookalikes")).isNotEmpty().allMatch(row -> CASES.containsKey(row.key()));
  }

  @Test
  void thePeriodIsTheMonthOfClosingOrTheLast() {
    for (Row wrong : ofCases("planted")) {
      Row row = CASES.get(wrong.key());
      String closed = row.of(Cases.CLOSED_AT);
      assertThat(wrong.of(Staffing.PERIOD))
          .isEqualTo(closed.isEmpty() ? "2026-06" : closed.substring(0, 7));
    }
  }

  @Test
  void casesAboveTariffAreExactlyThePlantedOnes() {
    Set<String> above = new HashSet<>();
    Set<String> charged = new HashSet<>();
    for (Row row : CASES.values()) {
      if (isOverpaid(REGISTER, row)) {
        (REGISTER.tariff(row).signum() == 0 ? charged : above).add(row.key());
      }
    }

    assertThat(above).isEqualTo(planted("fee_above_tariff"));
    assertThat(charged).isEqualTo(planted("fee_on_free_service"));
  }

  @Test
  void paidCasesWithoutAReceiptAreExactlyThePlantedOnes() {
    Set<String> without =
        CASES.values().stream()
            .filter(row -> !row.of(Cases.FEE_PAID).isEmpty() && !row.of(Cases.FEE_PAID).equals("0"))
            .filter(row -> row.of(Cases.RECEIPT_NO).isEmpty())
            .map(Row::key)
            .collect(Collectors.toSet());

    assertThat(without).isEqualTo(planted("fee_without_receipt"));
  }

  @Test
  void slowCasesTakeMoreThanSixTimesTheirPeersMedian() {
    Map<String, List<Long>> durations = new HashMap<>();
    for (Row row : CASES.values()) {
      if (Register.isClosed(row)) {
        durations
            .computeIfAbsent(peers(row), absent -> new ArrayList<>())
            .add(REGISTER.duration(row));
      }
    }

    assertThat(planted("slow_case")).hasSizeGreaterThan(10);
    for (String key : planted("slow_case")) {
      Row row = CASES.get(key);
      assertThat(Register.isClosed(row)).as(key).isTrue();
      assertThat(REGISTER.duration(row))
          .as(key)
          .isGreaterThan(6 * median(durations.get(peers(row))));
    }
  }

  @Test
  void stalledCasesAreOpenFarBeyondTheirLimitAndInstantOnesAreOverInAMinute() {
    assertThat(planted("stalled_case")).isNotEmpty();
    for (String key : planted("stalled_case")) {
      Row row = CASES.get(key);
      int limit = Integer.parseInt(REGISTER.standard(row).of(Standards.TIME_LIMIT));
      assertThat(row.of(Cases.STATUS)).isEqualTo("pending");
      assertThat(REGISTER.worked(row, Register.complete(row), Register.AS_OF))
          .as(key)
          .isGreaterThan(3L * limit * 7 * 3600);
    }
    assertThat(planted("instant_completion"))
        .isNotEmpty()
        .allMatch(key -> REGISTER.duration(CASES.get(key)) < 120);
  }

  @Test
  void aCleanNationHasNoWrongAndNoBadLine() {
    Folder clean = Folder.CLEAN;
    Register register = new Register(clean);

    assertThat(clean.truth("planted")).isEmpty();
    assertThat(clean.truth("dirt")).isEmpty();
    Set<String> versions = new HashSet<>();
    for (Row row : clean.lines(Cases.FEED)) {
      assertThat(row.width()).isEqualTo(Cases.FEED.columns().size());
      assertThat(row.of(Feed.RETRACTED)).isEmpty();
      assertThat(versions.add(row.key() + row.of(Feed.RECORDED_AT))).as(row.key()).isTrue();
    }
    assertThat(clean.cases().values()).noneMatch(row -> isOverpaid(register, row));
  }

  @Test
  void lookAlikesAreLawful() {
    Set<String> grounds =
        Folder.DEFAULT.reference("waivers").stream()
            .map(row -> row.of(Cases.SERVICE_ID) + row.of(Waivers.GROUND))
            .collect(Collectors.toSet());
    for (Row likeness : ofCases("lookalikes")) {
      Row row = CASES.get(likeness.key());
      switch (likeness.of("lookalike")) {
        case "express_class" -> assertThat(row.of(Cases.SERVICE_CLASS)).isEqualTo("express");
        case "lawful_waiver" ->
            assertThat(grounds).contains(row.of(Cases.SERVICE_ID) + row.of(Cases.FEE_WAIVER));
        case "lawful_priority" -> assertThat(row.of(Cases.PRIORITY_GROUND)).isNotEmpty();
        case "tariff_change" ->
            assertThat(row.of(Cases.SUBMITTED_AT)).startsWith("2026-04-0").isLessThan("2026-04-08");
        case "instalments" ->
            assertThat(new BigDecimal(row.of(Cases.FEE_PAID))).isEqualTo(REGISTER.tariff(row));
        default -> throw new AssertionError(likeness.of("lookalike"));
      }
    }
  }

  @Test
  void agenciesThatLookSlowUnfairOrHastyAreSoByWhatTheyAreAskedFor() {
    Map<String, List<Row>> byAgency =
        CASES.values().stream().collect(Collectors.groupingBy(row -> row.of(Cases.AGENCY_ID)));
    Set<String> hard =
        Product.all().stream()
            .filter(Product::isHard)
            .map(product -> product.serviceId() + product.serviceClass())
            .collect(Collectors.toSet());
    Predicate<Row> isHard =
        row -> hard.contains(row.of(Cases.SERVICE_ID) + row.of(Cases.SERVICE_CLASS));
    Predicate<Row> isLate = row -> row.of(Cases.SUBMITTED_AT).substring(8, 10).compareTo("16") >= 0;
    double usuallyLate = share(CASES.values(), isLate);
    Set<String> seen = new HashSet<>();
    for (Row likeness : Folder.DEFAULT.truth("lookalikes")) {
      List<Row> rows = byAgency.getOrDefault(likeness.of(Cases.AGENCY_ID), List.of());
      seen.add(likeness.of("lookalike"));
      switch (likeness.of("lookalike")) {
        case "hard_service_mix" -> assertThat(share(rows, isHard)).isGreaterThan(0.4);
        case "groups_ask_differently" ->
            assertThat(share(ofGroup(rows, "newcomer"), isHard))
                .isGreaterThan(share(ofGroup(rows, "local"), isHard));
        case "month_end_inflow" -> assertThat(share(rows, isLate)).isGreaterThan(usuallyLate);
        default -> {}
      }
    }
    assertThat(seen).contains("hard_service_mix", "groups_ask_differently", "month_end_inflow");
  }

  private static List<Row> ofGroup(List<Row> rows, String group) {
    return rows.stream().filter(row -> row.of(Cases.APPLICANT_GROUP).equals(group)).toList();
  }

  private static double share(Collection<Row> rows, Predicate<Row> is) {
    return rows.stream().filter(is).count() / (double) rows.size();
  }

  @Test
  void paymentsAddUpToWhatACasePaid() {
    for (Folder folder : List.of(Folder.DEFAULT, Folder.CLEAN)) {
      Map<String, BigDecimal> sums = new HashMap<>();
      for (Row payment : folder.lines(Payments.FEED)) {
        if (!payment.of(Payments.PAYMENT_ID).endsWith("-X")) {
          sums.merge(payment.key(), new BigDecimal(payment.of(Payments.AMOUNT)), BigDecimal::add);
        }
      }
      Map<String, Row> cases = folder.cases();
      sums.forEach(
          (key, sum) -> {
            String paid = cases.get(key).of(Cases.FEE_PAID);
            if (!paid.isEmpty()) {
              assertThat(new BigDecimal(paid)).as(key).isEqualByComparingTo(sum);
            }
          });
      assertThat(sums).hasSizeGreaterThan(5000);
    }
  }

  @Test
  void badLinesAreWhereTheTruthSaysAndOneCaseIsTakenBack() {
    List<Row> dirt = Folder.DEFAULT.truth("dirt");
    Set<String> lines =
        Folder.DEFAULT.lines(Cases.FEED).stream()
            .map(row -> row.file() + row.key())
            .collect(Collectors.toSet());
    for (int month = 1; month <= 6; month++) {
      String file = "landing/cases/cases-2026-0" + month + ".csv.gz";
      assertThat(
              dirt.stream().filter(row -> row.of("file").equals(file)).map(row -> row.of("fault")))
          .contains(
              "wrong_date",
              "negative_fee",
              "unknown_status",
              "closed_before_submitted",
              "missing_required",
              "wrong_column_count");
    }
    assertThat(dirt)
        .filteredOn(row -> row.of("file").contains("cases"))
        .allMatch(row -> lines.contains(row.of("file") + row.key()));
    assertThat(CASES.values().stream().filter(row -> row.of(Feed.RETRACTED).equals("true")))
        .hasSize(1);
  }

  private static List<Row> ofCases(String truth) {
    return Folder.DEFAULT.truth(truth).stream()
        .filter(row -> row.of(Findings.SUBJECT_KIND).equals("case"))
        .toList();
  }

  private static Set<String> planted(String detector) {
    return ofCases("planted").stream()
        .filter(row -> row.of(Findings.DETECTOR).equals(detector))
        .map(Row::key)
        .collect(Collectors.toSet());
  }

  private static boolean isOverpaid(Register register, Row row) {
    String paid = row.of(Cases.FEE_PAID);
    BigDecimal allowed = register.tariff(row).multiply(new BigDecimal("1.005"));
    return !paid.isEmpty() && new BigDecimal(paid).compareTo(allowed) > 0;
  }

  private static String peers(Row row) {
    return row.of(Cases.SERVICE_ID) + row.of(Cases.SERVICE_CLASS);
  }

  private static long median(Collection<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
