package id.rapor.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import id.rapor.measure.Metric.Form;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PeriodMonths;
import id.rapor.table.Standards;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The stage that makes {@link Measurements}: every metric that applies, for every agency and
 * period.
 */
public final class Measure {
  private Measure() {}

  /**
   * All measurements of {@code inputs.periods()}. An agency without data for a metric has a row
   * that says so.
   */
  public static Dataset<Row> measure(SparkSession spark, Inputs inputs) {
    List<Metric> metrics = Catalogue.applying(inputs.settings().scoring());
    Dataset<Row> months = Spans.months(spark, inputs.periods()).cache();
    List<Dataset<Row>> figures = new ArrayList<>();
    List<Metric> shares = metrics.stream().filter(metric -> metric.form() == Form.SHARE).toList();
    if (!shares.isEmpty()) {
      figures.add(CaseShares.figures(inputs.judged(), shares, months));
    }
    metrics.stream()
        .filter(metric -> metric.form() != Form.SHARE)
        .map(metric -> figures(metric, inputs, months))
        .forEach(figures::add);
    Dataset<Row> entries =
        spark
            .createDataFrame(Catalogue.rows(inputs.settings().scoring()), Metrics.TABLE.schema())
            .select(
                Measurements.METRIC.is(Metrics.CODE.col()),
                Metrics.PERSPECTIVE.col(),
                Metrics.DIRECTION.col(),
                Metrics.UNIT.col(),
                Metrics.MINIMUM_N.col());
    Dataset<Row> known =
        figures.stream()
            .map(
                rows ->
                    rows.select(
                        FIGURES.stream()
                            .map(field -> field.is(field.col()))
                            .toArray(Column[]::new)))
            .reduce(Dataset::unionByName)
            .orElseThrow();
    Dataset<Row> judged = judged(known, entries, asked(inputs.agencies(), months, entries));
    return Measurements.TABLE.shape(shown(DataQuality.mark(judged, metrics, inputs)));
  }

  private static final List<Field> FIGURES =
      List.of(
          Measurements.PERIOD,
          Cases.AGENCY_ID,
          Cases.SERVICE_ID,
          Measurements.METRIC,
          Measurements.N,
          Measurements.NUMERATOR,
          Measurements.DENOMINATOR,
          Measurements.VALUE,
          Measurements.STANDARD_ERROR,
          Measurements.LOW,
          Measurements.HIGH,
          Measurements.ANCHOR_SCALE);

  private static final List<Field> HIDDEN =
      List.of(
          Measurements.NUMERATOR,
          Measurements.DENOMINATOR,
          Measurements.VALUE,
          Measurements.STANDARD_ERROR,
          Measurements.LOW,
          Measurements.HIGH);

  private static Dataset<Row> figures(Metric metric, Inputs inputs, Dataset<Row> months) {
    return switch (metric.form()) {
      case MEDIAN ->
          Durations.figures(inputs.judged(), metric, inputs.workingDays(), months, inputs.asOf());
      case INDEX ->
          SurveyIndex.figures(inputs.surveys(), metric, inputs.zones(), months, inputs.settings());
      case STOCK -> AgencyFigures.figures(inputs.staffing(), metric, months);
      case RATIO -> AgencyFigures.figures(inputs.budgets(), metric, months);
      case DELIVERED -> DataQuality.figures(inputs, months);
      case SHARE ->
          throw new IllegalArgumentException("Cannot measure share " + metric.code() + " alone");
    };
  }

  /** Every agency in force in a period, with every metric: what there ought to be a figure for. */
  private static Dataset<Row> asked(
      Dataset<Row> agencies, Dataset<Row> months, Dataset<Row> entries) {
    Column begun = coalesce(Standards.VALID_FROM.col().lt(PeriodMonths.END_DAY.col()), lit(true));
    Column going = coalesce(Standards.VALID_TO.col().geq(PeriodMonths.FIRST_DAY.col()), lit(true));
    Dataset<Row> periods =
        months
            .select(
                Measurements.PERIOD.col(), PeriodMonths.FIRST_DAY.col(), PeriodMonths.END_DAY.col())
            .distinct();
    return agencies
        .join(broadcast(periods), begun.and(going))
        .select(Measurements.PERIOD.col(), Cases.AGENCY_ID.col())
        .distinct()
        .crossJoin(broadcast(entries.select(Measurements.METRIC.col())))
        .withColumn(Cases.SERVICE_ID.name(), lit(Measurements.ALL_SERVICES));
  }

  private static Dataset<Row> judged(Dataset<Row> known, Dataset<Row> entries, Dataset<Row> asked) {
    String[] key = Measurements.TABLE.key().stream().map(Field::name).toArray(String[]::new);
    Column n = coalesce(Measurements.N.col(), lit(0L));
    Column status =
        when(n.equalTo(0).or(Measurements.VALUE.col().isNull()), "no_data")
            .when(n.lt(Metrics.MINIMUM_N.col()), "too_few")
            .otherwise("published");
    return known
        .join(asked, key, "full")
        .join(broadcast(entries), Measurements.METRIC.name())
        .withColumn(Measurements.N.name(), n)
        .withColumn(Measurements.STATUS.name(), status)
        .withColumn(Measurements.ADJUSTED_VALUE.name(), Measurements.ADJUSTED_VALUE.missing())
        .withColumn(Measurements.RELIABILITY.name(), Measurements.RELIABILITY.missing());
  }

  /** Takes away figures that rest on too few or on poor data: only how many there are is told. */
  private static Dataset<Row> shown(Dataset<Row> rows) {
    Dataset<Row> shown = rows;
    Column published = Measurements.STATUS.col().equalTo("published");
    for (Field figure : HIDDEN) {
      shown = shown.withColumn(figure.name(), figure.is(when(published, figure.col())));
    }
    return shown;
  }
}
