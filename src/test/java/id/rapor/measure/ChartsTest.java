package id.rapor.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.rapor.TestSpark;
import id.rapor.table.Cases;
import id.rapor.table.ControlCharts;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** Control charts of measured months by hand. */
class ChartsTest {
  private final List<Row> months = new ArrayList<>();

  @Test
  void aMonthOutOfTheOrdinaryIsSignalledByItsOwnLimits() {
    double[] values = {80, 82, 80, 82, 80, 82, 60};
    for (int i = 0; i < values.length; i++) {
      month("2025-0" + (i + 1), "STEADY", "*", values[i], 2.0, "published");
    }
    month("2025-Q1", "STEADY", "*", 81, 1.0, "published");
    month("2025-08", "STEADY", "*", 1, 2.0, "too_few");
    month("2025-08", "STEADY", "permit", 1, 2.0, "published");
    List<Row> chart = charted();
    assertThat(chart).hasSize(7);
    // In errors of 2: mean 546 / 7 = 78; ranges 1 (five) and 11, which is screened out as it is
    // at least 3.267 x 16 / 6; limits 2.66 x 1 x 2 to either side of 78.
    Row last = chart.get(6);
    assertThat(last.<Double>getAs(ControlCharts.CENTRE.name())).isCloseTo(78, within(1e-9));
    assertThat(last.<Double>getAs(ControlCharts.LOWER_LIMIT.name()))
        .isCloseTo(78 - 5.32, within(1e-9));
    assertThat(last.<Double>getAs(ControlCharts.UPPER_LIMIT.name()))
        .isCloseTo(78 + 5.32, within(1e-9));
    assertThat(last.<String>getAs(ControlCharts.SIGNAL.name())).isEqualTo("below_limit");
    assertThat(last.<Long>getAs(ControlCharts.POINTS.name())).isEqualTo(7);
    assertThat(last.<Double>getAs(ControlCharts.EXPECTED_SIGNALS.name()))
        .isCloseTo(7 * 0.037, within(1e-9));
  }

  @Test
  void fewerThanSixMonthsAreNoChart() {
    for (int i = 1; i <= 5; i++) {
      month("2025-0" + i, "SHORT", "*", 80, 2.0, "published");
      month("2025-0" + i, "ENOUGH", "*", 80, 0.0, "published");
    }
    month("2025-06", "ENOUGH", "*", 80, 0.0, "published");
    assertThat(charted())
        .hasSize(6)
        .allSatisfy(
            row -> {
              assertThat(row.<String>getAs(Cases.AGENCY_ID.name())).isEqualTo("ENOUGH");
              assertThat(row.<String>getAs(ControlCharts.SIGNAL.name())).isEqualTo("none");
            });
  }

  private List<Row> charted() {
    return Charts.of(
            TestSpark.session().createDataFrame(months, Measurements.TABLE.schema()).repartition(3))
        .orderBy(Measurements.PERIOD.col())
        .collectAsList();
  }

  private void month(
      String period, String agency, String service, double value, double error, String status) {
    Map<Field, Object> values = new HashMap<>();
    values.put(Measurements.PERIOD, period);
    values.put(Cases.AGENCY_ID, agency);
    values.put(Cases.SERVICE_ID, service);
    values.put(Measurements.METRIC, "on_time_rate");
    values.put(Measurements.VALUE, value);
    values.put(Measurements.STANDARD_ERROR, error);
    values.put(Measurements.STATUS, status);
    months.add(RowFactory.create(Measurements.TABLE.fields().stream().map(values::get).toArray()));
  }
}
