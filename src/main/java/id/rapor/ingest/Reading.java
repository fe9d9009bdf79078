package id.rapor.ingest;

import id.rapor.table.Field;
import id.rapor.table.RawLines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * Reads files into raw records. Each file is read by one task from its start to its end, because
 * only so a record's ordinal is known; many files are read at once.
 */
final class Reading {
  private static final int TASKS_PER_CORE = 4;

  private Reading() {}

  /**
   * The records of files of one layout: the columns of {@link RawLines}, then the layout's, as
   * text.
   */
  static Dataset<Row> read(
      SparkSession spark, Layout layout, List<Arrival> files, IdentityKey key) {
    Map<Arrival, Layout> alike = new LinkedHashMap<>();
    files.forEach(file -> alike.put(file, layout));
    return spark.createDataFrame(
        tasks(spark, alike, key).flatMap(RecordFile::rows), schema(layout));
  }

  /** By delivery, why each of {@code files} that cannot be read to its end cannot be. */
  static Map<Long, String> faults(SparkSession spark, Map<Arrival, Layout> files, IdentityKey key) {
    return tasks(spark, files, key)
        .mapToPair(file -> new Tuple2<>(file.delivery(), file.fault()))
        .filter(told -> told._2() != null)
        .collectAsMap();
  }

  private static JavaRDD<RecordFile> tasks(
      SparkSession spark, Map<Arrival, Layout> files, IdentityKey key) {
    List<RecordFile> tasks =
        files.keySet().stream()
            .sorted(Comparator.comparingLong(Arrival::bytes).reversed())
            .map(
                file ->
                    new RecordFile(
                        file.path().toAbsolutePath().toString(),
                        file.file(),
                        file.delivery(),
                        files.get(file),
                        key))
            .toList();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    int slices = Math.max(1, Math.min(tasks.size(), TASKS_PER_CORE * context.defaultParallelism()));
    return context.parallelize(dealt(tasks, slices), slices);
  }

  /** The tasks in an order whose {@code slices} equal parts hold large and small files alike. */
  private static List<RecordFile> dealt(List<RecordFile> tasks, int slices) {
    List<RecordFile> order = new ArrayList<>();
    for (int slice = 0; slice < slices; slice++) {
      for (int place = slice; place < tasks.size(); place += slices) {
        order.add(tasks.get(place));
      }
    }
    return order;
  }

  private static StructType schema(Layout layout) {
    List<StructField> fields = new ArrayList<>();
    for (Field field : RawLines.FIELDS) {
      fields.add(DataTypes.createStructField(field.name(), field.type(), true));
    }
    layout
        .columns()
        .forEach(name -> fields.add(DataTypes.createStructField(name, Field.TEXT, true)));
    return DataTypes.createStructType(fields);
  }

  /** {@code files} by layout, in a stable order. */
  static Map<Layout, List<Arrival>> byLayout(Map<Arrival, Layout> files) {
    Map<Layout, List<Arrival>> groups = new LinkedHashMap<>();
    files.forEach(
        (file, layout) -> groups.computeIfAbsent(layout, any -> new ArrayList<>()).add(file));
    return groups;
  }
}
