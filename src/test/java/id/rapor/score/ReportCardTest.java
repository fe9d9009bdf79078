package id.rapor.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.rapor.settings.Aggregation;
import id.rapor.settings.Aggregation.Mean;
import id.rapor.settings.Scoring;
import id.rapor.text.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What stands on a report card, by hand. */
class ReportCardTest {
  private static final CardText ENGLISH = new CardText(Language.ENGLISH, "IDR");
  private static final CardText INDONESIAN = new CardText(Language.INDONESIAN, "IDR");
  private static final Map<String, Double> WEIGHTS = Map.of("customer", 0.5, "process", 0.5);
  private static final CardEntry ON_TIME = entry("on_time_rate", "customer", 80, 98, "share", "S4");
  private static final CardEntry COMPLETE = entry("completion_rate", "customer", 85, 98, "share");
  private static final CardEntry OVERDUE = entry("overdue_stock", "process", 20, 2, "share", "S1");
  private static final CardEntry FIRST_TIME =
      entry("first_time_right", "process", 75, 95, "share", "S2", "S4");
  private static final List<CardEntry> ALL = List.of(ON_TIME, COMPLETE, OVERDUE, FIRST_TIME);

  @Test
  void whatMeetsItsStandardIsAStrengthAndWhatDoesNotIsToBeMended() {
    ReportCard card =
        card(
            reading("on_time_rate", 100, 71, 2),
            reading("completion_rate", 100, 98, 1),
            reading("overdue_stock", 100, 30, 2),
            reading("first_time_right", 100, 80, 2));
    assertThat(codes(card.strengths())).containsExactly("completion_rate", "first_time_right");
    // Each carries a quarter: 20 points lack at 71, 22.2 at 30.
    assertThat(codes(card.fixes())).containsExactly("overdue_stock", "on_time_rate");
    assertThat(card.fixes().get(1).points()).isCloseTo(40, within(1e-9));
    assertThat(card.fixes().get(1).gain().orElseThrow()).isCloseTo(5, within(1e-9));
    assertThat(card.fixes().get(1).distance()).isCloseTo(-9, within(1e-9));
  }

  @Test
  void atMostThreeOfEachAndNoneTwice() {
    ReportCard card =
        card(
            reading("on_time_rate", 100, 90, 2),
            reading("completion_rate", 100, 98, 1),
            reading("overdue_stock", 100, 10, 2),
            reading("first_time_right", 100, 76, 2));
    assertThat(codes(card.strengths()))
        .containsExactly("completion_rate", "on_time_rate", "overdue_stock");
    // It meets its standard, and is farthest from its target: 62 points, 38 lack, a quarter each.
    assertThat(codes(card.fixes())).containsExactly("first_time_right");
    assertThat(card.fixes().get(0).gain().orElseThrow()).isCloseTo(9.5, within(1e-9));
  }

  @Test
  void whatIsNotPublishedStandsOnNoCard() {
    double none = Double.NaN;
    Reading few = new Reading("on_time_rate", 12, 3, 12, 25, none, 2, 1, "too_few");
    ReportCard card = card(few, reading("overdue_stock", 100, 30, 2));
    assertThat(card.strengths()).isEmpty();
    assertThat(codes(card.fixes())).containsExactly("overdue_stock");
  }

  @Test
  void theRowsThatSpeakAgainstTheAgencyAreCounted() {
    ReportCard card = card(reading("on_time_rate", 40, 70, 2), reading("overdue_stock", 40, 25, 2));
    assertThat(card.fixes().stream().map(CardLine::concerned)).containsExactlyInAnyOrder(12L, 10L);
    assertThat(card.fixes().stream().map(CardLine::counted)).containsOnly(40L);
  }

  @Test
  void aDistanceWithinTheIntervalIsNotSure() {
    ReportCard card =
        card(reading("on_time_rate", 100, 77, 2), reading("overdue_stock", 100, 24, 2));
    Map<String, Boolean> sure =
        card.fixes().stream()
            .collect(Collectors.toMap(line -> line.entry().metric().code(), CardLine::isSure));
    assertThat(sure).containsEntry("on_time_rate", false).containsEntry("overdue_stock", true);
  }

