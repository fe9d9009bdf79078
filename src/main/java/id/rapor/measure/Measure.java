package id.rapor.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PeriodMonths;
import id.rapor.table.Standards;
import id.rapor.table.Table;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
  public static Measured measure(SparkSession spark, Inputs inputs) {
    List<Metric> metrics = Catalogue.applying(inputs.settings().scoring());
    YearMonth now = YearMonth.from(inputs.asOf().atZone(inputs.settings().zone()));
    Dataset<Row> months = Spans.months(spark, inputs.periods(), now).cache();
    Dataset<Row> entries =
        spark
            .createDataFrame(Catalogue.rows(inputs.settings().scoring()), Metrics.TABLE.schema())
            .select(
                Measurements.METRIC.is(Metrics.CODE.col()),
                Metrics.PERSPECTIVE.col(),
                Metrics.DIRECTION.col(),
                Metrics.UNIT.col(),
                Metrics.MINIMUM_N.col());
    Dataset<Row> flows = months.where(PeriodMonths.MERGING.col().equalTo(Merging.FLOW.code()));
    Facts facts = new Facts(inputs);
    List<Metric> stratified = metrics.stream().filter(Strata::hold).toList();
    Optional<Strata> strata =
        stratified.isEmpty() ? Optional.empty() : Optional.of(Strata.of(facts, stratified, months));
    List<Dataset<Row>> figures = figures(metrics, facts, inputs, months);
    strata.map(sums -> Values.of(sums.rolledUp(inputs.rates()))).ifPresent(figures::add);
    Optional<Dataset<Row>> quality =
        metrics.contains(DataQuality.METRIC)
            ? Optional.of(DataQuality.figures(inputs, flows).cache())
            : Optional.empty();
    quality.ifPresent(figures::add);
    Dataset<Row> known =
        figures.stream().map(FIGURES::complete).reduce(Dataset::unionByName).orElseThrow();
    Dataset<Row> told = UpperBounds.mark(known, metrics, facts, flows);
    Dataset<Row> asked = FIGURES.complete(asked(inputs.agencies(), flows, entries));
    Dataset<Row> judged = judged(told.unionByName(asked), entries);
    Dataset<Row> marked = DataQuality.mark(judged, quality, metrics, inputs);
    return new Measured(
        Measurements.TABLE.shape(Shrinkage.add(shown(marked), metrics)),
        strata.flatMap(Strata::rates));
  }

  private static final Table FIGURES =
      new Table(
          "figures",
          "what one metric comes to, before it is judged whether it can be shown",
          Measurements.TABLE.key(),
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
              Measurements.ANCHOR_SCALE,
              Measurements.ADJUSTED_VALUE,
              Measurements.ADJUSTED_ERROR,
              Measurements.EXPECTED,
              Measurements.UNADJUSTED_SHARE,
              Measurements.DETAIL,
              Shrinkage.ASKED));

  private static final List<Field> HIDDEN =
      List.of(
          Measurements.NUMERATOR,
          Measurements.DENOMINATOR,
          Measurements.VALUE,
          Measurements.STANDARD_ERROR,
          Measurements.LOW,
          Measurements.HIGH,
          Measurements.ADJUSTED_VALUE,
          Measurements.ADJUSTED_ERROR,
          Measurements.EXPECTED,
          Measurements.UNADJUSTED_SHARE,
          Measurements.DETAIL);

  /** What the metrics come to that {@link Strata} does not hold. */
  private static List<Dataset<Row>> figures(
      List<Metric> metrics, Facts facts, Inputs inputs, Dataset<Row> months) {
    Dataset<Row> flows = months.where(PeriodMonths.MERGING.col().equalTo(Merging.FLOW.code()));
    List<Dataset<Row>> figures = new ArrayList<>();
    List<Metric> sums =
        only(metrics, Form::isSummed).stream().filter(metric -> !Strata.hold(metric)).toList();
    if (!sums.isEmpty()) {
      Dataset<Row> states = States.of(facts, sums).cache();
      List<Metric> services = only(sums, form -> form == Form.OFFERED);
      figures.add(Values.of(Rollup.of(states, only(sums, form -> form != Form.OFFERED), months)));
      services.forEach(metric -> figures.add(Offered.figures(states, metric, months)));
    }
    List<Metric> durations = only(metrics, Form::isDuration);
    if (!durations.isEmpty()) {
      figures.add(
          Durations.figures(
              inputs.judged(), durations, inputs.workingDays(), flows, inputs.asOf()));
    }
    for (Metric median : only(metrics, form -> form == Form.MIDDLE)) {
      figures.add(Middles.figures(facts, median, flows));
    }
    List<Metric> surveys = only(metrics, Form::isSurvey);
    if (!surveys.isEmpty()) {
      figures.add(
          SurveyIndex.figures(
              facts.surveys(),
              surveys,
              flows,
              inputs.settings().regulations().weights(),
              inputs.settings().scoring()));
    }
    for (Metric gap : only(metrics, form -> form == Form.GAP)) {
      long least = Catalogue.minimumN(gap, inputs.settings().scoring());
      figures.add(GroupGap.figures(inputs.judged(), gap, flows, least));
    }
    return figures;
  }

  private static List<Metric> only(List<Metric> metrics, Predicate<Form> forms) {
    return metrics.stream().filter(metric -> forms.test(metric.form())).toList();
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
        .withColumn(Cases.SERVICE_ID.name(), lit(Measurements.ALL_SERVICES))
        .withColumn(Shrinkage.ASKED.name(), lit(true));
  }

  private static Dataset<Row> judged(Dataset<Row> known, Dataset<Row> entries) {
    Column n = coalesce(Measurements.N.col(), lit(0L));
    Column status =
        when(n.equalTo(0).or(Measurements.VALUE.col().isNull()), "no_data")
            .when(n.lt(Metrics.MINIMUM_N.col()), "too_few")
            .otherwise("published");
    return known
        .join(broadcast(entries), Measurements.METRIC.name())
        .withColumn(Measurements.N.name(), n)
        .withColumn(Measurements.STATUS.name(), status);
  }

  /** Takes away figures that rest on too few or on poor data: only how many there are is told. */
  private static Dataset<Row> shown(Dataset<Row> rows) {
    Column published = Measurements.STATUS.col().equalTo("published");
    Map<String, Column> shown = new LinkedHashMap<>();
    HIDDEN.forEach(figure -> shown.put(figure.name(), figure.is(when(published, figure.col()))));
    return rows.withColumns(shown);
  }
}
