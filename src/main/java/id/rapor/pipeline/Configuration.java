package id.rapor.pipeline;

import id.rapor.ledger.Fingerprint;
import id.rapor.settings.FeedShape;
import id.rapor.settings.Problems;
import id.rapor.settings.Settings;
import id.rapor.settings.SettingsFile;
import id.rapor.table.Feed;
import id.rapor.table.Feeds;
import id.rapor.table.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Settings as they were read.
 *
 * @param hash of the file's bytes; a word where there is no file
 */
public record Configuration(Settings settings, String hash) {
  private static final String NONE = "defaults";

  /** Reads {@code file}, or takes the defaults. */
  public static Configuration read(Optional<Path> file) {
    if (file.isEmpty()) {
      return new Configuration(Settings.DEFAULTS, NONE);
    }
    Settings settings = SettingsFile.read(file.get(), shapes());
    try {
      String text = new String(Files.readAllBytes(file.get()), StandardCharsets.ISO_8859_1);
      return new Configuration(settings, Fingerprint.of(List.of(text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What can be read of {@code file}, or the defaults.
   *
   * @param problems hears of every fault
   * @throws id.rapor.settings.UserError if the file cannot be read at all, or is no YAML
   */
  static Settings settings(Optional<Path> file, Problems problems) {
    return file.map(any -> SettingsFile.read(any, shapes(), problems)).orElse(Settings.DEFAULTS);
  }

  private static Map<String, FeedShape> shapes() {
    Map<String, FeedShape> shapes = new LinkedHashMap<>();
    for (Feed feed : Feeds.ALL) {
      shapes.put(
          feed.name(),
          new FeedShape(
              feed.columns().stream().map(Field::name).collect(Collectors.toSet()),
              feed.columns().stream()
                  .filter(Field::isIdentifier)
                  .map(Field::name)
                  .collect(Collectors.toSet())));
    }
    return shapes;
  }
}
