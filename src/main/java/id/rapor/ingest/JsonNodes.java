package id.rapor.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;

/**
 * The records of a JSON document, in order: those of one array, or objects one after another. They
 * are streamed; of the document only what stands before the array is at hand, so {@code /field}
 * must come before it. What is no object is given as it is, so that it is refused alone.
 */
final class JsonNodes extends Ahead<JsonNode> {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonParser parser;
  private final RecordText text;
  private final Map<String, String> document = new HashMap<>();

  /** Where the first record begins, until it is read. */
  private JsonToken first;

  /**
   * The records in {@code file}.
   *
   * @param array name of the array in the document, with dots where objects lead to it; empty where
   *     the document is itself an array, or objects one after another
   */
  JsonNodes(Reader file, String array) throws IOException {
    this.text = new RecordText(file);
    this.parser = MAPPER.createParser(text);
    first = parser.nextToken();
    if (!array.isEmpty() && !(first == JsonToken.START_OBJECT && enter(array, "/"))) {
      throw new IOException("it has no array " + array);
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      first = parser.nextToken();
    }
    advance();
  }

  /** What stands in the document before the array, by name with a {@code /} before it. */
  Map<String, String> document() {
    return document;
  }

  /**
   * Goes from the beginning of an object into the array that {@code path} leads to.
   *
   * @param before what leads to the object
   * @return whether there is one; else the object is behind
   */
  private boolean enter(String path, String before) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (name.equals(path) && token == JsonToken.START_ARRAY) {
        return true;
      }
      if (token == JsonToken.START_OBJECT && path.startsWith(name + ".")) {
        if (enter(path.substring(name.length() + 1), before + name + ".")) {
          return true;
        }
      } else if (token.isScalarValue()) {
        document.put(before + name, parser.getValueAsString());
      } else {
        parser.skipChildren();
      }
    }
    return false;
  }

  @Override
  JsonNode read() throws IOException {
    text.begin();
    JsonToken token = first == null ? parser.nextToken() : first;
    first = null;
    if (token != null && token != JsonToken.END_ARRAY) {
      return MAPPER.readTree(parser);
    }
    boolean whole = token != null && parser.getParsingContext().inRoot();
    if (whole && parser.nextToken() != null) {
      throw new IOException("something stands behind its array");
    }
    return null;
  }
}
