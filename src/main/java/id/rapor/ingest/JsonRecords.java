package id.rapor.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The records of a JSON file, in order: the objects of one array inside a document, or one object
 * after another (JSON lines). Records are streamed; of the document only what stands before the
 * array is at hand, so {@code /field} must come before it.
 */
final class JsonRecords implements Iterator<RawRecord> {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonParser parser;
  private final RecordText text;
  private final Layout layout;
  private final Pseudonyms pseudonyms;
  private final Map<String, String> document = new HashMap<>();
  private long line;
  private ObjectNode next;

  JsonRecords(Reader file, Layout layout, Pseudonyms pseudonyms) throws IOException {
    this.text = new RecordText(file);
    this.parser = MAPPER.createParser(text);
    this.layout = layout;
    this.pseudonyms = pseudonyms;
    if (!layout.records().isEmpty()) {
      enterArray();
    }
    advance();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public RawRecord next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    line++;
    text.begin();
    layout.identifiers().forEach(place -> mask(next, layout.columns().get(place)));
    String[] values = layout.columns().stream().map(this::value).toArray(String[]::new);
    layout.identifiers().stream()
        .filter(place -> isOfDocument(layout.columns().get(place)))
        .forEach(place -> values[place] = pseudonyms.of(values[place]));
    RawRecord record = new RawRecord(line, values, next.toString(), null);
    try {
      advance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return record;
  }

  private void enterArray() throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (name.equals(layout.records()) && token == JsonToken.START_ARRAY) {
        return;
      }
      if (token.isScalarValue()) {
        document.put("/" + name, parser.getValueAsString());
      }
      parser.skipChildren();
    }
    throw new IOException("it has no array " + layout.records());
  }

  private void advance() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null && !layout.records().isEmpty()) {
      throw new IOException("it ends inside the array " + layout.records());
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

  private String value(String column) {
    if (isOfDocument(column)) {
      return document.get(column);
    }
    JsonNode found = next;
    for (String name : column.split("\\.")) {
      found = found.path(name);
    }
    if (found.isMissingNode() || found.isNull()) {
      return null;
    }
    String text = found.isValueNode() ? found.asText().strip() : found.toString();
    return text.isEmpty() ? null : text;
  }

  private static boolean isOfDocument(String column) {
    return column.startsWith("/");
  }

  /** Hashes what {@code column} leads to, in whatever case its names are written. */
  private void mask(JsonNode record, String column) {
    if (record instanceof ArrayNode several) {
      several.forEach(one -> mask(one, column));
    } else if (record instanceof ObjectNode fields) {
      int dot = column.indexOf('.');
      named(fields, column).forEach(name -> hash(fields, name));
      if (dot > 0) {
        named(fields, column.substring(0, dot))
            .forEach(name -> mask(fields.get(name), column.substring(dot + 1)));
      }
    }
  }

  private void hash(ObjectNode fields, String name) {
    fields.put(name, pseudonyms.of(fields.get(name).asText()));
  }

  private static List<String> named(ObjectNode fields, String name) {
    List<String> found = new ArrayList<>();
    fields.fieldNames().forEachRemaining(any -> add(found, any, name));
    return found;
  }

  private static void add(List<String> found, String any, String name) {
    if (any.equalsIgnoreCase(name)) {
      found.add(any);
    }
  }
}
