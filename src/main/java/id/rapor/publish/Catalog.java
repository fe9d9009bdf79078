package id.rapor.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import id.rapor.settings.Period;
import id.rapor.table.Table;
import id.rapor.text.Language;
import id.rapor.text.PeriodNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The file {@code dcat.jsonld} of an edition, by which a portal of open data can list it (W3C, Data
 * Catalog Vocabulary 3, 2024). All addresses are relative to the edition's folder.
 */
final class Catalog {
  static final String NAME = "dcat.jsonld";

  private Catalog() {}

  /** Writes it into {@code folder}, about {@code tables} that lie there as CSV and Parquet. */
  static void write(Contents contents, int edition, List<Table> tables, Path folder)
      throws IOException {
    JsonFile.write(folder.resolve(NAME), json -> fill(json, contents, edition, tables));
  }

  private static void fill(JsonGenerator json, Contents contents, int edition, List<Table> tables)
      throws IOException {
    json.writeObjectFieldStart("@context");
    json.writeStringField("dcat", "http://www.w3.org/ns/dcat#");
    json.writeStringField("dct", "http://purl.org/dc/terms/");
    json.writeStringField("xsd", "http://www.w3.org/2001/XMLSchema#");
    json.writeEndObject();
    json.writeStringField("@id", "./");
    json.writeStringField("@type", "dcat:Dataset");
    String code = contents.period().code();
    String title = contents.settings().title() + ", ";
    JsonFile.writeBoth(
        json,
        "dct:title",
        title + PeriodNames.words(code, Language.INDONESIAN),
        title + PeriodNames.words(code, Language.ENGLISH));
    json.writeStringField("dct:description", contents.settings().subtitle());
    json.writeStringField("dct:identifier", code + "/" + edition);
    json.writeStringField("dcat:version", String.valueOf(edition));
    writeTyped(json, "dct:modified", contents.asOf().toString(), "xsd:dateTime");
    json.writeArrayFieldStart("dct:language");
    json.writeString("id");
    json.writeString("en");
    json.writeEndArray();
    writeSpan(json, contents.period());
    json.writeArrayFieldStart("dcat:distribution");
    for (Table table : tables) {
      writeFile(json, table, ".csv", "text/csv");
      writeFile(json, table, ".parquet", "application/vnd.apache.parquet");
    }
    json.writeEndArray();
  }

  private static void writeSpan(JsonGenerator json, Period period) throws IOException {
    json.writeObjectFieldStart("dct:temporal");
    json.writeStringField("@type", "dct:PeriodOfTime");
    writeTyped(json, "dcat:startDate", period.first().atDay(1).toString(), "xsd:date");
    writeTyped(json, "dcat:endDate", period.last().atEndOfMonth().toString(), "xsd:date");
    json.writeEndObject();
  }

  private static void writeFile(JsonGenerator json, Table table, String ending, String type)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("@type", "dcat:Distribution");
    JsonFile.writeBoth(json, "dct:title", Meanings.row(table), table.row());
    json.writeObjectFieldStart("dcat:downloadURL");
    json.writeStringField("@id", table.name() + ending);
    json.writeEndObject();
    json.writeStringField("dcat:mediaType", type);
    json.writeEndObject();
  }

  private static void writeTyped(JsonGenerator json, String name, String value, String type)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("@value", value);
    json.writeStringField("@type", type);
    json.writeEndObject();
  }
}
