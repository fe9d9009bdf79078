package id.rapor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/**
 * Searches every file below a folder, old versions and logs included: its bytes, the values of
 * Parquet pages, and what gzip and zip files hold.
 */
public final class EveryByte {
  private EveryByte() {}

  /** Each file that holds one of {@code texts}, with the first that it holds. */
  public static List<String> holding(Path folder, Collection<String> texts) {
    List<String> found = new ArrayList<>();
    for (Path file : files(folder)) {
      contents(file)
          .flatMap(content -> texts.stream().filter(content::contains))
          .findFirst()
          .ifPresent(text -> found.add(folder.relativize(file) + ": " + text));
    }
    return found;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> contents(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String name = file.getFileName().toString();
      Optional<String> unpacked = Optional.empty();
      if (name.endsWith(".parquet") && bytes.length > 12) {
        unpacked = Optional.of(parquet(file));
      } else if (name.endsWith(".gz")) {
        unpacked = Optional.of(text(new GZIPInputStream(new ByteArrayInputStream(bytes))));
      } else if (name.endsWith(".zip") || name.endsWith(".xlsx")) {
        unpacked = Optional.of(zip(bytes));
      }
      return Stream.concat(
          Stream.of(new String(bytes, StandardCharsets.ISO_8859_1)), unpacked.stream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("deprecation") // the newer builder does not read records of any schema
  private static String parquet(Path file) throws IOException {
    StringBuilder rows = new StringBuilder();
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
            .build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        rows.append(row);
      }
    }
    return rows.toString();
  }

  private static String zip(byte[] bytes) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        all.append(text(zip));
      }
    }
    return all.toString();
  }

  private static String text(InputStream bytes) throws IOException {
    return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
  }
}
