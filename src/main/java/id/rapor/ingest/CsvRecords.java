package id.rapor.ingest;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.Reader;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The records of a CSV file, in order. Blank lines are no records; blanks around a value do not
 * count, inside quotes or out of them; a record with more or fewer values than columns is
 * malformed.
 */
final class CsvRecords implements Iterator<RawRecord> {
  /** A longer value is taken for a quote that was never closed: reading it would eat the file. */
  static final int LONGEST_VALUE = 1 << 20;

  private static final int MOST_COLUMNS = 4096;

  /** A parser sets room aside for the longest value, which many small files would feel. */
  private static final int LONGEST_NAME = 1 << 14;

  private static final int BUFFER = 1 << 14;

  private final CsvParser parser;
  private final RecordText text;
  private final Pseudonyms pseudonyms;
  private final int columns;
  private long line;
  private String[] next;

  CsvRecords(Reader file, Layout layout, Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
    parser = parser(layout.csv(), LONGEST_VALUE);
    text = new RecordText(file);
    columns = layout.columns().size();
    parser.beginParsing(text);
    next = parser.parseNext();
    if (layout.csv().headerLine() && next != null) {
      next = parser.parseNext();
    }
  }

  /** The names in the header line; empty if the file has no line at all. */
  static String[] header(Reader text, Layout.CsvForm csv) {
    CsvParser parser = parser(csv, LONGEST_NAME);
    parser.beginParsing(new RecordText(text));
    String[] names = parser.parseNext();
    parser.stopParsing();
    return names == null ? new String[0] : stripped(names);
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
    String[] values = next;
    line++;
    text.begin();
    next = parser.parseNext();
    return values.length == columns
        ? new RawRecord(line, stripped(values), null, null)
        : new RawRecord(line, new String[columns], null, pseudonyms.ofLine(values));
  }

  /** Without the blanks that quotes kept; what is blank is empty. */
  private static String[] stripped(String[] values) {
    for (int i = 0; i < values.length; i++) {
      String value = values[i] == null ? "" : values[i].strip();
      values[i] = value.isEmpty() ? null : value;
    }
    return values;
  }

  private static CsvParser parser(Layout.CsvForm csv, int longest) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(csv.delimiter());
    settings.getFormat().setQuote(csv.quote());
    settings.getFormat().setQuoteEscape(csv.escape());
    settings.setCommentProcessingEnabled(false);
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setSkipEmptyLines(true);
    settings.setIgnoreLeadingWhitespaces(true);
    settings.setIgnoreTrailingWhitespaces(true);
    settings.setMaxCharsPerColumn(longest);
    settings.setInputBufferSize(BUFFER);
    settings.setMaxColumns(MOST_COLUMNS);
    settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.STOP_AT_DELIMITER);
    settings.setReadInputOnSeparateThread(false);
    return new CsvParser(settings);
  }

  /** What to tell of a file that cannot be parsed on. */
  static String reason(TextParsingException e) {
    return "near record "
        + e.getRecordNumber()
        + " a value is longer than "
        + LONGEST_VALUE
        + " characters or a line has more than "
        + MOST_COLUMNS
        + " values, which a quote that is never closed does";
  }
}
