package id.rapor.publish;

import id.rapor.settings.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Writes a file so that no reader ever sees half of it. */
final class SafeFile {
  private SafeFile() {}

  /** What fills a file. */
  @FunctionalInterface
  interface Filling {
    void fill(Path part) throws IOException;
  }

  /**
   * Fills a temporary file beside {@code to}, then moves it there; makes the folder if it is
   * missing.
   *
   * @throws UserError if the disk does not take it
   */
  static void write(Path to, Filling filling) {
    Path target = to.toAbsolutePath();
    String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    Path part = target.resolveSibling(name);
    try {
      Files.createDirectories(target.getParent());
      try {
        filling.fill(part);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw unwritable(to, e);
    }
  }

  /** Writes {@code text} in UTF-8, and not at all if the file holds just that already. */
  static void writeChanged(Path to, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (Files.isRegularFile(to) && Arrays.equals(Files.readAllBytes(to), bytes)) {
        return;
      }
    } catch (IOException e) {
      throw unwritable(to, e);
    }
    write(to, part -> Files.write(part, bytes));
  }

  /** The error of a path that the disk does not take. */
  static UserError unwritable(Path path, IOException cause) {
    return new UserError(
        "Cannot write "
            + path
            + ": the file system says "
            + cause.getClass().getSimpleName()
            + " ("
            + cause.getMessage()
            + "), expected a folder that may be written with room on its disk; mend that or choose"
            + " another place.",
        cause);
  }
}
