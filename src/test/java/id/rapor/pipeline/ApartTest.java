package id.rapor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rapor.settings.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What names cases stays out of the folders of editions, by whatever way it would come there. */
class ApartTest {
  @TempDir Path temporary;
  private Path root;
  private Path data;

  @BeforeEach
  void makeFolders() throws IOException {
    root = temporary.toRealPath();
    data = root.resolve("data");
    Files.createDirectories(data.resolve("published/2026-H1/1"));
  }

  @Test
  void aFolderBesideTheEditionsIsFine() throws IOException {
    assertThat(Apart.from(data, data.resolve("findings"))).isEqualTo(data.resolve("findings"));
    assertThat(Apart.from(data, data.resolve("published/../leads/x.csv")))
        .isEqualTo(data.resolve("leads/x.csv"));
  }

  @Test
  void editionsAreRefusedBeforeSparkStarts() {
    refused(data.resolve("published"));
    refused(data.resolve("published/2026-H1/1/new/deep.xlsx"));
    refused(data.resolve("warehouse/../published/x.csv"));
    refused(data.resolve("preview/x"));
    assertThatThrownBy(
            () ->
                Exporting.export(
                    () -> {
                      throw new IllegalStateException("Spark was started");
                    },
                    data,
                    "findings",
                    java.util.Optional.empty(),
                    data.resolve("published/findings.csv")))
        .isInstanceOf(UserError.class);
  }

  @Test
  void linksAreFollowed() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("harmless"), data.resolve("published"));
    refused(link.resolve("2026-H1/x.html"));
    Path inside =
        Files.createSymbolicLink(root.resolve("inside"), data.resolve("published/2026-H1"));
    // Behind the link, .. is published/ and not the folder that holds the link.
    refused(inside.resolve("../x"));
    Path web = Files.createDirectories(root.resolve("www"));
    Path other = Files.createDirectories(root.resolve("other"));
    Files.createSymbolicLink(other.resolve("published"), web);
    assertThatThrownBy(() -> Apart.from(other, web.resolve("x"))).isInstanceOf(UserError.class);
    Path nowhere = Files.createSymbolicLink(root.resolve("nowhere"), root.resolve("gone"));
    assertThatThrownBy(() -> Apart.from(data, nowhere)).hasMessageContaining("leads nowhere");
  }

  private void refused(Path to) {
    assertThatThrownBy(() -> Apart.from(data, to))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("folder of published editions");
  }
}
