package id.rapor.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.measure.Metric.Direction;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Merges the months of {@link States} into periods, and services into all services. */
final class Rollup {
  private static final DataType EXACT = DataTypes.createDecimalType(38, 12);
  static final Field FORM = Field.required("form", Field.TEXT, "how sums become a value");
  static final Field FACTOR = Field.required("factor", Field.REAL, "part over whole times this");
  static final Field EXPECTED =
      Field.optional("expected_part", EXACT, "part at national rates, of adjusted strata");
  static final Field LOOSE_WHOLE =
      Field.optional("loose_whole", Field.WHOLE, "whole of strata left as they are");
  static final Field LOOSE_PART =
      Field.optional("loose_part", Field.WHOLE, "part of strata left as they are");
  static final Field NATIONAL =
      Field.optional("national", Field.REAL, "national part over whole, of adjusted strata");

  /** A share of which more is better tells how rare its misses are; they are what is adjusted. */
  static final Field MISSES =
      Field.required("misses", Field.TRUTH, "whether what is not counted is what is adjusted");

  static final Field SCALES =
      Field.required("scales", Field.TRUTH, "whether it is scored as a ratio to a scale");

  private static final Field MERGED = Field.required("merged", Field.TEXT, "how months merge");
  private static final Field NEEDED = Field.required("needed", Field.WHOLE, "terms it must have");

  private static final List<Field> TRAITS =
      List.of(
          Measurements.METRIC, PeriodMonths.MERGING, MERGED, NEEDED, FORM, FACTOR, SCALES, MISSES);

  private Rollup() {}

  /** One row for each period, agency, service (and all of them) and metric. */
  static Dataset<Row> of(Dataset<Row> states, List<Metric> metrics, Dataset<Row> months) {
    Dataset<Row> periods =
        Spans.inServices(states)
            .join(broadcast(traits(states.sparkSession(), metrics)), Measurements.METRIC.name())
            .where(NEEDED.col().equalTo(0).or(States.TERMS.col().equalTo(NEEDED.col())))
            .join(
                broadcast(months),
                new String[] {PeriodMonths.MERGING.name(), PeriodMonths.MONTH.name()});
    Column[] sums =
        States.SUMS.stream().map(each -> each.is(overMonths(each))).toArray(Column[]::new);
    return periods
        .groupBy(
            Measurements.PERIOD.col(),
            Cases.AGENCY_ID.col(),
            Cases.SERVICE_ID.col(),
            Measurements.METRIC.col(),
            FORM.col(),
            FACTOR.col(),
            MERGED.col(),
            SCALES.col(),
            MISSES.col())
        .agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length))
        .withColumn(EXPECTED.name(), EXPECTED.missing())
        .withColumn(NATIONAL.name(), NATIONAL.missing())
        .withColumn(LOOSE_WHOLE.name(), States.WHOLE.col())
        .withColumn(LOOSE_PART.name(), States.PART.col())
        .drop(MERGED.name());
  }

  private static Column overMonths(Field each) {
    Column all = sum(each.col());
    if (!List.of(Measurements.N, States.WHOLE, States.PART).contains(each)) {
      return all;
    }
    Column latest = max_by(each.col(), PeriodMonths.MONTH.col());
    Column flow = when(MERGED.col().equalTo(Merging.LATEST.code()), latest);
    return each.equals(Measurements.N)
        ? flow.when(MERGED.col().equalTo(Merging.STAFF.code()), max(each.col())).otherwise(all)
        : flow.otherwise(all);
  }

  /** What {@link Values} must know of a metric, as constants. */
  static List<Column> traits(Metric metric) {
    return List.of(
        FORM.is(lit(metric.form().code())),
        FACTOR.is(lit(metric.factor())),
        SCALES.is(lit(hasScale(metric))),
        MISSES.is(lit(adjustsMisses(metric))));
  }

  private static boolean hasScale(Metric metric) {
    return metric.terms().stream().anyMatch(term -> term.scale().isPresent());
  }

  private static boolean adjustsMisses(Metric metric) {
    return metric.form() == Form.SHARE && metric.direction() == Direction.HIGHER;
  }

  private static Dataset<Row> traits(SparkSession spark, List<Metric> metrics) {
    List<Row> rows =
        metrics.stream()
            .map(
                metric ->
                    RowFactory.create(
                        metric.code(),
                        metric.merging().months(),
                        metric.merging().code(),
                        metric.joinsBases() ? (1L << metric.terms().size()) - 1 : 0L,
                        metric.form().code(),
                        metric.factor(),
                        hasScale(metric),
                        adjustsMisses(metric)))
            .toList();
    return spark.createDataFrame(rows, schema());
  }

  private static StructType schema() {
    StructType schema = new StructType();
    for (Field field : TRAITS) {
      schema = schema.add(field.name(), field.type());
    }
    return schema;
  }
}
