package id.rapor.reference;

import static org.apache.spark.sql.functions.broadcast;

import id.rapor.table.Field;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Small Datasets made on the driver, and how they are set beside large ones without a shuffle. */
final class LocalRows {
  private LocalRows() {}

  static StructType schema(List<Field> fields) {
    return new StructType(
        fields.stream()
            .map(field -> DataTypes.createStructField(field.name(), field.type(), true))
            .toArray(StructField[]::new));
  }

  /**
   * Every one of {@code rows}, with the columns of the one of {@code small} equal in {@code by}.
   */
  static Dataset<Row> beside(Dataset<Row> rows, Dataset<Row> small, List<Field> by) {
    String[] names = by.stream().map(Field::name).toArray(String[]::new);
    return rows.join(broadcast(small), names, "left");
  }
}
