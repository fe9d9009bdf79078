package id.rapor.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.Util;

/**
 * The end of a Parquet file, which describes its contents. The library lists the encodings of a
 * column in the order of a hash set of constants, which differs from one process to the next.
 */
final class ParquetFooter {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int TAIL = Integer.BYTES + MAGIC.length;

  private ParquetFooter() {}

  /** Writes the footer anew with the encodings in the format's own order. */
  static void settle(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      int length = read(channel, channel.size() - TAIL, Integer.BYTES).getInt();
      long begin = channel.size() - TAIL - length;
      FileMetaData footer =
          Util.readFileMetaData(new ByteArrayInputStream(read(channel, begin, length).array()));
      footer
          .getRow_groups()
          .forEach(group -> group.getColumns().forEach(one -> settle(one.getMeta_data())));
      channel.truncate(begin);
      channel.write(written(footer), begin);
    }
  }

  private static void settle(ColumnMetaData column) {
    column.getEncodings().sort(Comparator.comparingInt(Encoding::getValue));
    List<PageEncodingStats> pages = column.getEncoding_stats();
    if (pages != null) {
      pages.sort(Comparator.naturalOrder());
    }
  }

  private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("the Parquet file ends within its footer");
      }
    }
    return bytes.flip();
  }

  private static ByteBuffer written(FileMetaData footer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, bytes);
    return ByteBuffer.allocate(bytes.size() + TAIL)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(bytes.toByteArray())
        .putInt(bytes.size())
        .put(MAGIC)
        .flip();
  }
}
