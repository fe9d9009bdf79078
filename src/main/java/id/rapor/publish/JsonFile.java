package id.rapor.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import id.rapor.table.Field;
import id.rapor.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes one JSON object as a file: indented, with the same bytes on every system. */
final class JsonFile {
  private JsonFile() {}

  /** What fills the object. */
  @FunctionalInterface
  interface Filling {
    void fill(JsonGenerator json) throws IOException;
  }

  /** Writes the object that {@code filling} fills. */
  static void write(Path file, Filling filling) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(file))) {
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
      json.writeStartObject();
      filling.fill(json);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /** The names of the columns that tell the rows of {@code table} apart. */
  static void writeKey(JsonGenerator json, Table table) throws IOException {
    json.writeArrayFieldStart("primaryKey");
    for (Field key : table.key()) {
      json.writeString(key.name());
    }
    json.writeEndArray();
  }

  /** A text in Indonesian and in English, as JSON-LD has it. */
  static void writeBoth(JsonGenerator json, String name, String indonesian, String english)
      throws IOException {
    json.writeArrayFieldStart(name);
    writeTold(json, indonesian, "id");
    writeTold(json, english, "en");
    json.writeEndArray();
  }

  private static void writeTold(JsonGenerator json, String text, String language)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("@value", text);
    json.writeStringField("@language", language);
    json.writeEndObject();
  }
}
