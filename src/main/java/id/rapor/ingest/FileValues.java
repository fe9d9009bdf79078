package id.rapor.ingest;

import static org.apache.spark.sql.functions.broadcast;

import id.rapor.settings.ColumnMapping;
import id.rapor.settings.Problems;
import id.rapor.settings.Source;
import id.rapor.table.Field;
import id.rapor.table.RawLines;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** Columns whose value is part of the file's name, such as a region's code or a year. */
final class FileValues {
  private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

  private FileValues() {}

  /** The names of the columns. */
  static List<String> names(Source source) {
    return source
        .fileName()
        .map(pattern -> GROUP.matcher(pattern).results().map(found -> found.group(1)).toList())
        .orElse(List.of());
  }

  /** Tells of a file whose name is not as its source says, or holds what may not be stored. */
  static void check(Arrival arrival, Problems problems) {
    for (Field field : arrival.feed().columns()) {
      List<String> from =
          Mapping.of(arrival.source(), field).map(ColumnMapping::from).orElse(List.of());
      if (field.isIdentifier() && from.stream().anyMatch(names(arrival.source())::contains)) {
        problems.add(
            arrival.file()
                + ": "
                + field.name()
                + " is to come from the file's name, which is stored as it is; take it from a column");
      }
    }
    if (!isNamedAsAsked(arrival)) {
      problems.add(
          arrival.file()
              + ": its name does not match "
              + arrival.source().fileName().get()
              + ", which source "
              + arrival.source().name()
              + " expects; rename the file, or mend file_name");
    }
  }

  /** Whether a file's name is as its source says. */
  static boolean isNamedAsAsked(Arrival file) {
    return file.source().fileName().isEmpty() || match(file).matches();
  }

  /** {@code raw} with the columns of {@link #names}. */
  static Dataset<Row> add(
      SparkSession spark, Dataset<Row> raw, Source source, List<Arrival> files) {
    List<String> names = names(source);
    if (names.isEmpty()) {
      return raw;
    }
    List<Row> rows = files.stream().map(file -> row(file, names)).toList();
    List<StructField> fields = new ArrayList<>();
    fields.add(
        DataTypes.createStructField(RawLines.DELIVERY.name(), RawLines.DELIVERY.type(), false));
    names.forEach(name -> fields.add(DataTypes.createStructField(name, Field.TEXT, true)));
    Dataset<Row> values = spark.createDataFrame(rows, DataTypes.createStructType(fields));
    return raw.join(broadcast(values), RawLines.DELIVERY.name());
  }

  private static Row row(Arrival file, List<String> names) {
    Matcher matcher = match(file);
    matcher.matches();
    List<Object> cells = new ArrayList<>();
    cells.add(file.delivery());
    names.forEach(name -> cells.add(matcher.group(name)));
    return RowFactory.create(cells.toArray());
  }

  private static Matcher match(Arrival file) {
    return Pattern.compile(file.source().fileName().orElse(""))
        .matcher(file.path().getFileName().toString());
  }
}
