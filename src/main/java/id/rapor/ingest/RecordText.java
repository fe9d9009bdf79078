package id.rapor.ingest;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text that is read record by record, each of a bounded length: a line without an end, or a packed
 * file that unpacks to blanks without an end, is told instead of filling the memory.
 */
final class RecordText extends FilterReader {
  /** What a parser reads ahead is part of it; no real record is a hundredth as long. */
  static final long LONGEST_RECORD = 1L << 24;

  private long length;
  private long begun;

  RecordText(Reader text) {
    super(text);
  }

  /** The next record begins. */
  void begin() {
    length = 0;
    begun++;
  }

  @Override
  public int read() throws IOException {
    int letter = super.read();
    count(letter < 0 ? 0 : 1);
    return letter;
  }

  @Override
  public int read(char[] letters, int from, int most) throws IOException {
    int read = super.read(letters, from, most);
    count(Math.max(0, read));
    return read;
  }

  private void count(int more) throws IOException {
    length += more;
    if (length > LONGEST_RECORD) {
      throw new IOException(
          "no record ends in the "
              + LONGEST_RECORD
              + " characters after record "
              + (begun - 1)
              + ", as where a line or a bracket is never closed");
    }
  }
}
