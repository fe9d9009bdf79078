package id.rapor.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.Surveys;
import org.apache.spark.sql.Column;

/**
 * The lowest of the nine elements of PermenPANRB 14/2017 and its name: 25 x mean answer, 25-100.
 * Among equals the first by name. Only elements with enough answers to publish compete, and n is
 * how many answered the one that is named; where none has enough, those with the most answers stand
 * in, so that their n is what turns out too few. Its standard error is that of this element as if
 * it had been named beforehand, with a twelfth for the rounding of answers.
 */
final class WeakestElement {
  private static final Field NAME = Measurements.DETAIL;

  private WeakestElement() {}

  /**
   * @param least fewest answers with which an element can be published
   */
  static Column row(Metric metric, long least) {
    Column most =
        greatest(
            Surveys.ELEMENTS.stream()
                .map(element -> SurveyIndex.counted(element).col())
                .toArray(Column[]::new));
    Column enough = least(lit(Math.max(1, least)), most);
    Column weakest =
        array_min(
            array_compact(
                array(
                    Surveys.ELEMENTS.stream()
                        .map(element -> element(element, enough))
                        .toArray(Column[]::new))));
    Column value = weakest.getField(Measurements.VALUE.name());
    Column error = weakest.getField(Measurements.STANDARD_ERROR.name());
    Column n = weakest.getField(Measurements.DENOMINATOR.name());
    return struct(
        Measurements.METRIC.is(lit(metric.code())),
        Measurements.N.is(n.cast(Field.WHOLE)),
        Measurements.VALUE.is(value),
        Measurements.NUMERATOR.is(weakest.getField(Measurements.NUMERATOR.name())),
        Measurements.DENOMINATOR.is(n),
        Measurements.STANDARD_ERROR.is(error),
        Measurements.LOW.is(greatest(lit(25.0), value.minus(error.multiply(Intervals.Z)))),
        Measurements.HIGH.is(least(lit(100.0), value.plus(error.multiply(Intervals.Z)))),
        Measurements.ANCHOR_SCALE.is(lit(1.0)),
        Measurements.DETAIL.is(weakest.getField(NAME.name())));
  }

  private static Column element(Field element, Column enough) {
    Column n = SurveyIndex.counted(element).col().cast(Field.REAL);
    Column mean = element.col().divide(n);
    Column spread =
        SurveyIndex.squared(element).col().minus(mean.multiply(element.col())).divide(n.minus(1));
    Column error =
        when(n.gt(1), sqrt(greatest(spread, lit(0.0)).plus(1.0 / 12).divide(n)).multiply(25));
    return when(
        n.geq(enough),
        struct(
            Measurements.VALUE.is(mean.multiply(25)),
            NAME.is(lit(element.name())),
            Measurements.STANDARD_ERROR.is(error),
            Measurements.NUMERATOR.is(element.col()),
            Measurements.DENOMINATOR.is(n)));
  }
}
