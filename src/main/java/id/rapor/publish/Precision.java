package id.rapor.publish;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * How exactly the files of an edition tell real numbers: to ten significant digits, and never
 * coarser than to one. No figure is known that well. The tables behind an edition keep all digits:
 * agencies are ranked and graded by them, and pages round from them, as rounding twice could show a
 * figure on the other side of a grade's limit.
 */
final class Precision {
  private static final int DIGITS = 10;

  /** The largest power of ten up to which every one is a double exactly. */
  private static final int EXACT_POWERS = 22;

  private static final double[] POWERS =
      IntStream.rangeClosed(0, EXACT_POWERS)
          .mapToDouble(at -> Double.parseDouble("1e" + at))
          .toArray();

  private Precision() {}

  /** The rows with their real numbers rounded, halves to even; the other columns as they are. */
  static Dataset<Row> of(Dataset<Row> rows) {
    return rows.select(
        Arrays.stream(rows.schema().fields())
            .map(
                field ->
                    field.dataType().equals(DataTypes.DoubleType)
                        ? rounded(rows.col(field.name())).as(field.name())
                        : rows.col(field.name()))
            .toArray(Column[]::new));
  }

  /**
   * A double that the digits alone make: the quotient of two whole numbers that doubles hold
   * exactly is the nearest double to their decimal, so that its text has no more digits than those.
   */
  private static Column rounded(Column value) {
    Column size = abs(value);
    Column decimals = lit(DIGITS - 1).minus(floor(log10(size)));
    Column inside =
        greatest(lit(0), least(decimals, lit(EXACT_POWERS))).cast(DataTypes.IntegerType);
    Column power = element_at(lit(POWERS), inside.plus(1));
    return when(
            size.gt(0).and(size.lt(Double.POSITIVE_INFINITY)),
            rint(value.multiply(power)).divide(power))
        .otherwise(value);
  }
}
