package id.rapor.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * One table: its name, what one row is, the key that tells rows apart, and all its columns.
 *
 * @param row what one row is, for people
 * @param key the columns that together name one row; a published file is sorted by them
 * @param fields every column in order, the key's included
 */
public record Table(String name, String row, List<Field> key, List<Field> fields) {

  public Table {
    key = List.copyOf(key);
    fields = List.copyOf(fields);
    if (!fields.containsAll(key)) {
      throw new IllegalArgumentException(
          "Cannot define table " + name + ": its key has a column that it lacks");
    }
  }

  /** The Spark schema, with each column's meaning as its comment. */
  public StructType schema() {
    return new StructType(
        fields.stream().map(Field::schema).toArray(org.apache.spark.sql.types.StructField[]::new));
  }

  /** All columns in order, for a {@code select}. */
  public Column[] columns() {
    return fields.stream().map(Field::col).toArray(Column[]::new);
  }

  /** The key's columns, for a join, a window or a sort. */
  public Column[] keyColumns() {
    return key.stream().map(Field::col).toArray(Column[]::new);
  }

  /** {@code rows} with exactly this table's columns, in order and cast to their types. */
  public Dataset<Row> shape(Dataset<Row> rows) {
    return rows.select(fields.stream().map(field -> field.is(field.col())).toArray(Column[]::new));
  }

  /** {@code rows} in this table's shape, where a column that they lack is empty. */
  public Dataset<Row> complete(Dataset<Row> rows) {
    List<String> present = List.of(rows.columns());
    return rows.select(
        fields.stream()
            .map(field -> present.contains(field.name()) ? field.is(field.col()) : field.missing())
            .toArray(Column[]::new));
  }

  /** This table with more columns at its end. */
  Table with(List<Field> more) {
    List<Field> all = new ArrayList<>(fields);
    all.addAll(more);
    return new Table(name, row, key, all);
  }
}
