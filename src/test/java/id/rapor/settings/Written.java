package id.rapor.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Settings files written by tests, with two small feeds that their sources may deliver. */
final class Written {
  static final Map<String, FeedShape> FEEDS =
      Map.of(
          "cases",
          new FeedShape(
              Set.of("case_id", "agency_id", "submitted_at", "status", "officer_id"),
              Set.of("officer_id")),
          "payments",
          new FeedShape(Set.of("payment_id", "amount"), Set.of()));

  private Written() {}

  /** What {@code yaml}, with {@code |} for its line ends, says in a file of {@code folder}. */
  static Settings settings(Path folder, String yaml) throws IOException {
    Path file = folder.resolve("rapor.yaml");
    Files.writeString(file, yaml.replace('|', '\n'));
    return SettingsFile.read(file, FEEDS);
  }
}
