package id.rapor.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.regex.Pattern;

/**
 * The records of a file of JSON lines, in order. Blank lines are no records; a line that is not one
 * object is given as its text, so that it is refused alone.
 */
final class JsonLines extends Ahead<JsonNode> {
  private static final ObjectReader READER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).reader();

  /** An array, or an object that is spread over lines. */
  private static final Pattern DOCUMENT = Pattern.compile("\\s*(\\[|\\{[ \\t]*[\\r\\n])");

  /** So far the beginning is looked at to tell a document from lines. */
  private static final int BEGINNING = 1 << 10;

  private final RecordText text;
  private final BufferedReader lines;

  JsonLines(Reader file) throws IOException {
    text = new RecordText(file);
    lines = new BufferedReader(text);
    advance();
  }

  /** Whether {@code file} holds lines, not a document; it is left where it stands. */
  static boolean begin(BufferedReader file) throws IOException {
    char[] letters = new char[BEGINNING];
    file.mark(BEGINNING);
    int read = file.read(letters);
    file.reset();
    return !DOCUMENT.matcher(new String(letters, 0, Math.max(0, read))).lookingAt();
  }

  @Override
  JsonNode read() throws IOException {
    text.begin();
    String line = lines.readLine();
    while (line != null && line.isBlank()) {
      line = lines.readLine();
    }
    return line == null ? null : node(line);
  }

  private static JsonNode node(String line) {
    try {
      JsonNode node = READER.readTree(line);
      return node.isObject() ? node : TextNode.valueOf(line);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(line);
    }
  }
}