  @Test
  void aMetricOfLeadershipWithoutACurePointsToLeadership() {
    assertThat(COMPLETE.cures()).containsExactly("S3");
    assertThat(ON_TIME.cures()).containsExactly("S4");
  }

  @Test
  void isToldInBothLanguages() {
    CardLine fix =
        card(reading("first_time_right", 1200, 65.5, 2), reading("on_time_rate", 100, 98, 2))
            .fixes()
            .get(0);
    assertThat(ENGLISH.fix(fix))
        .isEqualTo(
            "First time right: 65.5%, 9.5 worse than the standard of 75%. It concerns 414 of 1,200"
                + " cases. What may help: training (S2) and simpler procedures (S4). At the"
                + " standard the overall score would rise by 9.50 points.");
    assertThat(INDONESIAN.fix(fix))
        .isEqualTo(
            "first_time_right: 65,5%, 9,5 lebih buruk daripada standar 75%. Menyangkut 414 dari"
                + " 1.200 berkas. Arah perbaikan: pelatihan (S2) dan penyederhanaan prosedur (S4)."
                + " Pada standar, skor keseluruhan naik 9,50 poin.");
  }

  @Test
  void withoutAnOverallScoreNoPointsArePromisedOnIt() {
    ReportCard card =
        card(
            OptionalDouble.empty(),
            reading("first_time_right", 1200, 65.5, 2),
            reading("overdue_stock", 100, 30, 2));
    assertThat(codes(card.fixes())).containsExactly("overdue_stock", "first_time_right");
    CardLine fix = card.fixes().get(1);
    assertThat(fix.gain()).isEmpty();
    assertThat(ENGLISH.fix(fix)).endsWith("procedures (S4).").doesNotContain("overall");
    assertThat(INDONESIAN.fix(fix)).endsWith("prosedur (S4).").doesNotContain("keseluruhan");
  }

  @Test
  void aCapLeavesNoMoreToGain() {
    // 40 and 60 points make 50; with 60 and 60 the score would be 60.
    Reading[] readings = {reading("on_time_rate", 100, 71, 2), reading("overdue_stock", 40, 20, 2)};
    CardLine some = card(OptionalDouble.of(54), readings).fixes().get(0);
    assertThat(some.gain().orElseThrow()).isCloseTo(4, within(1e-9));
    assertThat(ENGLISH.fix(some))
        .endsWith("At the standard the overall score would rise by 4.00 points, up to its cap.");
    assertThat(INDONESIAN.fix(some))
        .endsWith("Pada standar, skor keseluruhan naik 4,00 poin, sampai batas atasnya.");
    CardLine none = card(OptionalDouble.of(45), readings).fixes().get(0);
    assertThat(none.entry()).isEqualTo(ON_TIME);
    assertThat(none.gain().orElseThrow()).isZero();
    assertThat(ENGLISH.fix(none))
        .endsWith("At the standard the overall score would not rise: it is capped.");
    assertThat(INDONESIAN.fix(none))
        .endsWith("Pada standar, skor keseluruhan tidak naik karena dibatasi.");
  }

  @Test
  void aGainIsThatOfTheMeanThatMakesTheScore() {
    List<CardEntry> entries =
        List.of(
            entry("weak", "finance", 80, 98, "share"),
            entry("one", "process", 80, 98, "share"),
            entry("two", "customer", 80, 98, "share"),
            entry("three", "growth", 80, 98, "share"));
    Map<String, Reading> readings =
        byMetric(
            reading("weak", 100, 62, 2),
            reading("one", 100, 93.5, 2),
            reading("two", 100, 93.5, 2),
            reading("three", 100, 93.5, 2));
    Scoring usual = Scoring.DEFAULTS;
    Scoring scoring =
        new Scoring(
            usual.perspectives(),
            usual.metrics(),
            usual.leastCoverage(),
            usual.leastDataQuality(),
            new Aggregation(Mean.ARITHMETIC, Mean.GEOMETRIC),
            usual.breaches(),
            usual.custom());
    ReportCard card = ReportCard.of(entries, readings, scoring, OptionalDouble.of(100));
    // 20^0.25 * 90^0.75 = 61.7929 becomes 60^0.25 * 90^0.75 = 81.3242; a sum would gain 10.
    assertThat(card.fixes().get(0).entry().metric().code()).isEqualTo("weak");
    assertThat(card.fixes().get(0).gain().orElseThrow()).isCloseTo(19.5312, within(1e-4));
  }

