package id.rapor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue's pages say what the program says; and the command line answers as it should. */
class CataloguePagesTest {
  private static final Path PAGES =
      Path.of(System.getProperty("rapor.home", "."), "src/site/markdown");

  @ParameterizedTest
  @ValueSource(strings = {"metrics", "detectors", "rules"})
  void pageIsWhatShowPrints(String catalogue) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(run(out, "show", catalogue)).isZero();
    assertThat(Files.readString(PAGES.resolve(catalogue + ".md")))
        .as("make it anew from: jobs/rapor show " + catalogue)
        .contains("```\n" + out.toString(StandardCharsets.UTF_8) + "```\n");
  }

  @Test
  void aBadCommandLineEndsWithOne() {
    assertThat(run(new ByteArrayOutputStream(), "rank")).isEqualTo(1);
    assertThat(run(new ByteArrayOutputStream())).isEqualTo(1);
  }

  @Test
  void whatCanBeMendedEndsWithTwo() {
    assertThat(run(new ByteArrayOutputStream(), "check", "--input", "no-such-folder")).isEqualTo(2);
    assertThat(run(new ByteArrayOutputStream(), "export", "ranking", "--to", "x.csv")).isEqualTo(2);
  }

  private static int run(ByteArrayOutputStream out, String... arguments) {
    PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return Rapor.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), err);
  }
}
