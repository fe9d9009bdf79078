package id.rapor.pipeline;

import id.rapor.settings.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** Keeps what names cases away from the folders that anybody may read. */
final class Apart {
  /** What editions are written into, of any data folder. */
  private static final List<String> PUBLIC = List.of("published", "preview");

  private Apart() {}

  /**
   * Where {@code to} really is, which is where to write: links are followed and {@code ..} is what
   * it is behind them.
   *
   * @param data folder with {@code published/}, which may be a link to elsewhere
   * @throws UserError if it lies in a folder of editions
   */
  static Path from(Path data, Path to) {
    Path place = real(to.toAbsolutePath());
    boolean isNamed =
        StreamSupport.stream(place.spliterator(), false)
            .anyMatch(part -> PUBLIC.contains(part.toString()));
    boolean isLinked =
        PUBLIC.stream()
            .map(name -> real(data.toAbsolutePath().resolve(name)))
            .anyMatch(place::startsWith);
    if (isNamed || isLinked) {
      throw new UserError(
          "Cannot write there: "
              + to
              + " is "
              + place
              + ", which lies in a folder of published editions, expected a place apart from them,"
              + " as only editions are protected for the public; choose another place with --to.");
    }
    return place;
  }

  private static Path real(Path path) {
    Path place = path.getRoot();
    for (Path part : path) {
      if (part.toString().equals("..")) {
        place = place.getParent() == null ? place : place.getParent();
      } else if (!part.toString().equals(".")) {
        place = followed(place.resolve(part));
      }
    }
    return place;
  }

  private static Path followed(Path path) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return path;
    }
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UserError(
          "Cannot write there: "
              + path
              + " is a link that leads nowhere, expected a folder or file; mend it or choose"
              + " another place with --to.",
          e);
    }
  }
}
