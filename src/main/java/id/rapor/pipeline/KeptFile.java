package id.rapor.pipeline;

import static org.apache.spark.sql.functions.lit;

import id.rapor.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A CSV file that people keep beside the warehouse: one header row, few lines. */
final class KeptFile {
  private KeptFile() {}

  /** Its lines with the columns of {@code table} as text; a column that it lacks is empty. */
  static List<Row> lines(SparkSession spark, Path file, Table table) {
    if (!Files.exists(file)) {
      return List.of();
    }
    Dataset<Row> rows =
        spark
            .read()
            .option("header", "true")
            .option("multiLine", "true")
            .option("escape", "\"")
            .csv(file.toString());
    return rows.select(
            table.fields().stream()
                .map(
                    field ->
                        List.of(rows.columns()).contains(field.name())
                            ? field.col()
                            : lit(null).cast("string"))
                .toArray(Column[]::new))
        .collectAsList();
  }
}
