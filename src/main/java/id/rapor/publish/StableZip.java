package id.rapor.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes the clock out of a workbook, so that the same cells give the same bytes. */
final class StableZip {
  /** The first moment that the format knows; local, so that no time zone changes it. */
  private static final LocalDateTime FIXED = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final String CORE = "docProps/core.xml";
  private static final Pattern CREATED = Pattern.compile("(?<open><dcterms:created[^>]*>)[^<]*");

  private StableZip() {}

  /** Gives every entry of the workbook at {@code path} and its date of making a fixed time. */
  static void undate(Path path) throws IOException {
    Path fixed = path.resolveSibling(path.getFileName() + ".fixed");
    try {
      try (ZipFile in = new ZipFile(path.toFile());
          OutputStream file = Files.newOutputStream(fixed);
          ZipOutputStream out = new ZipOutputStream(file)) {
        for (ZipEntry entry : in.stream().toArray(ZipEntry[]::new)) {
          ZipEntry same = new ZipEntry(entry.getName());
          same.setTimeLocal(FIXED);
          out.putNextEntry(same);
          try (InputStream content = in.getInputStream(entry)) {
            copy(content, entry.getName(), out);
          }
          out.closeEntry();
        }
      }
      Files.move(fixed, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fixed);
    }
  }

  private static void copy(InputStream in, String name, OutputStream out) throws IOException {
    if (!name.equals(CORE)) {
      in.transferTo(out);
      return;
    }
    String core = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    String undated = CREATED.matcher(core).replaceAll("${open}1980-01-01T00:00:00Z");
    out.write(undated.getBytes(StandardCharsets.UTF_8));
  }
}
