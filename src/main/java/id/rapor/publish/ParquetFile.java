package id.rapor.publish;

import id.rapor.table.Field;
import id.rapor.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;

/**
 * A table as one Parquet file with typed columns, made by one writer in one pass: the same rows
 * give the same bytes. Compressed with Zstandard; each column's meaning stands in the file's
 * schema, as Spark reads it.
 */
final class ParquetFile {
  /** Small enough to hold in memory beside everything else, large enough to scan fast. */
  private static final long ROW_GROUP_BYTES = 32L * 1024 * 1024;

  /** Decimals up to so many digits fit a 64-bit number. */
  private static final int LONG_DIGITS = 18;

  private ParquetFile() {}

  /** Writes rows whose times are microseconds and whose days are day numbers since 1970. */
  static void write(Iterator<Row> rows, Table table, Path to) throws IOException {
    Builder builder =
        new Builder(new LocalOutputFile(to), table)
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES);
    try (ParquetWriter<Row> out = builder.build()) {
      while (rows.hasNext()) {
        out.write(rows.next());
      }
    }
    ParquetFooter.settle(to);
  }

  /** The Parquet schema of a table. */
  static MessageType schema(Table table) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    table.fields().forEach(field -> schema.addField(column(field)));
    return schema.named(table.name());
  }

  private static Type column(Field field) {
    DataType type = field.type();
    if (type.equals(Field.TEXTS)) {
      return Types.optionalList()
          .requiredElement(PrimitiveTypeName.BINARY)
          .as(LogicalTypeAnnotation.stringType())
          .named(field.name());
    }
    PrimitiveTypeName stored = stored(type);
    return Types.optional(stored).as(meant(type)).named(field.name());
  }

  private static PrimitiveTypeName stored(DataType type) {
    if (type.equals(Field.TEXT)) {
      return PrimitiveTypeName.BINARY;
    }
    if (type.equals(Field.REAL)) {
      return PrimitiveTypeName.DOUBLE;
    }
    if (type.equals(Field.TRUTH)) {
      return PrimitiveTypeName.BOOLEAN;
    }
    if (type.equals(Field.DAY)) {
      return PrimitiveTypeName.INT32;
    }
    if (type.equals(Field.WHOLE)
        || type.equals(Field.TIME)
        || (type instanceof DecimalType decimal && decimal.precision() <= LONG_DIGITS)) {
      return PrimitiveTypeName.INT64;
    }
    throw new IllegalArgumentException("Cannot write Parquet: no way is known to store " + type);
  }

  /** What the stored number or bytes mean; null where they mean themselves. */
  private static LogicalTypeAnnotation meant(DataType type) {
    if (type.equals(Field.TEXT)) {
      return LogicalTypeAnnotation.stringType();
    }
    if (type.equals(Field.DAY)) {
      return LogicalTypeAnnotation.dateType();
    }
    if (type.equals(Field.TIME)) {
      return LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS);
    }
    return type instanceof DecimalType decimal
        ? LogicalTypeAnnotation.decimalType(decimal.scale(), decimal.precision())
        : null;
  }

  /** The library's way to a writer of one's own rows. */
  private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
    private final Table table;

    Builder(OutputFile file, Table table) {
      super(file);
      this.table = table;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // the library keeps it abstract
    protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
      return new ParquetRows(table);
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration configuration) {
      return new ParquetRows(table);
    }
  }
}
