package id.rapor.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode_outer;
import static org.apache.spark.sql.functions.inline_outer;

import id.rapor.table.Field;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes rows of what stands side by side. The array is a column before it is unrolled: Spark
 * compiles how a column is made, and interprets what it is told to unroll. It is unrolled with its
 * gaps, which are dropped afterwards: Spark would make it twice to see whether it is empty.
 */
final class Unrolled {
  private static final String ARRAY = "_side_by_side";

  private Unrolled() {}

  /**
   * {@code rows} once for each of {@code values} that is not empty, which is then {@code field}.
   */
  static Dataset<Row> values(Dataset<Row> rows, Field field, Column... values) {
    return rows.withColumn(ARRAY, array(values))
        .withColumn(field.name(), explode_outer(col(ARRAY)))
        .drop(ARRAY)
        .where(field.col().isNotNull());
  }

  /**
   * The columns {@code kept} of {@code rows} with the fields of each of {@code structs} that is not
   * empty.
   *
   * @param structs all of one type
   * @param always a field that every struct fills
   */
  static Dataset<Row> structs(
      Dataset<Row> rows, List<Field> kept, Field always, Column... structs) {
    return rows.select(columns(kept, array(structs).as(ARRAY)))
        .select(columns(kept, inline_outer(col(ARRAY))))
        .where(always.col().isNotNull());
  }

  private static Column[] columns(List<Field> kept, Column last) {
    return Stream.concat(kept.stream().map(Field::col), Stream.of(last)).toArray(Column[]::new);
  }
}
