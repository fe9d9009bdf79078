package id.rapor.publish;

import id.rapor.table.Field;
import id.rapor.table.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.spark.sql.Row;

/** Hands the values of a table's rows to a Parquet file. */
final class ParquetRows extends WriteSupport<Row> {
  /** Under this key Spark looks for a schema with comments. */
  private static final String SPARK_SCHEMA = "org.apache.spark.sql.parquet.row.metadata";

  /** The names of the inner levels of a list (Parquet format, LogicalTypes). */
  private static final String LIST = "list";

  private static final String ELEMENT = "element";

  private final Table table;
  private RecordConsumer out;

  ParquetRows(Table table) {
    this.table = table;
  }

  @Override
  @SuppressWarnings("deprecation") // the library keeps it abstract
  public WriteContext init(Configuration configuration) {
    return context();
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return context();
  }

  private WriteContext context() {
    return new WriteContext(ParquetFile.schema(table), Map.of(SPARK_SCHEMA, table.schema().json()));
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    out = consumer;
  }

  @Override
  public void write(Row row) {
    out.startMessage();
    List<Field> fields = table.fields();
    for (int at = 0; at < fields.size(); at++) {
      if (!row.isNullAt(at)) {
        out.startField(fields.get(at).name(), at);
        if (fields.get(at).type().equals(Field.TEXTS)) {
          writeList(row.getList(at));
        } else {
          writeValue(row.get(at));
        }
        out.endField(fields.get(at).name(), at);
      }
    }
    out.endMessage();
  }

  private void writeList(List<String> texts) {
    out.startGroup();
    if (!texts.isEmpty()) {
      out.startField(LIST, 0);
      for (String text : texts) {
        out.startGroup();
        out.startField(ELEMENT, 0);
        out.addBinary(Binary.fromString(text));
        out.endField(ELEMENT, 0);
        out.endGroup();
      }
      out.endField(LIST, 0);
    }
    out.endGroup();
  }

  private void writeValue(Object value) {
    if (value instanceof String text) {
      out.addBinary(Binary.fromString(text));
    } else if (value instanceof Long number) {
      out.addLong(number);
    } else if (value instanceof Integer number) {
      out.addInteger(number);
    } else if (value instanceof Double number) {
      out.addDouble(number);
    } else if (value instanceof Boolean truth) {
      out.addBoolean(truth);
    } else if (value instanceof BigDecimal number) {
      // Spark gives every decimal at its column's scale.
      out.addLong(number.unscaledValue().longValueExact());
    } else {
      throw new IllegalArgumentException("Cannot write Parquet: " + value.getClass());
    }
  }
}
