package id.rapor.publish;

import id.rapor.settings.UserError;
import id.rapor.table.Field;
import id.rapor.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Writes any table as one file: CSV, Parquet or XLSX by the file's ending. */
public final class TableFile {
  private static final String CSV = ".csv";
  private static final String PARQUET = ".parquet";
  private static final String XLSX = ".xlsx";

  private TableFile() {}

  /**
   * Writes {@code rows} to {@code to}, sorted by the table's key (then by the other columns, so
   * that the order is total). They are sorted by one task, which spills what memory does not hold,
   * and streamed from there. The file is written beside its target and then moved there: a reader
   * sees the old file or the whole new one. A missing folder is made.
   *
   * @param rows at least the columns of {@code table}
   * @throws UserError if the ending is none of {@code .csv}, {@code .parquet}, {@code .xlsx}, if a
   *     worksheet cannot hold the rows, or if the file cannot be written
   * @see CsvFile how values look in CSV
   */
  public static void write(Dataset<Row> rows, Table table, Path to) {
    String name = String.valueOf(to.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(CSV)) {
      SafeFile.write(to, part -> CsvFile.write(sorted(rows, table), table, part));
    } else if (name.endsWith(PARQUET)) {
      SafeFile.write(to, part -> ParquetFile.write(sorted(rows, table), table, part));
    } else if (name.endsWith(XLSX)) {
      SafeFile.write(to, part -> XlsxFile.write(sorted(rows, table), table, part));
    } else {
      throw new UserError(
          "Cannot write a table: the file is "
              + to
              + ", expected a name that ends with .csv, .parquet or .xlsx; give it one of these"
              + " endings.");
    }
  }

  /**
   * The rows in order, as values that no time zone can change: a time is its microseconds since
   * 1970 in UTC, a day is its number of days since 1970.
   */
  static Iterator<Row> sorted(Dataset<Row> rows, Table table) {
    List<Field> order = new ArrayList<>(table.key());
    table.fields().stream().filter(field -> !table.key().contains(field)).forEach(order::add);
    return sorted(rows, table, order.stream().map(Field::col).toArray(Column[]::new));
  }

  /** The same in another order, which must be total. */
  static Iterator<Row> sorted(Dataset<Row> rows, Table table, Column... order) {
    return table
        .shape(rows)
        .coalesce(1)
        .sortWithinPartitions(order)
        .select(table.fields().stream().map(TableFile::zoneless).toArray(Column[]::new))
        .toLocalIterator();
  }

  private static Column zoneless(Field field) {
    if (field.type().equals(Field.TIME)) {
      return functions.unix_micros(field.col()).as(field.name());
    }
    if (field.type().equals(Field.DAY)) {
      return functions.unix_date(field.col()).as(field.name());
    }
    return field.col();
  }
}