  @Test
  void moneyIsToldInTheCurrency() {
    CardLine fees = line("currency_per_1000_cases", 100_000, 0, 30_408_273.38);
    assertThat(INDONESIAN.fix(fees))
        .startsWith(
            "metric: Rp30.408.273 per 1.000 berkas, Rp30.308.273 lebih buruk daripada standar"
                + " Rp100.000 per 1.000 berkas.");
    assertThat(ENGLISH.fix(fees))
        .startsWith(
            "Metric: Rp30,408,273 per 1,000 cases, Rp30,308,273 worse than the standard of"
                + " Rp100,000 per 1,000 cases.");
    CardLine cost = line("currency", 900_000, 500_000, 907_179.4);
    assertThat(INDONESIAN.fix(cost))
        .startsWith("metric: Rp907.179, Rp7.179 lebih buruk daripada standar Rp900.000.");
    assertThat(new CardText(Language.ENGLISH, "EUR").fix(line("currency", 10, 5, 12.5)))
        .startsWith("Metric: EUR 12.50, EUR 2.50 worse than the standard of EUR 10.00.");
  }

  @Test
  void whatIsPrintedLikeTheStandardButIsNotAtItIsTold() {
    CardLine below = line("percent", 95, 100, 94.997);
    assertThat(ENGLISH.fix(below))
        .startsWith("Metric: 95%, a hair worse than the standard of 95%.");
    assertThat(INDONESIAN.fix(below))
        .startsWith("metric: 95%, sedikit lebih buruk daripada standar 95%.");
    assertThat(ENGLISH.fix(line("percent", 95, 100, 95.003)))
        .startsWith("Metric: 95%, a hair better than the standard of 95%.");
    assertThat(ENGLISH.fix(line("percent", 95, 100, 95)))
        .startsWith("Metric: 95%, just at the standard of 95%.");
  }

  private static CardLine line(String unit, double standard, double target, double value) {
    ScoredMetric metric = new ScoredMetric("metric", "finance", standard, target, 1, 30, "cases");
    CardEntry entry =
        new CardEntry(metric, "metric", "Metric", unit, "ratio", List.of(), List.of());
    return new CardLine(entry, reading("metric", 100, value, 0), 1, OptionalDouble.of(1));
  }

  @Test
  void anAdjustedValueIsToldBesideTheCrudeOne() {
    Reading adjusted = new Reading("on_time_rate", 50, 45, 50, 90, 82, 2, 1, Status.PUBLISHED);
    CardLine line = card(adjusted).strengths().get(0);
    assertThat(ENGLISH.strength(line))
        .startsWith(
            "On time rate: 82% (90% before its mix of cases is taken out), 2 better than the"
                + " standard of 80%.");
  }

  private static ReportCard card(Reading... readings) {
    return card(OptionalDouble.of(100), readings);
  }

  private static ReportCard card(OptionalDouble ceiling, Reading... readings) {
    Scoring scoring = new Scoring(WEIGHTS, Optional.empty(), 0.6);
    return ReportCard.of(ALL, byMetric(readings), scoring, ceiling);
  }

  private static Map<String, Reading> byMetric(Reading... readings) {
    return Arrays.stream(readings).collect(Collectors.toMap(Reading::metric, Function.identity()));
  }

  /** A share of {@code n}, in percent. */
  private static Reading reading(String metric, long n, double value, double error) {
    return new Reading(
        metric, n, value * n / 100, n, value, Double.NaN, error, 1, Status.PUBLISHED);
  }

  private static List<String> codes(List<CardLine> lines) {
    return lines.stream().map(line -> line.entry().metric().code()).toList();
  }

  private static CardEntry entry(
      String code,
      String perspective,
      double standard,
      double target,
      String form,
      String... cures) {
    String words = code.replace('_', ' ');
    return new CardEntry(
        new ScoredMetric(code, perspective, standard, target, 1, 30, "cases"),
        code,
        words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1),
        "percent",
        form,
        List.of(cures),
        List.of("leadership"));
  }
}
