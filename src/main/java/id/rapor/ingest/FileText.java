package id.rapor.ingest;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Opens a file as text: unpacks gzip and zstd by the file's ending, and skips a byte order mark.
 */
final class FileText {
  private static final int BUFFER = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private FileText() {}

  static BufferedReader open(Path path, String encoding) throws IOException {
    BufferedReader text =
        new BufferedReader(
            new InputStreamReader(unpacked(path), Charset.forName(encoding)), BUFFER);
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  /** The file's name without the ending that tells how it is packed. */
  static String plainName(String name) {
    return name.endsWith(".gz") || name.endsWith(".zst")
        ? name.substring(0, name.lastIndexOf('.'))
        : name;
  }

  /** Its bytes, unpacked. */
  static InputStream unpacked(Path path) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    String name = path.getFileName().toString();
    if (name.endsWith(".gz")) {
      return new GZIPInputStream(bytes, BUFFER);
    }
    return name.endsWith(".zst") ? new ZstdInputStream(bytes) : bytes;
  }
}
