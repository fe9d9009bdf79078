package id.rapor.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import id.rapor.table.Field;
import id.rapor.table.Table;
import id.rapor.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.types.DataType;

/**
 * The file {@code datapackage.json} of an edition, which tells programs what its CSV files hold:
 * every column with its type and its meaning in both languages (Frictionless Data Package, version
 * 1).
 */
final class DataPackage {
  static final String NAME = "datapackage.json";

  /** What Frictionless calls the types; a list stands as text, joined by {@code ;}. */
  private static final Map<DataType, String> TYPES =
      Map.of(
          Field.TEXT, "string",
          Field.WHOLE, "integer",
          Field.REAL, "number",
          Field.MONEY, "number",
          Field.QUANTITY, "number",
          Field.TRUTH, "boolean",
          Field.TIME, "datetime",
          Field.DAY, "date",
          Field.TEXTS, "string");

  private DataPackage() {}

  /** Writes it into {@code folder}, about {@code tables} that lie there as CSV. */
  static void write(Contents contents, int edition, List<Table> tables, Path folder)
      throws IOException {
    JsonFile.write(folder.resolve(NAME), json -> fill(json, contents, edition, tables));
  }

  private static void fill(JsonGenerator json, Contents contents, int edition, List<Table> tables)
      throws IOException {
    json.writeStringField("profile", "tabular-data-package");
    json.writeStringField("name", "rapor-" + contents.period().code().toLowerCase(Locale.ROOT));
    json.writeStringField("title", contents.settings().title());
    String subtitle = contents.settings().subtitle();
    json.writeStringField(
        "description",
        subtitle.isBlank() ? Catalog.told(contents, edition, Language.ENGLISH) : subtitle);
    json.writeStringField("version", String.valueOf(edition));
    json.writeStringField("created", contents.asOf().toString());
    json.writeArrayFieldStart("resources");
    for (Table table : tables) {
      writeTable(json, table);
    }
    json.writeEndArray();
  }

  private static void writeTable(JsonGenerator json, Table table) throws IOException {
    json.writeStartObject();
    json.writeStringField("profile", "tabular-data-resource");
    json.writeStringField("name", table.name().replace('_', '-'));
    json.writeStringField("path", table.name() + ".csv");
    json.writeStringField("description", "One row is " + table.row() + ".");
    json.writeStringField("format", "csv");
    json.writeStringField("mediatype", "text/csv");
    json.writeStringField("encoding", "utf-8");
    json.writeObjectFieldStart("schema");
    json.writeArrayFieldStart("fields");
    for (Field field : table.fields()) {
      writeField(json, table, field);
    }
    json.writeEndArray();
    JsonFile.writeKey(json, table);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeField(JsonGenerator json, Table table, Field field) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", field.name());
    json.writeStringField("type", TYPES.get(field.type()));
    json.writeStringField("description", field.meaning());
    json.writeStringField("description_id", Meanings.of(table, field));
    if (field.isRequired()) {
      json.writeObjectFieldStart("constraints");
      json.writeBooleanField("required", true);
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
