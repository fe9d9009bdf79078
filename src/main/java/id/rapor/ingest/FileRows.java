package id.rapor.ingest;

import id.rapor.settings.Source;
import id.rapor.table.Field;
import id.rapor.table.Files;
import id.rapor.table.Profiles;
import id.rapor.table.Provenance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The files of a delivery as rows, to be set beside their lines. */
final class FileRows {
  private static final List<Field> NAMED =
      List.of(Provenance.DELIVERY, Provenance.SOURCE, Provenance.FILE);

  private static final List<Field> HASHED = List.of(Provenance.DELIVERY, Files.CONTENT_HASH);

  private static final List<Field> PROFILED =
      List.of(
          Provenance.DELIVERY,
          Provenance.SOURCE,
          Provenance.FILE,
          Profiles.COLUMNS,
          Provenance.RUN_ID);

  private FileRows() {}

  /** delivery, source and file. */
  static Dataset<Row> names(SparkSession spark, Collection<Arrival> files) {
    List<Row> rows = new ArrayList<>();
    files.forEach(
        file -> rows.add(RowFactory.create(file.delivery(), file.source().name(), file.file())));
    return spark.createDataFrame(rows, schema(NAMED));
  }

  /** delivery and content_hash. */
  static Dataset<Row> contents(SparkSession spark, Collection<Arrival> files) {
    List<Row> rows = new ArrayList<>();
    files.forEach(file -> rows.add(RowFactory.create(file.delivery(), file.contentHash())));
    return spark.createDataFrame(rows, schema(HASHED));
  }

  /**
   * delivery, source and file with the columns of those that have a header, and the run; null in
   * place of the columns where a file cannot be read.
   */
  static Dataset<Row> profiled(
      SparkSession spark, Map<Arrival, Optional<Layout>> files, String runId) {
    List<Row> rows = new ArrayList<>();
    files.forEach(
        (file, layout) ->
            rows.add(
                RowFactory.create(
                    file.delivery(),
                    file.source().name(),
                    file.file(),
                    layout.map(FileRows::header).orElse(null),
                    runId)));
    return spark.createDataFrame(rows, schema(PROFILED));
  }

  private static String[] header(Layout layout) {
    return layout.format() == Source.Format.CSV
        ? layout.columns().toArray(String[]::new)
        : new String[0];
  }

  private static StructType schema(List<Field> fields) {
    return DataTypes.createStructType(
        fields.stream()
            .map(
                field ->
                    DataTypes.createStructField(
                        field.name(), field.type(), field.equals(Profiles.COLUMNS)))
            .toList());
  }
}
