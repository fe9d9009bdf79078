package id.rapor.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import id.rapor.table.Field;
import id.rapor.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.types.DataType;

/**
 * The file {@code <table>.csv-metadata.json} beside a table's CSV, which tells programs the type
 * and the meaning of each column (W3C, Metadata Vocabulary for Tabular Data, 2015).
 */
final class CsvMetadata {
  private static final Map<DataType, String> TYPES =
      Map.of(
          Field.TEXT, "string",
          Field.WHOLE, "integer",
          Field.REAL, "double",
          Field.MONEY, "decimal",
          Field.QUANTITY, "decimal",
          Field.TRUTH, "boolean",
          Field.TIME, "dateTime",
          Field.DAY, "date",
          Field.TEXTS, "string");

  private CsvMetadata() {}

  /** Writes it into {@code folder}, where the CSV lies. */
  static void write(Table table, Path folder) throws IOException {
    String csv = table.name() + ".csv";
    JsonFile.write(folder.resolve(csv + "-metadata.json"), json -> fill(json, table, csv));
  }

  private static void fill(JsonGenerator json, Table table, String csv) throws IOException {
    json.writeStringField("@context", "http://www.w3.org/ns/csvw");
    json.writeStringField("url", csv);
    JsonFile.writeBoth(json, "dc:description", Meanings.row(table), table.row());
    json.writeObjectFieldStart("dialect");
    json.writeStringField("encoding", "utf-8");
    json.writeStringField("lineTerminators", "\n");
    json.writeEndObject();
    json.writeObjectFieldStart("tableSchema");
    json.writeArrayFieldStart("columns");
    for (Field field : table.fields()) {
      writeColumn(json, table, field);
    }
    json.writeEndArray();
    JsonFile.writeKey(json, table);
    json.writeEndObject();
  }

  private static void writeColumn(JsonGenerator json, Table table, Field field) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", field.name());
    json.writeStringField("titles", field.name());
    json.writeStringField("datatype", TYPES.get(field.type()));
    if (field.type().equals(Field.TEXTS)) {
      json.writeStringField("separator", ";");
    }
    if (field.isRequired()) {
      json.writeBooleanField("required", true);
    }
    JsonFile.writeBoth(json, "dc:description", Meanings.of(table, field), field.meaning());
    json.writeEndObject();
  }
}
