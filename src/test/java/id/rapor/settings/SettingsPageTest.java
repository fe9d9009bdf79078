package id.rapor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example on the page about settings: it can be read, names every key, and shows defaults. */
class SettingsPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("rapor.home", "."), "src/site/markdown/settings.md");

  @TempDir Path folder;

  @Test
  void theExampleIsReadAndNamesEveryKey() throws IOException {
    String page = Files.readString(PAGE);
    String example = page.substring(page.indexOf("```yaml\n") + 8, page.lastIndexOf("```"));
    Settings settings =
        SettingsFile.read(Files.writeString(folder.resolve("all.yaml"), example), Map.of());
    for (String key : SettingsFile.KEYS) {
      assertThat(example).containsPattern("(?m)^(# )?" + key + ":");
    }
    Settings defaults = Settings.DEFAULTS;
    assertThat(settings.periods().kinds()).isEqualTo(defaults.periods().kinds());
    assertThat(settings.periods().headline()).isEqualTo(defaults.periods().headline());
    assertThat(settings.scoring().perspectives()).isEqualTo(defaults.scoring().perspectives());
    assertThat(settings.scoring().leastCoverage()).isEqualTo(defaults.scoring().leastCoverage());
    assertThat(settings.scoring().leastDataQuality())
        .isEqualTo(defaults.scoring().leastDataQuality());
    assertThat(settings.scoring().aggregation()).isEqualTo(defaults.scoring().aggregation());
    assertThat(settings.leagues().tables()).isEqualTo(defaults.leagues().tables());
    assertThat(settings.leagues().volumeClasses()).isEqualTo(defaults.leagues().volumeClasses());
    assertThat(settings.leagues().leastPeers()).isEqualTo(defaults.leagues().leastPeers());
    assertThat(settings.fees()).isEqualTo(defaults.fees());
    assertThat(settings.regulations()).isEqualTo(defaults.regulations());
    assertThat(settings.identity()).isEqualTo(defaults.identity());
  }
}
