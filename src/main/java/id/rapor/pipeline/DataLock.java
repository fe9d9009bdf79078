package id.rapor.pipeline;

import id.rapor.settings.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps two runs from writing into one data folder at once. The system gives the lock back when a
 * process ends, however it ends; the file stays.
 */
final class DataLock {
  private static final String NAME = ".lock";

  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Locks {@code data}, which is made if it is missing.
   *
   * @throws UserError if another run holds it, or it cannot be written
   */
  static DataLock take(Path data) {
    Path file = data.resolve(NAME);
    try {
      Files.createDirectories(data);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locks(channel)) {
        channel.close();
        throw new UserError(
            "Cannot run: "
                + data
                + " is in use by another run (process "
                + Files.readString(file).strip()
                + "); wait for its end, or name another folder with --data.");
      }
      channel.truncate(0);
      channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
      return new DataLock(channel);
    } catch (IOException e) {
      throw new UserError(
          "Cannot run: "
              + file
              + " cannot be written; mend its access rights, or name another folder with --data.",
          e);
    }
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Gives the lock back. */
  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
