package id.rapor.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The objects of a JSON file, in order: those of one array inside a document, or one after another
 * (JSON lines). They are streamed; of the document only what stands before the array is at hand, so
 * {@code /field} must come before it.
 */
final class JsonNodes implements Iterator<ObjectNode> {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonParser parser;
  private final RecordText text;
  private final String array;
  private final Map<String, String> document = new HashMap<>();
  private long line;
  private ObjectNode next;

  /**
   * The objects in {@code file}.
   *
   * @param array name of the array in the document; empty for JSON lines
   */
  JsonNodes(Reader file, String array) throws IOException {
    this.text = new RecordText(file);
    this.parser = MAPPER.createParser(text);
    this.array = array;
    if (!array.isEmpty()) {
      enterArray();
    }
    advance();
  }

  /** What stands in the document before the array, by name with a {@code /} before it. */
  Map<String, String> document() {
    return document;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public ObjectNode next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    ObjectNode node = next;
    line++;
    text.begin();
    try {
      advance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return node;
  }

  private void enterArray() throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (name.equals(array) && token == JsonToken.START_ARRAY) {
        return;
      }
      if (token.isScalarValue()) {
        document.put("/" + name, parser.getValueAsString());
      }
      parser.skipChildren();
    }
    throw new IOException("it has no array " + array);
  }

  private void advance() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null && !array.isEmpty()) {
      throw new IOException("it ends inside the array " + array);
    }
    if (token == null || token == JsonToken.END_ARRAY) {
      next = null;
      return;
    }
    if (token != JsonToken.START_OBJECT) {
      throw new IOException("record " + (line + 1) + " is no JSON object");
    }
    next = MAPPER.readTree(parser);
  }
}
