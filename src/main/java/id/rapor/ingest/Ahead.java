package id.rapor.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** What a file holds, in order, read one ahead so that its end is known. */
abstract class Ahead<T> implements Iterator<T> {
  private T next;

  /** The next one; null at the end, after which it is not called again. */
  abstract T read() throws IOException;

  /** Reads ahead; a constructor calls it once, at its end. */
  final void advance() throws IOException {
    next = read();
  }

  @Override
  public final boolean hasNext() {
    return next != null;
  }

  @Override
  public final T next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    T read = next;
    try {
      advance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }
}
