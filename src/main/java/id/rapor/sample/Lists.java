package id.rapor.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the lists beside this class: one entry a line, cells parted by a bar, # for a remark. */
final class Lists {
  private Lists() {}

  /** The entries of the list {@code name}, each as its cells. */
  static List<String[]> read(String name) {
    InputStream stream =
        Objects.requireNonNull(Lists.class.getResourceAsStream(name), () -> "no list " + name);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
          .map(line -> line.split("\\|", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
