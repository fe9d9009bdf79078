package id.rapor.measure;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.StageFixture;
import id.rapor.TestSpark;
import id.rapor.reference.JudgeComplaints;
import id.rapor.reference.Judged;
import id.rapor.reference.Reference;
import id.rapor.settings.Period;
import id.rapor.settings.Scoring;
import id.rapor.settings.Scoring.MetricChange;
import id.rapor.settings.Settings;
import id.rapor.table.Budgets;
import id.rapor.table.Complaints;
import id.rapor.table.DeliveredLines;
import id.rapor.table.Documents;
import id.rapor.table.ExpectedDeliveries;
import id.rapor.table.Measurements;
import id.rapor.table.Payments;
import id.rapor.table.Staffing;
import id.rapor.table.Steps;
import id.rapor.table.Surveys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every metric against figures worked out by hand: each fixture folder is named by its metric, or
 * by what several metrics count, which then stand in a column of what is expected.
 */
class MetricsTest {
  /** Small enough that each case of a fixture can be told by its name. */
  private static final MetricChange FROM_THREE_ON =
      new MetricChange(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalLong.of(3));

  private static final String NAMED = Measurements.METRIC.name();

  static Stream<String> fixtures() throws IOException {
    Path any = StageFixture.of(MetricsTest.class, "on_time_rate").folder();
    try (Stream<Path> folders = Files.list(any.resolveSibling("."))) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void isMeasuredAsByHand(String name) throws IOException {
    StageFixture fixture = StageFixture.of(MetricsTest.class, name);
    assertThat(fixture.lines(Measure.measure(TestSpark.session(), inputs(fixture)).measurements()))
        .containsExactlyInAnyOrderElementsOf(fixture.expected());
  }

  @Test
  void everyMetricHasAFixtureWithEachStatus() throws IOException {
    Map<String, Set<String>> shown = new TreeMap<>();
    for (String name : fixtures().toList()) {
      StageFixture fixture = StageFixture.of(MetricsTest.class, name);
      for (String metric : metrics(fixture)) {
        List<String> lines = fixture.expected();
        Stream.of("published", "too_few", "no_data")
            .filter(status -> lines.stream().anyMatch(line -> isOf(fixture, metric, line, status)))
            .forEach(status -> shown.computeIfAbsent(metric, any -> new TreeSet<>()).add(status));
      }
    }
    for (Metric metric : Catalogue.ALL) {
      assertThat(shown).as(metric.code()).containsKey(metric.code());
      assertThat(shown.get(metric.code())).as(metric.code()).contains("published");
      if (least(metric) > 1) {
        assertThat(shown.get(metric.code())).as(metric.code()).contains("too_few");
      }
    }
  }

  private static boolean isOf(StageFixture fixture, String metric, String line, String status) {
    boolean named = fixture.folder().endsWith(metric) || line.contains("," + metric + ",");
    return named && line.contains(status);
  }

  static Inputs inputs(StageFixture fixture) throws IOException {
    Judged judged = fixture.judged();
    Reference reference = fixture.reference();
    return new Inputs(
        judged.cases().localCheckpoint(),
        judged.workingDays(),
        JudgeComplaints.judge(
            fixture.feed(Complaints.FEED), reference, Settings.DEFAULTS, StageFixture.AS_OF),
        fixture.feed(Steps.FEED),
        fixture.feed(Documents.FEED),
        fixture.feed(Payments.FEED),
        fixture.feed(Surveys.FEED),
        fixture.feed(Staffing.FEED),
        fixture.feed(Budgets.FEED),
        fixture.table(DeliveredLines.TABLE),
        fixture.table(ExpectedDeliveries.TABLE),
        reference.agencies(TestSpark.session()),
        reference.agencyZones(TestSpark.session()),
        reference.regionZones(TestSpark.session()),
        reference.rates(TestSpark.session()),
        periods(fixture),
        measuring(metrics(fixture)),
        StageFixture.AS_OF);
  }

  private static List<String> metrics(StageFixture fixture) throws IOException {
    return fixture.hasExpected(NAMED)
        ? fixture.expected(NAMED)
        : List.of(fixture.folder().getFileName().toString());
  }

  /** Five strata that hold both groups have at least five cases of each. */
  private static long least(Metric metric) {
    return metric.form() == Form.GAP ? 1 : metric.minimumN();
  }

  private static List<Period> periods(StageFixture fixture) throws IOException {
    return fixture.expected(Measurements.PERIOD.name()).stream()
        .map(period -> Period.parse(period).orElseThrow())
        .toList();
  }

  /** Settings under which only these metrics apply. */
  private static Settings measuring(List<String> codes) {
    Map<String, MetricChange> changes = new TreeMap<>();
    for (String code : codes) {
      boolean small = Catalogue.named(code, Scoring.DEFAULTS).orElseThrow().minimumN() < 3;
      changes.put(code, small ? MetricChange.NONE : FROM_THREE_ON);
    }
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
