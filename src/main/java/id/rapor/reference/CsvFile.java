package id.rapor.reference;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import id.rapor.settings.Problems;
import id.rapor.table.Field;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads one reference file: CSV in UTF-8 with or without a byte order mark, with a header line,
 * quoted by double quotes, and delimited by comma, semicolon or tab, whichever the header has most
 * of.
 */
final class CsvFile {
  private static final char NONE = '\0';
  private static final int MOST_COLUMNS = 4096;
  private static final String DELIMITERS = ",;\t";

  private CsvFile() {}

  /**
   * The lines of a file in order, blank ones left out.
   *
   * @param required columns without which no line can be read; if one is absent, that is told and
   *     no line is given
   * @param header hears the names of the columns
   */
  static List<CsvLine> read(
      String file,
      byte[] bytes,
      List<Field> required,
      Problems problems,
      Consumer<List<String>> header) {
    Optional<String> text = decoded(file, bytes, problems);
    if (text.isEmpty()) {
      return List.of();
    }
    CsvParser parser = parser(text.get());
    String[] first = parser.parseNext();
    if (first == null) {
      problems.add(file, 1, "the file is empty, expected a header line");
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (String name : first) {
      names.add(name == null ? "" : name.strip().toLowerCase(Locale.ROOT));
    }
    header.accept(names);
    return headerIsSound(file, names, required, problems)
        ? lines(file, parser, names, problems)
        : List.of();
  }

  private static List<CsvLine> lines(
      String file, CsvParser parser, List<String> names, Problems problems) {
    List<CsvLine> lines = new ArrayList<>();
    for (String[] cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
      Map<String, String> byName = byName(names, cells);
      CsvLine line = new CsvLine(file, parser.getContext().currentLine(), byName, problems);
      if (isTooLong(names, cells)) {
        line.problem(
            cells.length + " cells, expected at most " + names.size() + " as in the header line");
      } else if (!byName.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static Map<String, String> byName(List<String> names, String[] cells) {
    Map<String, String> byName = new HashMap<>();
    for (int i = 0; i < Math.min(cells.length, names.size()); i++) {
      if (cells[i] != null && !cells[i].isBlank()) {
        byName.put(names.get(i), cells[i].strip());
      }
    }
    return byName;
  }

  private static boolean isTooLong(List<String> names, String[] cells) {
    for (int i = names.size(); i < cells.length; i++) {
      if (cells[i] != null && !cells[i].isBlank()) {
        return true;
      }
    }
    return false;
  }

  private static boolean headerIsSound(
      String file, List<String> names, List<Field> required, Problems problems) {
    boolean sound = true;
    for (Field field : required) {
      if (!names.contains(field.name())) {
        problems.add(
            file, 1, "column " + field.name() + " is missing, the file has " + listed(names));
        sound = false;
      }
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    names.forEach(name -> counts.merge(name, 1, Integer::sum));
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (count.getValue() > 1 && !count.getKey().isEmpty()) {
        problems.add(
            file, 1, "column " + count.getKey() + " stands twice, expected each column once");
        sound = false;
      }
    }
    return sound;
  }

  private static String listed(List<String> names) {
    return String.join(", ", names);
  }

  private static CsvParser parser(String text) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(delimiter(text));
    settings.getFormat().setComment(NONE);
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setSkipEmptyLines(true);
    settings.setMaxColumns(MOST_COLUMNS);
    settings.setMaxCharsPerColumn(-1);
    CsvParser parser = new CsvParser(settings);
    parser.beginParsing(new StringReader(text));
    return parser;
  }

  private static char delimiter(String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = DELIMITERS.charAt(0);
    for (int i = 1; i < DELIMITERS.length(); i++) {
      if (count(header, DELIMITERS.charAt(i)) > count(header, best)) {
        best = DELIMITERS.charAt(i);
      }
    }
    return best;
  }

  private static long count(String text, char sought) {
    return text.chars().filter(each -> each == sought).count();
  }

  private static Optional<String> decoded(String file, byte[] bytes, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      long line = 1 + count(text.toString(), '\n');
      problems.add(file, line, "the text is not UTF-8; save the file as UTF-8");
      return Optional.empty();
    }
    String whole = text.toString();
    // The parser counts a line only when it has seen its end.
    return Optional.of((whole.startsWith("\uFEFF") ? whole.substring(1) : whole) + "\n");
  }
}
