package id.rapor.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.Correlations;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import java.time.YearMonth;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * How the sampling errors of two metrics of one feed go together: the stage that makes {@link
 * Correlations}.
 *
 * <p>A metric's error is the sum of what its rows add to it: a row that adds {@code a} above and
 * {@code b} below the line moves the value R in proportion to a - R b, its influence (Hampel,
 * 1974); with a quantile it is how many rows more or less lie beyond it. Two metrics share as much
 * of their errors as the influences of the rows that count to both agree: r = sum(e f) /
 * sqrt(sum(e^2) sum(f^2)), each sum over all rows of the agency that count to the metric in the
 * period, so that rows of one metric alone draw r towards 0. It is computed within each agency and
 * averaged over the country by the number of shared rows, as an agency alone has too few.
 *
 * <p>Sums of products are kept by the two months that a row counts to, so that every period merges
 * them; they are decimal, so that no split of the rows changes a digit.
 */
public final class Dependences {
  private static final DataType EXACT = DataTypes.createDecimalType(31, 0);
  private static final DataType SHARE = DataTypes.createDecimalType(20, 15);

  private static final String ONE = "one";
  private static final String OTHER = "other";
  private static final Field OTHER_MONTH =
      Field.required("other_month", Field.TEXT, "the month that the row counts to in the other");
  private static final Field OTHER_MERGING =
      Field.required("other_merging", Field.TEXT, "how months of the other make a period");
  private static final Field PARTS = exact("parts", "sum of part by part");
  private static final Field PART_WHOLE = exact("part_whole", "sum of part by the other's whole");
  private static final Field WHOLE_PART = exact("whole_part", "sum of whole by the other's part");
  private static final Field WHOLES = exact("wholes", "sum of whole by whole");
  private static final Field RATIO = Field.optional("ratio", Field.REAL, "part over whole");
  private static final Field OTHER_RATIO = Field.optional("other_ratio", Field.REAL, "the other's");
  private static final Field LENGTH =
      Field.optional("length", Field.REAL, "root of the sum of squared influences");
  private static final Field OTHER_LENGTH =
      Field.optional("other_length", Field.REAL, "the other's");
  private static final List<Field> SUMS =
      List.of(PARTS, PART_WHOLE, WHOLE_PART, WHOLES, States.PART, States.WHOLE, Correlations.ROWS);

  private Dependences() {}

  /**
   * Correlations of all periods of {@code inputs}. Pairs that no row counts to, and metrics whose
   * influence is not known, have none.
   */
  public static Dataset<Row> of(SparkSession spark, Inputs inputs) {
    List<Metric> metrics = Catalogue.applying(inputs.settings().scoring());
    List<Dataset<Row>> rows = Sampled.of(spark, inputs).rows(metrics);
    if (rows.isEmpty()) {
      return spark.createDataFrame(List.<Row>of(), Correlations.TABLE.schema());
    }
    Dataset<Row> monthly = monthly(rows.stream().reduce(Dataset::unionByName).orElseThrow());
    YearMonth now = YearMonth.from(inputs.asOf().atZone(inputs.settings().zone()));
    Dataset<Row> months = Spans.months(spark, inputs.periods(), now);
    return Correlations.TABLE.shape(
        averaged(ofPeriods(merging(spark, monthly, metrics), months).cache()));
  }

  /** Sums over the rows of each agency, by two metrics and the months that a row counts to. */
  private static Dataset<Row> monthly(Dataset<Row> rows) {
    Column mark =
        struct(
            Measurements.METRIC.col(),
            PeriodMonths.MONTH.col(),
            States.WHOLE.col(),
            States.PART.col());
    Column same = of(ONE, Measurements.METRIC).equalTo(of(OTHER, Measurements.METRIC));
    Column sameMonth = of(ONE, PeriodMonths.MONTH).equalTo(of(OTHER, PeriodMonths.MONTH));
    Column inOrder = of(ONE, Measurements.METRIC).lt(of(OTHER, Measurements.METRIC));
    String marks = "marks";
    return rows.groupBy(Cases.AGENCY_ID.col(), Evidence.ID.col())
        .agg(collect_list(mark).as(marks))
        .withColumn(ONE, explode(col(marks)))
        .withColumn(OTHER, explode(col(marks)))
        .where(inOrder.or(same.and(sameMonth)))
        .groupBy(
            Cases.AGENCY_ID.col(),
            Measurements.METRIC.is(of(ONE, Measurements.METRIC)),
            Correlations.OTHER.is(of(OTHER, Measurements.METRIC)),
            PeriodMonths.MONTH.is(of(ONE, PeriodMonths.MONTH)),
            OTHER_MONTH.is(of(OTHER, PeriodMonths.MONTH)))
        .agg(
            PARTS.is(sum(product(States.PART, States.PART))),
            PART_WHOLE.is(sum(product(States.PART, States.WHOLE))),
            WHOLE_PART.is(sum(product(States.WHOLE, States.PART))),
            WHOLES.is(sum(product(States.WHOLE, States.WHOLE))),
            States.PART.is(sum(of(ONE, States.PART))),
            States.WHOLE.is(sum(of(ONE, States.WHOLE))),
            Correlations.ROWS.is(count(lit(1))));
  }

