package id.rapor.measure;

import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import id.rapor.stats.XmrChart;
import id.rapor.table.Cases;
import id.rapor.table.ControlCharts;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Makes {@link ControlCharts} of the months that were measured: an XmR chart of each metric of each
 * agency. A value of few cases wobbles more than one of many: months are therefore charted in
 * standard errors from the precision-weighted mean, which gives each its own limits (Laney, 2002,
 * p' chart). A census has no standard errors and is charted as it is.
 */
public final class Charts {
  /** Months that a chart needs, inclusive: below it limits rest on less than five ranges. */
  static final int LEAST_POINTS = 6;

  private static final String MONTH = "\\d{4}-\\d{2}";
  private static final Field SERIES =
      Field.required("series", Field.TEXTS, "period, value and error of each month");

  private Charts() {}

  /**
   * One row for each published month of each chart.
   *
   * @param measurements in the shape of {@link Measurements#TABLE}
   */
  public static Dataset<Row> of(Dataset<Row> measurements) {
    return measurements
        .where(
            Measurements.PERIOD
                .col()
                .rlike("^" + MONTH + "$")
                .and(Cases.SERVICE_ID.col().equalTo(Measurements.ALL_SERVICES))
                .and(Measurements.STATUS.col().equalTo("published")))
        .groupBy(Cases.AGENCY_ID.col(), Measurements.METRIC.col())
        .agg(
            sort_array(
                    collect_list(
                        struct(
                            Measurements.PERIOD.col(),
                            Measurements.VALUE.col(),
                            Measurements.STANDARD_ERROR.col())))
                .as(SERIES.name()))
        .flatMap(
            (FlatMapFunction<Row, Row>) Charts::chart, Encoders.row(ControlCharts.TABLE.schema()));
  }

  private static Iterator<Row> chart(Row series) {
    List<Row> months = series.getList(2);
    List<Row> rows = new ArrayList<>();
    if (months.size() < LEAST_POINTS) {
      return rows.iterator();
    }
    double[] values = months.stream().mapToDouble(month -> month.getDouble(1)).toArray();
    double[] errors = errors(months);
    double centre = centre(values, errors);
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = (values[i] - centre) / errors[i];
    }
    XmrChart chart = XmrChart.of(scaled);
    for (int i = 0; i < values.length; i++) {
      rows.add(
          RowFactory.create(
              months.get(i).getString(0),
              series.getString(0),
              series.getString(1),
              values[i],
              centre + chart.mean() * errors[i],
              centre + chart.low() * errors[i],
              centre + chart.high() * errors[i],
              chart.signals().get(i).name().toLowerCase(Locale.ROOT),
              (long) values.length,
              XmrChart.FALSE_SIGNALS * values.length));
    }
    return rows.iterator();
  }

  /** The standard errors; 1 for each where any is missing or 0. */
  private static double[] errors(List<Row> months) {
    double[] errors =
        months.stream().mapToDouble(month -> month.isNullAt(2) ? 0 : month.getDouble(2)).toArray();
    for (double error : errors) {
      if (!(error > 0)) {
        java.util.Arrays.fill(errors, 1);
        return errors;
      }
    }
    return errors;
  }

  private static double centre(double[] values, double[] errors) {
    double weights = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double weight = 1 / (errors[i] * errors[i]);
      weights += weight;
      sum += weight * values[i];
    }
    return sum / weights;
  }
}
