package id.rapor.publish;

import id.rapor.settings.UserError;
import id.rapor.table.Field;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Takes small tables out of Spark, and values out of their rows. */
final class Cells {
  /** More rows than this are no page for people, and no small data. */
  static final int MOST_ROWS = 1_000_000;

  private Cells() {}

  /**
   * All rows of a small table.
   *
   * @param what the rows in words, for the error
   * @throws UserError if there are more than {@link #MOST_ROWS}
   */
  static List<Row> collect(Dataset<Row> rows, String what) {
    List<Row> collected = rows.limit(MOST_ROWS + 1).collectAsList();
    if (collected.size() > MOST_ROWS) {
      throw new UserError(
          "Cannot publish the page: there are more than "
              + MOST_ROWS
              + " "
              + what
              + ", expected at most that many on one page; publish a part of the agencies, or use"
              + " export for the whole table.");
    }
    return collected;
  }

  /** The text in that column, or none. */
  static Optional<String> text(Row row, Field field) {
    return Optional.ofNullable(row.<String>getAs(field.name()));
  }

  /** The whole number in that column, or none. */
  static Optional<Long> whole(Row row, Field field) {
    return Optional.ofNullable(row.<Long>getAs(field.name()));
  }

  /** The real number in that column, or none; what is not finite is none. */
  static Optional<Double> real(Row row, Field field) {
    return Optional.ofNullable(row.<Double>getAs(field.name())).filter(Double::isFinite);
  }
}
