package id.rapor.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folders of one period's editions: {@code 1}, {@code 2}, ... */
final class EditionFolders {
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");
  private static final String MAKING = ".making";

  private EditionFolders() {}

  /** The numbers of the editions in {@code period}, the newest first; none if it is no folder. */
  static List<Integer> numbers(Path period) throws IOException {
    if (!Files.isDirectory(period)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(period)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> String.valueOf(folder.getFileName()))
          .filter(name -> NUMBER.matcher(name).matches())
          .map(Integer::valueOf)
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  /** The number of the newest edition; 0 if there is none. */
  static int newest(Path period) throws IOException {
    return numbers(period).stream().findFirst().orElse(0);
  }

  /** An empty folder beside the editions, free of what a crash may have left. */
  static Path startMaking(Path period) throws IOException {
    Path making = period.resolve(MAKING);
    delete(making);
    return Files.createDirectories(making);
  }

  /** Removes a folder with all that is in it, if it is there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
