package id.rapor.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Hashes that tell whether content is the same. */
final class Hashes {
  private static final int BUFFER = 1 << 16;

  private Hashes() {}

  /** SHA-256 of the names and bytes of {@code files} in order, and of {@code text}, in hex. */
  static String of(List<Path> files, String text) throws IOException {
    MessageDigest whole = sha256();
    for (Path file : files) {
      whole.update(
          sha256().digest(String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8)));
      whole.update(digest(file));
    }
    whole.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(whole.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }

  private static byte[] digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return digest.digest();
  }
}
