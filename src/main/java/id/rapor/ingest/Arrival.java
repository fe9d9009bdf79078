package id.rapor.ingest;

import id.rapor.settings.Source;
import id.rapor.table.Feed;
import java.nio.file.Path;
import java.time.Instant;

/**
 * One file that has not been taken in yet.
 *
 * @param path where it lies; every worker must see it there
 * @param file its name relative to the input folder, with {@code /} between folders
 * @param contentHash SHA-256 of its bytes, in hexadecimal
 * @param arrivedAt when it was last changed; never later than when it was found
 * @param delivery its ordinal among all files ever accepted, from 1
 */
record Arrival(
    Source source,
    Feed feed,
    Path path,
    String file,
    String contentHash,
    long bytes,
    Instant arrivedAt,
    long delivery) {

  /** SHA-256 of no bytes. */
  private static final String NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  /**
   * What tells it from other files: the same content is another file in another source. Files
   * without any content are told apart by their names, as each of them was to bring something else.
   */
  String identity() {
    return identity(source.name(), contentHash, file);
  }

  /** {@link #identity} of a file that the table of files lists. */
  static String identity(String source, String contentHash, String file) {
    return source + contentHash + (contentHash.equals(NOTHING) ? file : "");
  }

  /** The same file as {@code ordinal} of all files, under the name {@code known}. */
  Arrival as(long ordinal, String known) {
    return new Arrival(source, feed, path, known, contentHash, bytes, arrivedAt, ordinal);
  }
}
