package id.rapor.ingest;

import id.rapor.settings.Problems;
import id.rapor.settings.Source;
import id.rapor.settings.UserError;
import id.rapor.table.Feed;
import id.rapor.table.Feeds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files of each source. */
public final class Inbox {
  private static final String LANDING = "landing";

  private Inbox() {}

  /**
   * The sources to read: those of the settings, else one for each {@code landing/<feed>/} folder.
   *
   * @throws UserError if the input folder is missing, or holds neither
   */
  public static List<Source> sources(List<Source> named, Path input) {
    if (!Files.isDirectory(input)) {
      throw new UserError(
          "Cannot read the input: " + input + " is no folder; give one that exists with --input.");
    }
    if (!named.isEmpty()) {
      return named;
    }
    Path landing = input.resolve(LANDING);
    if (!Files.isDirectory(landing)) {
      throw new UserError(
          "Cannot read the input: "
              + input
              + " has no folder landing/; put files into landing/<feed>/, or name sources in a settings file.");
    }
    Problems problems = new Problems();
    List<Source> found = new ArrayList<>();
    for (Path folder : list(landing).stream().filter(Files::isDirectory).toList()) {
      String name = folder.getFileName().toString();
      if (Feeds.named(name).isEmpty()) {
        problems.add(folder + ": no feed is called " + name + "; the feeds are " + Feeds.ALL);
      } else {
        found.add(Source.canonical(name));
      }
    }
    problems.throwIfAny("read the input");
    return found;
  }

  /**
   * The files of {@code sources} under {@code input}, each content once, without an ordinal, in the
   * order in which they count as delivered: by source as listed, then by name.
   *
   * @param unmet hears of sources without a file, which is no fault as long as another has one
   */
  static List<Arrival> files(List<Source> sources, Path input, Problems unmet) {
    List<Arrival> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Source source : sources) {
      Feed feed = Feeds.named(source.feed()).orElseThrow();
      List<Path> files = matching(input, source.files());
      if (files.isEmpty()) {
        unmet.add(
            "source " + source.name() + ": no file under " + input + " matches " + source.files());
      }
      for (Path path : files) {
        String file = input.relativize(path).toString().replace('\\', '/');
        Arrival arrival =
            new Arrival(source, feed, path, file, contentHash(path), size(path), changed(path), 0);
        if (seen.add(arrival.identity())) {
          found.add(arrival);
        }
      }
    }
    return found;
  }

  private static List<Path> matching(Path input, String glob) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    try (Stream<Path> files = Files.walk(input, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(Files::isRegularFile)
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .filter(path -> matcher.matches(input.relativize(path)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(e);
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause());
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw unreadable(e);
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause());
    }
  }

  private static UserError unreadable(IOException e) {
    return new UserError(
        "Cannot read the input: "
            + e.getMessage()
            + "; mend its access rights, or the link that leads back to it.",
        e);
  }

  private static String contentHash(Path path) {
    try (InputStream bytes = Files.newInputStream(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(bytes, digest).transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UserError(
          "Cannot read " + path + ": " + e.getMessage() + "; mend its access rights or remove it.",
          e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A clock that runs ahead, here or where the file came from, makes no arrival in the future. */
  private static Instant changed(Path path) {
    try {
      Instant changed = Files.getLastModifiedTime(path).toInstant();
      Instant now = Instant.now();
      return (changed.isAfter(now) ? now : changed).truncatedTo(ChronoUnit.MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
