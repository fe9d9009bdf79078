package id.rapor.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.settings.Settings;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import id.rapor.table.Places;
import id.rapor.table.Surveys;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The satisfaction index of PermenPANRB 14/2017: 25 x the mean over the nine elements of each
 * element's mean answer, 25-100, with exact weights of one ninth. An element counts over those who
 * answered it; one that nobody answered leaves the mean to the others.
 *
 * <p>The standard error is 25 x sd(respondent mean) / sqrt n. To its square comes that of rounding
 * to ninths, so that a set of equal answers is not taken for certainty; n = 1 gives none.
 */
final class SurveyIndex {
  /** Divisible by 1 to 9: a respondent's mean times this is whole, so that sums are exact. */
  private static final long WHOLE = 2520;

  private static final Field MEAN =
      Field.required("mean_answer", Field.WHOLE, "mean answer of a respondent x 2520");
  private static final Field MEANS = Field.required("means", Field.WHOLE, "sum of it");
  private static final Field SQUARES = Field.required("squares", Field.WHOLE, "sum of its squares");

  private SurveyIndex() {}

  static Dataset<Row> figures(
      Dataset<Row> surveys,
      Metric metric,
      Dataset<Row> zones,
      Dataset<Row> months,
      Settings settings) {
    Column zone = coalesce(Places.ZONE.col(), lit(settings.zone().getId()));
    Dataset<Row> answered =
        surveys
            .where(coalesce(Feed.RETRACTED.col(), lit(false)).equalTo(false))
            .join(broadcast(zones), new String[] {Cases.AGENCY_ID.name()}, "left")
            .withColumn(
                PeriodMonths.MONTH.name(),
                date_format(from_utc_timestamp(metric.cohort().col(), zone), "yyyy-MM"))
            .withColumn(MEAN.name(), MEAN.is(answers().multiply(WHOLE).divide(answeredElements())))
            .where(MEAN.col().isNotNull());
    List<Column> sums =
        new ArrayList<>(
            List.of(MEANS.is(sum(MEAN.col())), SQUARES.is(sum(MEAN.col().multiply(MEAN.col())))));
    for (Field element : Surveys.ELEMENTS) {
      sums.add(element.is(coalesce(sum(element.col()), lit(0L))));
      sums.add(count(element.col()).as(counted(element).name()));
    }
    Dataset<Row> monthly =
        answered
            .groupBy(Cases.AGENCY_ID.col(), Cases.SERVICE_ID.col(), PeriodMonths.MONTH.col())
            .agg(Measurements.N.is(count(lit(1))), sums.toArray(Column[]::new));
    List<Field> states =
        Stream.concat(
                Stream.of(Measurements.N, MEANS, SQUARES),
                Surveys.ELEMENTS.stream().flatMap(element -> Stream.of(element, counted(element))))
            .toList();
    return values(Spans.sums(monthly, months, List.of(), states))
        .withColumn(Measurements.METRIC.name(), lit(metric.code()));
  }

  private static Dataset<Row> values(Dataset<Row> sums) {
    Column n = Measurements.N.col().cast(Field.REAL);
    Column mean = MEANS.col().divide(n);
    Column variance =
        SQUARES.col().minus(mean.multiply(MEANS.col())).divide(n.minus(1)).divide(WHOLE * WHOLE);
    Column rounding = lit(1.0 / 81 / 12);
    Column error =
        when(n.gt(1), sqrt(greatest(variance, lit(0.0)).plus(rounding).divide(n)).multiply(25));
    Column value = elementMeans().multiply(25);
    return sums.withColumn(Measurements.VALUE.name(), value)
        .withColumn(Measurements.NUMERATOR.name(), Measurements.NUMERATOR.is(answers()))
        .withColumn(Measurements.DENOMINATOR.name(), Measurements.DENOMINATOR.is(allCounts()))
        .withColumn(Measurements.STANDARD_ERROR.name(), error)
        .withColumn(
            Measurements.LOW.name(), greatest(lit(25.0), value.minus(error.multiply(Intervals.Z))))
        .withColumn(
            Measurements.HIGH.name(), least(lit(100.0), value.plus(error.multiply(Intervals.Z))))
        .withColumn(Measurements.ANCHOR_SCALE.name(), lit(1.0));
  }

  /** Sum over the elements; an element without an answer adds nothing. */
  private static Column answers() {
    return Surveys.ELEMENTS.stream()
        .map(element -> coalesce(element.col(), lit(0L)))
        .reduce(Column::plus)
        .orElseThrow();
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

  private static Field counted(Field element) {
    return Field.required(element.name() + "_answers", Field.WHOLE, "how many answered it");
  }
}
