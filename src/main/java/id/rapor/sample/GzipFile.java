package id.rapor.sample;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * One gzip file (RFC 1952, a single member without time or name) whose parts are compressed by
 * several threads and written in order. Parts are cut by size alone, so the bytes never depend on
 * the threads.
 */
final class GzipFile implements AutoCloseable {
  private static final int PART = 1 << 20;

  /** Parts that may wait to be written, so that memory is bounded. */
  private static final int WAITING = 4;

  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  private final OutputStream out;
  private final int level;
  private final Executor threads;
  private final CRC32 checksum = new CRC32();
  private final Deque<CompletableFuture<byte[]>> waiting = new ArrayDeque<>();
  private final Line part = new Line();
  private long length;

  /** Opens {@code file} for lines compressed at {@code level}, 1 to 9. */
  GzipFile(Path file, int level, Executor threads) throws IOException {
    Files.createDirectories(file.getParent());
    this.out = new BufferedOutputStream(Files.newOutputStream(file));
    this.level = level;
    this.threads = threads;
    out.write(HEADER);
  }

  void append(Line lines) throws IOException {
    part.append(lines);
    if (part.length() >= PART) {
      compress(false);
    }
  }

  void append(String text) throws IOException {
    Line line = new Line();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    line.bytes(bytes);
    append(line);
  }

  @Override
  public void close() throws IOException {
    try (OutputStream closing = out) {
      compress(true);
      while (!waiting.isEmpty()) {
        closing.write(waiting.remove().join());
      }
      writeInt(closing, checksum.getValue());
      writeInt(closing, length);
    }
  }

  private void compress(boolean isLast) throws IOException {
    byte[] raw = Arrays.copyOf(part.bytes(), part.length());
    part.clear();
    checksum.update(raw);
    length += raw.length;
    waiting.add(CompletableFuture.supplyAsync(() -> deflated(raw, isLast), threads));
    while (waiting.size() > WAITING || (!waiting.isEmpty() && waiting.peek().isDone())) {
      out.write(waiting.remove().join());
    }
  }

  /** One part of a deflate stream: ended, or flushed to a whole byte so that another may follow. */
  private byte[] deflated(byte[] raw, boolean isLast) {
    Deflater deflater = new Deflater(level, true);
    try {
      deflater.setInput(raw);
      if (isLast) {
        deflater.finish();
      }
      ByteArrayOutputStream packed = new ByteArrayOutputStream(raw.length / 4 + 64);
      byte[] buffer = new byte[1 << 16];
      int mode = isLast ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH;
      int count;
      do {
        count = deflater.deflate(buffer, 0, buffer.length, mode);
        packed.write(buffer, 0, count);
      } while (count == buffer.length);
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void writeInt(OutputStream out, long value) throws IOException {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write((int) (value >>> shift));
    }
  }
}