  private static Dataset<Row> merging(
      SparkSession spark, Dataset<Row> monthly, List<Metric> metrics) {
    List<Row> rows =
        metrics.stream()
            .map(metric -> RowFactory.create(metric.code(), metric.merging().months()))
            .toList();
    Dataset<Row> traits =
        spark.createDataFrame(
            rows,
            new org.apache.spark.sql.types.StructType()
                .add(Measurements.METRIC.name(), Field.TEXT)
                .add(PeriodMonths.MERGING.name(), Field.TEXT));
    Dataset<Row> others =
        traits.select(
            Correlations.OTHER.is(Measurements.METRIC.col()),
            OTHER_MERGING.is(PeriodMonths.MERGING.col()));
    return monthly
        .join(broadcast(traits), Measurements.METRIC.name())
        .join(broadcast(others), Correlations.OTHER.name());
  }

  private static Dataset<Row> ofPeriods(Dataset<Row> monthly, Dataset<Row> months) {
    Dataset<Row> others =
        months.select(
            Measurements.PERIOD.col(),
            OTHER_MERGING.is(PeriodMonths.MERGING.col()),
            OTHER_MONTH.is(PeriodMonths.MONTH.col()));
    Column[] sums = SUMS.stream().map(each -> each.is(sum(each.col()))).toArray(Column[]::new);
    return monthly
        .join(
            broadcast(months),
            new String[] {PeriodMonths.MERGING.name(), PeriodMonths.MONTH.name()})
        .join(
            broadcast(others),
            new String[] {Measurements.PERIOD.name(), OTHER_MERGING.name(), OTHER_MONTH.name()})
        .groupBy(
            Measurements.PERIOD.col(),
            Cases.AGENCY_ID.col(),
            Measurements.METRIC.col(),
            Correlations.OTHER.col())
        .agg(sums[0], java.util.Arrays.copyOfRange(sums, 1, sums.length));
  }

  /** Of each agency's correlations, weighed by its shared rows. */
  private static Dataset<Row> averaged(Dataset<Row> pairs) {
    Column diagonal = Measurements.METRIC.col().equalTo(Correlations.OTHER.col());
    Column ratio = try_divide(States.PART.col(), States.WHOLE.col());
    Dataset<Row> own =
        pairs
            .where(diagonal)
            .withColumn(RATIO.name(), ratio)
            .withColumn(OTHER_RATIO.name(), ratio)
            .select(
                Measurements.PERIOD.col(),
                Cases.AGENCY_ID.col(),
                Measurements.METRIC.col(),
                RATIO.col(),
                LENGTH.is(sqrt(agreement())));
    Dataset<Row> others =
        own.select(
            Measurements.PERIOD.col(),
            Cases.AGENCY_ID.col(),
            Correlations.OTHER.is(Measurements.METRIC.col()),
            OTHER_RATIO.is(RATIO.col()),
            OTHER_LENGTH.is(LENGTH.col()));
    String[] whose = {Measurements.PERIOD.name(), Cases.AGENCY_ID.name()};
    Column lengths = LENGTH.col().multiply(OTHER_LENGTH.col());
    Column correlation = try_divide(agreement(), lengths).cast(SHARE);
    return pairs
        .where(diagonal.equalTo(false))
        .join(own, new String[] {whose[0], whose[1], Measurements.METRIC.name()})
        .join(others, new String[] {whose[0], whose[1], Correlations.OTHER.name()})
        .withColumn(Correlations.CORRELATION.name(), correlation)
        .where(Correlations.CORRELATION.col().isNotNull())
        .groupBy(whose[0], Measurements.METRIC.name(), Correlations.OTHER.name())
        .agg(
            Correlations.CORRELATION.is(
                sum(Correlations.CORRELATION.col().multiply(Correlations.ROWS.col()))
                    .divide(sum(Correlations.ROWS.col()))),
            Correlations.ROWS.is(sum(Correlations.ROWS.col())));
  }

  /** Sum of products of influences, from the sums of products of parts and wholes. */
  private static Column agreement() {
    Column agreement =
        real(PARTS)
            .minus(RATIO.col().multiply(real(WHOLE_PART)))
            .minus(OTHER_RATIO.col().multiply(real(PART_WHOLE)))
            .plus(RATIO.col().multiply(OTHER_RATIO.col()).multiply(real(WHOLES)));
    Column size = real(PARTS).plus(real(WHOLES)).multiply(1e-12);
    return when(org.apache.spark.sql.functions.abs(agreement).gt(size), agreement).otherwise(0.0);
  }

  private static Column real(Field sum) {
    return sum.col().cast(Field.REAL);
  }

  private static Column product(Field one, Field other) {
    return of(ONE, one).cast(Field.REAL).multiply(of(OTHER, other).cast(Field.REAL)).cast(EXACT);
  }

  private static Column of(String side, Field field) {
    return col(side).getField(field.name());
  }

  private static Field exact(String name, String meaning) {
    return Field.required(name, DataTypes.createDecimalType(38, 0), meaning);
  }
}
