package id.rapor.pipeline;

import id.rapor.publish.TableFile;
import id.rapor.settings.Period;
import id.rapor.settings.UserError;
import id.rapor.table.Measurements;
import id.rapor.table.Table;
import id.rapor.table.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Takes tables out of the warehouse. */
public final class Exporting {
  private Exporting() {}

  /**
   * Writes the table called {@code name} to {@code file}.
   *
   * @param engine starts Spark, once the request is known to make sense
   * @param data folder with {@code warehouse/}
   * @param period only rows of this period, for tables that have periods
   * @return how many rows were written
   * @throws UserError if there is no such table, or if {@code file} lies where editions are
   *     published
   */
  public static long export(
      Supplier<SparkSession> engine, Path data, String name, Optional<Period> period, Path file) {
    Table table =
        Tables.named(name)
            .orElseThrow(
                () -> {
                  List<String> names = Tables.ALL.stream().map(Table::name).toList();
                  return new UserError(
                      "Cannot export "
                          + name
                          + ": there is no such table; there are "
                          + String.join(", ", names)
                          + ".");
                });
    if (period.isPresent() && !table.fields().contains(Measurements.PERIOD)) {
      throw new UserError(
          "Cannot export "
              + name
              + " of "
              + period.get()
              + ": the table has no periods; leave --period out.");
    }
    Path place = Apart.from(data, file);
    Dataset<Row> all = new Warehouse(engine.get(), data.resolve("warehouse")).demand(table);
    Dataset<Row> rows =
        period.map(one -> all.where(Measurements.PERIOD.col().equalTo(one.code()))).orElse(all);
    TableFile.write(rows, table, place);
    return rows.count();
  }
}
