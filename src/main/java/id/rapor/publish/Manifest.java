package id.rapor.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.rapor.settings.UserError;
import id.rapor.table.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What one edition was made of: the file {@code edition.json} in its folder.
 *
 * @param content hash of all that the edition says; the next edition is made when it changes
 * @param kind what the edition claims to be
 * @param asOf ISO 8601 in UTC
 * @param referenceHash hash of the reference tables; empty where it was not yet told
 * @param inputsHash hash of the content hashes of all input files
 */
record Manifest(
    String period,
    int edition,
    EditionKind kind,
    String content,
    String asOf,
    String fingerprint,
    String settingsHash,
    String referenceHash,
    String codeVersion,
    String inputsHash) {
  static final String NAME = "edition.json";

  private static final String PERIOD = "period";
  private static final String EDITION = "edition";
  private static final String KIND = "kind";
  private static final String CONTENT = "content";
  private static final String AS_OF = "as_of";
  private static final String FINGERPRINT = "fingerprint";
  private static final String SETTINGS_HASH = "settings_hash";
  private static final String REFERENCE_HASH = "reference_hash";
  private static final String CODE_VERSION = "code_version";
  private static final String INPUTS_HASH = "inputs_hash";
  private static final String INPUTS = "inputs";

  static Manifest of(Contents contents, int edition, EditionKind kind, String content)
      throws IOException {
    return new Manifest(
        contents.period().code(),
        edition,
        kind,
        content,
        contents.asOf().toString(),
        contents.fingerprint(),
        contents.settingsHash(),
        contents.referenceHash(),
        contents.codeVersion(),
        inputsHash(contents.files()));
  }

  private static String inputsHash(Dataset<Row> files) throws IOException {
    String hashes =
        files
            .select(id.rapor.table.Files.CONTENT_HASH.col())
            .distinct()
            .orderBy(id.rapor.table.Files.CONTENT_HASH.col())
            .collectAsList()
            .toString();
    return Hashes.of(List.of(), hashes);
  }

  /** Whether an edition of this content and kind need not be made anew. */
  boolean says(String otherContent, EditionKind otherKind) {
    return content.equals(otherContent) && (kind == otherKind || otherKind == EditionKind.REVISED);
  }

  /** What has changed, since {@code before}, of what the figures are made of: codes of labels. */
  List<String> changesSince(Manifest before) {
    List<String> changes = new ArrayList<>();
    if (!inputsHash.equals(before.inputsHash)) {
      changes.add("data");
    }
    if (!settingsHash.equals(before.settingsHash)) {
      changes.add("settings");
    }
    if (!before.referenceHash.isEmpty() && !referenceHash.equals(before.referenceHash)) {
      changes.add("reference");
    }
    if (!codeVersion.equals(before.codeVersion)) {
      changes.add("program");
    }
    return changes.isEmpty() ? List.of("other") : changes;
  }

  /** Writes it into {@code folder}, with the name and content hash of every input file. */
  void write(Path folder, Dataset<Row> files) throws IOException {
    JsonFile.write(
        folder.resolve(NAME),
        json -> {
          json.writeStringField(PERIOD, period);
          json.writeNumberField(EDITION, edition);
          json.writeStringField(KIND, kind.code());
          json.writeStringField(CONTENT, content);
          json.writeStringField(AS_OF, asOf);
          json.writeStringField(FINGERPRINT, fingerprint);
          json.writeStringField(SETTINGS_HASH, settingsHash);
          json.writeStringField(REFERENCE_HASH, referenceHash);
          json.writeStringField(CODE_VERSION, codeVersion);
          json.writeStringField(INPUTS_HASH, inputsHash);
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
          EditionKind.valueOf(
              found.getOrDefault(KIND, EditionKind.PROVISIONAL.code()).toUpperCase(Locale.ROOT)),
          need(found, CONTENT),
          need(found, AS_OF),
          need(found, FINGERPRINT),
          need(found, SETTINGS_HASH),
          found.getOrDefault(REFERENCE_HASH, ""),
          need(found, CODE_VERSION),
          found.getOrDefault(INPUTS_HASH, ""));
    } catch (IOException | IllegalArgumentException e) {
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
