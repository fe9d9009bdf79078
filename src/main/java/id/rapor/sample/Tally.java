package id.rapor.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One plain file that counts its rows, the header not counted. */
final class Tally implements AutoCloseable {
  private final OutputStream out;
  private long rows = -1;

  /** Opens {@code file} with {@code first}: the header and perhaps rows. */
  Tally(Path file, Line first) throws IOException {
    this.out = new BufferedOutputStream(Files.newOutputStream(file));
    append(first);
  }

  void append(Line lines) throws IOException {
    lines.writeTo(out);
    for (int i = 0; i < lines.length(); i++) {
      if (lines.bytes()[i] == '\n') {
        rows++;
      }
    }
  }

  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
