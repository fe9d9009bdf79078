package id.rapor.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import id.rapor.settings.Period;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * A sample of the rows that metrics count, with what each adds to them. Of the cases handed in in a
 * month about {@link #WANTED} are drawn, or all where there are fewer: enough to know a correlation
 * of the whole country to the second decimal. A case is drawn by the hash of its name, so that the
 * same ones are whatever else is computed.
 *
 * @param inputs of which judged cases, steps and documents are sampled
 */
record Sampled(SparkSession spark, Inputs inputs) {
  private static final double WANTED = 2_000;
  private static final double LOTS = 1_000_000;

  private static final Field ALL = Field.required("_all", Field.REAL, "cases handed in in a month");
  private static final Field SPLIT =
      Field.required("_split", Field.REAL, "the quantile, in working minutes");

  static Sampled of(SparkSession spark, Inputs inputs) {
    Dataset<Row> judged = inputs.judged();
    String month = JudgedCases.SUBMITTED_MONTH.name();
    Dataset<Row> sizes =
        judged.groupBy(JudgedCases.SUBMITTED_MONTH.col()).agg(ALL.is(count(lit(1))));
    Column lot = pmod(xxhash64(Cases.AGENCY_ID.col(), Cases.CASE_ID.col()), lit((long) LOTS));
    Dataset<Row> drawn =
        judged
            .join(broadcast(sizes), month)
            .where(lot.multiply(ALL.col()).lt(WANTED * LOTS))
            .drop(ALL.name())
            .cache();
    return new Sampled(
        spark,
        new Inputs(
            drawn,
            inputs.workingDays(),
            inputs.complaints(),
            inputs.steps().join(drawn.select(name()), names(), "left_semi"),
            inputs.documents().join(drawn.select(name()), names(), "left_semi"),
            inputs.payments(),
            inputs.surveys(),
            inputs.staffing(),
            inputs.budgets(),
            inputs.deliveredLines(),
            inputs.expectedDeliveries(),
            inputs.agencies(),
            inputs.zones(),
            inputs.regionZones(),
            inputs.rates(),
            inputs.periods(),
            inputs.settings(),
            inputs.asOf()));
  }

  private static Column[] name() {
    return new Column[] {Cases.AGENCY_ID.col(), Cases.CASE_ID.col()};
  }

  private static String[] names() {
    return new String[] {Cases.AGENCY_ID.name(), Cases.CASE_ID.name()};
  }

  /**
   * Agency, {@link Evidence#ID}, metric, month, {@link States#WHOLE} and {@link States#PART} of the
   * rows of those of {@code metrics} that are scored and whose rows can be drawn one by one.
   */
  List<Dataset<Row>> rows(List<Metric> metrics) {
    Map<Base, List<Metric>> byBase = new LinkedHashMap<>();
    List<Metric> quantiles = new ArrayList<>();
    for (Metric metric : metrics) {
      Base base = metric.terms().isEmpty() ? null : metric.terms().get(0).base();
      if (metric.anchors().isPresent() && Evidence.isQuantile(metric)) {
        quantiles.add(metric);
      } else if (metric.anchors().isPresent() && metric.form().isSampled() && isDrawable(base)) {
        byBase.computeIfAbsent(base, any -> new ArrayList<>()).add(metric);
      }
    }
    Facts facts = new Facts(inputs);
    List<Dataset<Row>> rows = new ArrayList<>();
    byBase.forEach((base, theirs) -> rows.add(counted(facts.of(base), theirs)));
    if (!quantiles.isEmpty()) {
      rows.add(timed(quantiles));
    }
    return rows;
  }

  /** Rows of the others see rows beside each other. */
  private static boolean isDrawable(Base base) {
    return switch (base) {
      case CASES, OPEN_CASES, STEPPED_CASES, DOCUMENTED_CASES, COMPLAINTS -> true;
      default -> false;
    };
  }

  private static Dataset<Row> counted(Dataset<Row> rows, List<Metric> metrics) {
    Column[] marks =
        metrics.stream()
            .map(metric -> States.mark(metric, metric.terms().get(0)))
            .toArray(Column[]::new);
    return marked(rows, metrics.get(0), marks);
  }

  /** Each as a share of the month's cases that lie beyond the quantile. */
  private Dataset<Row> timed(List<Metric> metrics) {
    List<Period> monthly =
        inputs.periods().stream()
            .flatMap(period -> period.months().stream())
            .distinct()
            .map(month -> Period.holding(month, Period.Kind.MONTH))
            .toList();
    YearMonth now = YearMonth.from(inputs.asOf().atZone(inputs.settings().zone()));
    Dataset<Row> months =
        Spans.months(spark, monthly, now)
            .where(PeriodMonths.MERGING.col().equalTo(Merging.FLOW.code()));
    Term cohort = metrics.get(0).terms().get(0);
    Dataset<Row> aged =
        Durations.aged(inputs.judged(), cohort, inputs.workingDays(), months, inputs.asOf());
    WindowSpec group = Window.partitionBy(Cases.AGENCY_ID.col(), PeriodMonths.MONTH.col());
    List<Column> marks = new ArrayList<>();
    for (Metric metric : metrics) {
      double share = metric.form() == Form.MEDIAN ? 0.5 : 0.9;
      String split = SPLIT.name() + metric.code();
      aged = aged.withColumn(split, percentile(Evidence.MINUTES.col(), lit(share)).over(group));
      Column within = Evidence.ENDED.col().and(Evidence.MINUTES.col().leq(aged.col(split)));
      marks.add(
          struct(
              Measurements.METRIC.is(lit(metric.code())),
              PeriodMonths.MONTH.col(),
              States.WHOLE.is(lit(1L)),
              States.PART.is(when(within, 0L).otherwise(1L))));
    }
    return marked(aged, metrics.get(0), marks.toArray(Column[]::new));
  }

  private static Dataset<Row> marked(Dataset<Row> rows, Metric metric, Column[] marks) {
    Field name = metric.feed().table().key().get(1);
    return Unrolled.structs(
            rows.withColumn(Evidence.ID.name(), Evidence.ID.is(name.col())),
            List.of(Cases.AGENCY_ID, Evidence.ID),
            Measurements.METRIC,
            marks)
        .where(PeriodMonths.MONTH.col().isNotNull());
  }
}
