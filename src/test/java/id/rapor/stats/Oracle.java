package id.rapor.stats;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the reference vectors beside the project; a test that needs them is skipped without. */
public final class Oracle {
  private Oracle() {}

  /** The JSON document {@code path} of the reference vectors. */
  public static JsonNode read(String path) {
    Path file = find(path);
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of the file {@code path} of the reference vectors. */
  public static List<String> lines(String path) {
    Path file = find(path);
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path find(String path) {
    Path file =
        Path.of(System.getProperty("rapor.home", "."))
            .toAbsolutePath()
            .normalize()
            .resolve("../shared/oracles")
            .resolve(path);
    assumeTrue(Files.exists(file), () -> "skipped: there are no reference vectors at " + file);
    return file;
  }

  /** A JSON array of numbers; null becomes NaN. */
  public static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(node -> node.isNull() ? Double.NaN : node.asDouble())
        .toArray();
  }

  /** A JSON array of whole numbers. */
  static int[] integers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }
}
