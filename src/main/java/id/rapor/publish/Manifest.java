package id.rapor.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.rapor.settings.UserError;
import id.rapor.table.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What one edition was made of: the file {@code edition.json} in its folder.
 *
 * @param content hash of all that the edition says; the next edition is made when it changes
 * @param asOf ISO 8601 in UTC
 */
record Manifest(
    String period,
    int edition,
    String content,
    String asOf,
    String fingerprint,
    String settingsHash,
    String codeVersion) {
  static final String NAME = "edition.json";

  private static final String PERIOD = "period";
  private static final String EDITION = "edition";
  private static final String CONTENT = "content";
  private static final String AS_OF = "as_of";
  private static final String FINGERPRINT = "fingerprint";
  private static final String SETTINGS_HASH = "settings_hash";
  private static final String CODE_VERSION = "code_version";
  private static final String INPUTS = "inputs";

  static Manifest of(Contents contents, int edition, String content) {
    return new Manifest(
        contents.period().code(),
        edition,
        content,
        contents.asOf().toString(),
        contents.fingerprint(),
        contents.settingsHash(),
        contents.codeVersion());
  }

  /** Writes it into {@code folder}, with the name and content hash of every input file. */
  void write(Path folder, Dataset<Row> files) throws IOException {
    JsonFile.write(
        folder.resolve(NAME),
        json -> {
          json.writeStringField(PERIOD, period);
          json.writeNumberField(EDITION, edition);
          json.writeStringField(CONTENT, content);
          json.writeStringField(AS_OF, asOf);
          json.writeStringField(FINGERPRINT, fingerprint);
          json.writeStringField(SETTINGS_HASH, settingsHash);
          json.writeStringField(CODE_VERSION, codeVersion);
          writeInputs(json, files);
        });
  }

  private static void writeInputs(JsonGenerator json, Dataset<Row> files) throws IOException {
    Iterator<Row> inputs =
        files
            .select(
                Provenance.SOURCE.col(),
                Provenance.FILE.col(),
                id.rapor.table.Files.CONTENT_HASH.col())
            .distinct()
            .orderBy(
                Provenance.SOURCE.col(),
                Provenance.FILE.col(),
                id.rapor.table.Files.CONTENT_HASH.col())
            .toLocalIterator();
    json.writeArrayFieldStart(INPUTS);
    while (inputs.hasNext()) {
      Row input = inputs.next();
      json.writeStartObject();
      for (int at = 0; at < input.length(); at++) {
        json.writeStringField(input.schema().fieldNames()[at], input.getString(at));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * The manifest in {@code folder}; its long list of inputs, which comes last, is not read.
   *
   * @throws UserError if it is missing or broken
   */
  static Manifest read(Path folder) {
    Path file = folder.resolve(NAME);
    Map<String, String> found = new HashMap<>();
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME && !json.currentName().equals(INPUTS)) {
        String key = json.currentName();
        json.nextToken();
        found.put(key, json.getText());
      }
      return new Manifest(
          need(found, PERIOD),
          Integer.parseInt(need(found, EDITION)),
          need(found, CONTENT),
          need(found, AS_OF),
          need(found, FINGERPRINT),
          need(found, SETTINGS_HASH),
          need(found, CODE_VERSION));
    } catch (IOException | NumberFormatException e) {
      throw broken(file, e);
    }
  }

  private static String need(Map<String, String> found, String key) throws IOException {
    String value = found.get(key);
    if (value == null) {
      throw new IOException(key + " is missing");
    }
    return value;
  }

  private static UserError broken(Path file, Exception cause) {
    return new UserError(
        "Cannot read the edition: "
            + file
            + " is missing or broken ("
            + cause.getMessage()
            + "), expected the file as it was published; restore the edition's folder or move it"
            + " away.",
        cause);
  }
}
