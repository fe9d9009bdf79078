package id.rapor.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.measure.Metric.Direction;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Merges monthly states into periods and all services, with what the mix of cases would lead one to
 * expect: indirect standardisation over service x class x channel at the same period's national
 * rates. Strata of fewer than 3 agencies have no rate worth the name and are left as they are.
 */
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
  private static final Field MIXED = Field.required("mixed", Field.TRUTH, "whether adjusted");
  private static final Field AGENCIES = Field.required("agencies", Field.WHOLE, "in the stratum");
  private static final long LEAST_AGENCIES = 3;
  private static final int DECIMALS = 12;

  private static final List<Field> TRAITS =
      List.of(
          Measurements.METRIC,
          PeriodMonths.MERGING,
          MERGED,
          NEEDED,
          MIXED,
          MISSES,
          SCALES,
          FORM,
          FACTOR);

  private Rollup() {}

  /** One row for each period, agency, service (and all of them) and metric. */
  static Dataset<Row> of(Dataset<Row> states, List<Metric> metrics, Dataset<Row> months) {
    Dataset<Row> expected = expected(merged(states, metrics, months));
    List<Column> sums = new ArrayList<>();
    Stream.concat(States.SUMS.stream(), Stream.of(EXPECTED, LOOSE_WHOLE, LOOSE_PART))
        .forEach(each -> sums.add(each.is(sum(each.col()))));
    Dataset<Row> rows =
        Spans.inServices(expected)
            .groupBy(
                Measurements.PERIOD.col(),
                Cases.AGENCY_ID.col(),
                Cases.SERVICE_ID.col(),
                Measurements.METRIC.col(),
                FORM.col(),
                FACTOR.col(),
                SCALES.col(),
                MIXED.col(),
                MISSES.col())
            .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
    return national(rows);
  }

  /** Sums over the months of each period, by stratum. */
  static Dataset<Row> merged(Dataset<Row> states, List<Metric> metrics, Dataset<Row> months) {
    Dataset<Row> periods =
        states
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
            Cases.SERVICE_CLASS.col(),
            Cases.CHANNEL.col(),
            Measurements.METRIC.col(),
            FORM.col(),
            FACTOR.col(),
            MERGED.col(),
            SCALES.col(),
            MIXED.col(),
            MISSES.col())
        .agg(sums[0], java.util.Arrays.copyOfRange(sums, 1, sums.length));
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

  private static Dataset<Row> expected(Dataset<Row> merged) {
    WindowSpec stratum =
        Window.partitionBy(
            Measurements.PERIOD.col(),
            Measurements.METRIC.col(),
            Cases.SERVICE_ID.col(),
            Cases.SERVICE_CLASS.col(),
            Cases.CHANNEL.col());
    Column rate =
        sum(States.PART.col())
            .over(stratum)
            .cast(Field.REAL)
            .divide(sum(States.WHOLE.col()).over(stratum).cast(Field.REAL));
    Column tight =
        MIXED.col().and(AGENCIES.col().geq(LEAST_AGENCIES)).and(NATIONAL.col().isNotNull());
    Column atRate =
        round(States.WHOLE.col().divide(States.HUNDRED).multiply(NATIONAL.col()), DECIMALS);
    return merged
        .withColumns(
            Map.of(
                AGENCIES.name(), count(lit(1)).over(stratum),
                NATIONAL.name(), when(sum(States.WHOLE.col()).over(stratum).gt(0), rate)))
        .withColumns(
            Map.of(
                EXPECTED.name(), EXPECTED.is(when(tight, atRate).otherwise(0)),
                LOOSE_WHOLE.name(), when(tight, 0L).otherwise(States.WHOLE.col()),
                LOOSE_PART.name(), when(tight, 0L).otherwise(States.PART.col())));
  }

  private static Dataset<Row> national(Dataset<Row> rows) {
    WindowSpec nation =
        Window.partitionBy(
            Measurements.PERIOD.col(), Measurements.METRIC.col(), Cases.SERVICE_ID.col());
    Column part = sum(States.PART.col().minus(LOOSE_PART.col())).over(nation).cast(Field.REAL);
    Column whole = sum(States.WHOLE.col().minus(LOOSE_WHOLE.col())).over(nation).cast(Field.REAL);
    return rows.withColumn(NATIONAL.name(), when(MIXED.col().and(whole.gt(0)), part.divide(whole)));
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
                        metric.isAdjusted(),
                        metric.form() == Form.SHARE && metric.direction() == Direction.HIGHER,
                        metric.terms().stream().anyMatch(term -> term.scale().isPresent()),
                        metric.form().code(),
                        metric.factor()))
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
