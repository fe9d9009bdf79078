package id.rapor.score;

import id.rapor.TestSpark;
import id.rapor.table.Field;
import id.rapor.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A table in the making: rows that name only the columns a test is about. */
public final class TestRows {
  private final Table table;
  private final List<Row> rows = new ArrayList<>();

  private TestRows(Table table) {
    this.table = table;
  }

  public static TestRows of(Table table) {
    return new TestRows(table);
  }

  /** Adds a row of fields and values in turn; what is not named is empty. */
  public TestRows row(Object... fieldsAndValues) {
    Map<Field, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      values.put((Field) fieldsAndValues[i], fieldsAndValues[i + 1]);
    }
    rows.add(RowFactory.create(table.fields().stream().map(values::get).toArray()));
    return this;
  }

  public Dataset<Row> dataset() {
    return TestSpark.session().createDataFrame(rows, table.schema());
  }
}
