package id.rapor.measure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.settings.SatisfactionWeights;
import id.rapor.settings.Scoring;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import id.rapor.table.Surveys;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The satisfaction index of PermenPANRB 14/2017: 25 x the sum over the nine elements of weight x
 * the element's mean answer, 25-100, with the weights that the settings name: exact ones of one
 * ninth, or 0.11 as printed, with which all figures are 0.99 times those. An element counts over
 * those who answered it; one that nobody answered leaves its weight to the others.
 *
 * <p>The standard error is 25 x sd(respondent mean) / sqrt n. To its square comes that of rounding
 * to ninths, so that a set of equal answers is not taken for certainty; n = 1 gives none. Of a
 * finite population there is no correction, as those who answer are not drawn from a list of known
 * length. The grade is that of the whole 95 % interval: one letter where it lies in one band, else
 * those of both its ends.
 */
final class SurveyIndex {
  /** Divisible by 1 to 9: a respondent's mean times this is whole, so that sums are exact. */
  private static final long WHOLE = 2520;

  private static final Field MEAN =
      Field.required("mean_answer", Field.WHOLE, "mean answer of a respondent x 2520");
  private static final Field MEANS = Field.required("means", Field.WHOLE, "sum of it");
  private static final Field SQUARES = Field.required("squares", Field.WHOLE, "sum of its squares");

  private SurveyIndex() {}

  /**
   * Figures of {@code metrics}, which are the index or its weakest element.
   *
   * @param surveys answers with the column {@link Facts#MONTH}
   */
  static Dataset<Row> figures(
      Dataset<Row> surveys,
      List<Metric> metrics,
      Dataset<Row> months,
      SatisfactionWeights weights,
      Scoring scoring) {
    Dataset<Row> answered =
        surveys
            .withColumn(MEAN.name(), MEAN.is(answers().multiply(WHOLE).divide(answeredElements())))
            .where(MEAN.col().isNotNull());
    List<Column> sums =
        new ArrayList<>(
            List.of(MEANS.is(sum(MEAN.col())), SQUARES.is(sum(MEAN.col().multiply(MEAN.col())))));
    for (Field element : Surveys.ELEMENTS) {
      sums.add(element.is(coalesce(sum(element.col()), lit(0L))));
      sums.add(count(element.col()).as(counted(element).name()));
      sums.add(squared(element).is(coalesce(sum(element.col().multiply(element.col())), lit(0L))));
    }
    Dataset<Row> monthly =
        answered
            .groupBy(Cases.AGENCY_ID.col(), Cases.SERVICE_ID.col(), PeriodMonths.MONTH.col())
            .agg(Measurements.N.is(count(lit(1))), sums.toArray(Column[]::new));
    List<Field> states =
        Stream.concat(
                Stream.of(Measurements.N, MEANS, SQUARES),
                Surveys.ELEMENTS.stream()
                    .flatMap(element -> Stream.of(element, counted(element), squared(element))))
            .toList();
    Dataset<Row> merged = Spans.sums(monthly, months, List.of(), states);
    Column[] rows =
        metrics.stream().map(metric -> row(metric, weights, scoring)).toArray(Column[]::new);
    return Unrolled.structs(merged, Spans.KEY, Measurements.METRIC, rows);
  }

  private static Column row(Metric metric, SatisfactionWeights weights, Scoring scoring) {
    return metric.form() == Form.INDEX
        ? index(metric, weights)
        : WeakestElement.row(metric, Catalogue.minimumN(metric, scoring));
  }

  private static Column index(Metric metric, SatisfactionWeights weights) {
    double best = 100 * weights.sum();
    double each = best / 4;
    Column n = Measurements.N.col().cast(Field.REAL);
    Column mean = MEANS.col().divide(n);
    Column variance =
        SQUARES.col().minus(mean.multiply(MEANS.col())).divide(n.minus(1)).divide(WHOLE * WHOLE);
    Column rounding = lit(1.0 / 81 / 12);
    Column error =
        when(n.gt(1), sqrt(greatest(variance, lit(0.0)).plus(rounding).divide(n)).multiply(each));
    Column value = elementMeans().multiply(each);
    Column low = greatest(lit(each), value.minus(error.multiply(Intervals.Z)));
    Column high = least(lit(best), value.plus(error.multiply(Intervals.Z)));
    return struct(
        Measurements.METRIC.is(lit(metric.code())),
        Measurements.N.col(),
        Measurements.VALUE.is(value),
        Measurements.NUMERATOR.is(answers()),
        Measurements.DENOMINATOR.is(allCounts()),
        Measurements.STANDARD_ERROR.is(error),
        Measurements.LOW.is(low),
        Measurements.HIGH.is(high),
        Measurements.ANCHOR_SCALE.is(lit(1.0)),
        Measurements.DETAIL.is(told(grades(low, high), weights)));
  }

  /** The grade, and where the ends of the interval lie in two bands both, the better one first. */
  private static Column grades(Column low, Column high) {
    return when(grade(low).equalTo(grade(high)), grade(low))
        .otherwise(concat_ws("/", grade(high), grade(low)));
  }

  private static Column told(Column grade, SatisfactionWeights weights) {
    return weights == SatisfactionWeights.EXACT
        ? grade
        : concat(grade, lit(" (" + weights.code() + ")"));
  }

  /**
   * Grade of PermenPANRB 14/2017, by the lower bounds of the index rounded half up to hundredths.
   * First to the ninth decimal, as a sum of reals may lie a hair below the half that it stands for.
   */
  static Column grade(Column index) {
    Column published = round(round(index, 9), 2);
    return when(published.geq(88.31), "A")
        .when(published.geq(76.61), "B")
        .when(published.geq(65.00), "C")
        .when(published.isNotNull(), "D");
  }

  /** Sum over the elements; an element without an answer adds nothing. */
  private static Column answers() {
    return Surveys.ELEMENTS.stream()
        .map(element -> coalesce(element.col(), lit(0L)))
        .reduce(Column::plus)
        .orElseThrow();
  }

  /** What each respondent adds: elements answered below, the sum of the answers above. */
  static Term answered() {
    return Term.ratio(
        Base.SURVEYS, Facts.MONTH, answeredElements().isNotNull(), answeredElements(), answers());
  }

  /** How many elements a respondent answered; null if none. */
  private static Column answeredElements() {
    Column answered =
        Surveys.ELEMENTS.stream()
            .map(element -> when(element.col().isNotNull(), 1L).otherwise(0L))
            .reduce(Column::plus)
            .orElseThrow();
    return when(answered.gt(0), answered);
  }

  private static Column elementMeans() {
    Column means =
        Surveys.ELEMENTS.stream()
            .map(
                element ->
                    when(counted(element).col().gt(0), element.col().divide(counted(element).col()))
                        .otherwise(0.0))
            .reduce(Column::plus)
            .orElseThrow();
    Column elements =
        Surveys.ELEMENTS.stream()
            .map(element -> when(counted(element).col().gt(0), 1L).otherwise(0L))
            .reduce(Column::plus)
            .orElseThrow();
    return means.divide(elements);
  }

  private static Column allCounts() {
    return Surveys.ELEMENTS.stream()
        .map(element -> counted(element).col())
        .reduce(Column::plus)
        .orElseThrow();
  }

  static Field squared(Field element) {
    return Field.required(element.name() + "_squares", Field.WHOLE, "sum of squared answers");
  }

  static Field counted(Field element) {
    return Field.required(element.name() + "_answers", Field.WHOLE, "how many answered it");
  }
}
