package id.rapor.pipeline;

import id.rapor.ledger.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which program makes the tables: its version, and a hash of its jar where it runs from one. */
final class CodeVersion {
  private static final String UNPACKED = "unpacked";

  private CodeVersion() {}

  static String current() {
    String version = CodeVersion.class.getPackage().getImplementationVersion();
    try {
      Path home =
          Path.of(CodeVersion.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      String hash =
          Files.isRegularFile(home)
              ? Fingerprint.of(
                  List.of(new String(Files.readAllBytes(home), StandardCharsets.ISO_8859_1)))
              : UNPACKED;
      return (version == null ? "0" : version) + "+" + hash;
    } catch (IOException | java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
