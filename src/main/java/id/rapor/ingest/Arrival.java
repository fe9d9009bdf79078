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

  /** What tells it from other files: the same content is another file in another source. */
  String identity() {
    return source.name() + contentHash;
  }

  /** The same file as {@code ordinal} of all files, under the name {@code known}. */
  Arrival as(long ordinal, String known) {
    return new Arrival(source, feed, path, known, contentHash, bytes, arrivedAt, ordinal);
  }
}
