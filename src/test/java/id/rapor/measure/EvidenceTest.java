package id.rapor.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.rapor.StageFixture;
import id.rapor.TestSpark;
import id.rapor.measure.Evidence.Counted;
import id.rapor.measure.Evidence.Figure;
import id.rapor.settings.Period;
import id.rapor.settings.Scoring;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows that a figure is explained by add up to the figure, whatever its form and merging. */
@Tag("slow")
class EvidenceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on_time_rate",
        "excess_fee",
        "stock",
        "steps",
        "clearance_rate",
        "complaints",
        "trained_share",
        "staffing",
        "standard_published",
        "queue_fairness",
        "work_and_money"
      })
  void theRowsAddUpToTheFigure(String fixture) throws IOException {
    Inputs inputs = MetricsTest.inputs(StageFixture.of(MetricsTest.class, fixture));
    List<Row> published =
        Measure.measure(TestSpark.session(), inputs)
            .measurements()
            .where(Measurements.DENOMINATOR.col().isNotNull())
            .collectAsList();
    assertThat(published).isNotEmpty();
    SoftAssertions all = new SoftAssertions();
    for (Row row : published) {
      List<Counted> kinds = Evidence.rows(figure(row), inputs);
      for (Field sum : List.of(Evidence.BELOW, Evidence.ABOVE)) {
        double expected = row.<Double>getAs(sum.name());
        all.assertThat(sum(kinds, sum))
            .as(sum.name() + " of " + row)
            .isCloseTo(expected, within(1e-6));
      }
    }
    all.assertAll();
  }

  @Test
  void theTimedCasesAreThoseOfTheMedian() throws IOException {
    Inputs inputs = MetricsTest.inputs(StageFixture.of(MetricsTest.class, "median_duration"));
    List<Row> published =
        Measure.measure(TestSpark.session(), inputs)
            .measurements()
            .where(Measurements.VALUE.col().isNotNull())
            .collectAsList();
    assertThat(published).isNotEmpty();
    for (Row row : published) {
      assertThat(Evidence.timed(TestSpark.session(), figure(row), inputs).count())
          .isEqualTo(row.<Long>getAs(Measurements.N.name()));
    }
  }

  @Test
  void answersAreCountedWithTheirElements() throws IOException {
    Inputs inputs = MetricsTest.inputs(StageFixture.of(MetricsTest.class, "satisfaction_index"));
    List<Row> published =
        Measure.measure(TestSpark.session(), inputs)
            .measurements()
            .where(Measurements.VALUE.col().isNotNull())
            .collectAsList();
    assertThat(published).isNotEmpty();
    for (Row row : published) {
      assertThat(Evidence.rows(figure(row), inputs).get(0).rows().count())
          .isEqualTo(row.<Long>getAs(Measurements.N.name()));
    }
  }

  private static Figure figure(Row row) {
    return new Figure(
        Catalogue.named(row.getAs(Measurements.METRIC.name()), Scoring.DEFAULTS).orElseThrow(),
        row.getAs(Cases.AGENCY_ID.name()),
        row.getAs(Cases.SERVICE_ID.name()),
        Period.parse(row.getAs(Measurements.PERIOD.name())).orElseThrow());
  }

  private static double sum(List<Counted> kinds, Field added) {
    Column all = org.apache.spark.sql.functions.sum(added.col());
    return kinds.stream()
        .map(kind -> kind.rows().agg(all).head())
        .mapToDouble(row -> row.isNullAt(0) ? 0 : row.getDouble(0))
        .sum();
  }
}
