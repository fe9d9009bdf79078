package id.rapor.measure;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.StageFixture;
import id.rapor.TestSpark;
import id.rapor.measure.Metric.Form;
import id.rapor.reference.Judged;
import id.rapor.reference.Reference;
import id.rapor.settings.Period;
import id.rapor.settings.Scoring;
import id.rapor.settings.Scoring.MetricChange;
import id.rapor.settings.Settings;
import id.rapor.table.Budgets;
import id.rapor.table.DeliveredLines;
import id.rapor.table.ExpectedDeliveries;
import id.rapor.table.Measurements;
import id.rapor.table.Staffing;
import id.rapor.table.Surveys;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every metric against figures worked out by hand: one fixture folder each, named by its code. */
class MetricsTest {
  /** Small enough that each case of a fixture can be told by its name. */
  private static final MetricChange FROM_THREE_ON =
      new MetricChange(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalLong.of(3));

  static Stream<String> codes() {
    return Catalogue.ALL.stream().map(Metric::code);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void isMeasuredAsByHand(String code) throws IOException {
    holds(code, List.of(Catalogue.named(code).orElseThrow()));
  }

  @Test
  void whatRestsOnMissingOrPoorDataIsNotPublished() throws IOException {
    holds(
        "low_quality",
        Stream.of("budget_realisation", "trained_share", "data_quality")
            .map(code -> Catalogue.named(code).orElseThrow())
            .toList());
  }

  private static void holds(String folder, List<Metric> metrics) throws IOException {
    StageFixture fixture = StageFixture.of(MetricsTest.class, folder);
    Judged judged = fixture.judged();
    Reference reference = fixture.reference();
    Inputs inputs =
        new Inputs(
            judged.cases(),
            judged.workingDays(),
            fixture.feed(Surveys.FEED),
            fixture.feed(Staffing.FEED),
            fixture.feed(Budgets.FEED),
            fixture.table(DeliveredLines.TABLE),
            fixture.table(ExpectedDeliveries.TABLE),
            reference.agencies(TestSpark.session()),
            reference.agencyZones(TestSpark.session()),
            periods(fixture),
            measuring(metrics),
            StageFixture.AS_OF);
    assertThat(fixture.lines(Measure.measure(TestSpark.session(), inputs)))
        .containsExactlyInAnyOrderElementsOf(fixture.expected());
  }

  private static List<Period> periods(StageFixture fixture) throws IOException {
    return fixture.expected(Measurements.PERIOD.name()).stream()
        .map(period -> Period.parse(period).orElseThrow())
        .toList();
  }

  /** Settings under which only {@code metrics} apply. */
  private static Settings measuring(List<Metric> metrics) {
    Map<String, MetricChange> changes =
        metrics.stream()
            .collect(
                Collectors.toMap(
                    Metric::code,
                    metric -> metric.form() == Form.RATIO ? MetricChange.NONE : FROM_THREE_ON));
    Settings plain = Settings.DEFAULTS;
    return new Settings(
        plain.title(),
        plain.subtitle(),
        plain.language(),
        plain.currency(),
        plain.zone(),
        plain.reference(),
        plain.sources(),
        plain.periods(),
        new Scoring(Scoring.DEFAULTS.perspectives(), Optional.of(changes), 0.6),
        plain.detectors(),
        plain.fees(),
        plain.identity(),
        plain.notes());
  }
}
