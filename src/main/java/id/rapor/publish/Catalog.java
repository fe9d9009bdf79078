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

  /** The languages of the Publications Office of the European Union, by ISO 639-2. */
  private static final String LANGUAGES =
      "http://publications.europa.eu/resource/authority/language/";

  private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

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
    String subtitle = contents.settings().subtitle();
    if (subtitle.isBlank()) {
      JsonFile.writeBoth(
          json,
          "dct:description",
          told(contents, edition, Language.INDONESIAN),
          told(contents, edition, Language.ENGLISH));
    } else {
      json.writeStringField("dct:description", subtitle);
    }
    json.writeStringField("dct:identifier", code + "/" + edition);
    json.writeStringField("dcat:version", String.valueOf(edition));
    writeTyped(json, "dct:modified", contents.asOf().toString(), "xsd:dateTime");
    json.writeArrayFieldStart("dct:language");
    writeAddress(json, LANGUAGES + "IND");
    writeAddress(json, LANGUAGES + "ENG");
    json.writeEndArray();
    writeSpan(json, contents.period());
    json.writeArrayFieldStart("dcat:distribution");
    for (Table table : tables) {
      writeFile(json, table, ".csv", "text/csv");
      writeFile(json, table, ".parquet", "application/vnd.apache.parquet");
    }
    json.writeEndArray();
  }

  /** What an edition holds, for those who publish it without a subtitle. */
  static String told(Contents contents, int edition, Language language) {
    return Labels.of(language)
        .text(
            "edition_told",
            PeriodNames.words(contents.period().code(), language),
            String.valueOf(edition));
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
    json.writeFieldName("dcat:downloadURL");
    writeAddress(json, table.name() + ending);
    json.writeFieldName("dcat:mediaType");
    writeAddress(json, MEDIA_TYPES + type);
    json.writeEndObject();
  }

  private static void writeAddress(JsonGenerator json, String address) throws IOException {
    json.writeStartObject();
    json.writeStringField("@id", address);
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
