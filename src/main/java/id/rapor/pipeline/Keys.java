package id.rapor.pipeline;

import id.rapor.ingest.IdentityKey;
import id.rapor.settings.Identity;
import id.rapor.settings.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Finds the key with which personal identifiers are hashed: the file of the settings, else the
 * environment variable, else a key made once and kept in the data folder, readable by its owner
 * only.
 */
final class Keys {
  private static final String MADE = "identity.key";
  private static final int BYTES = 32;
  private static final int LEAST_BYTES = 16;

  private Keys() {}

  /** The key that there is, or a new one. */
  static IdentityKey find(Identity identity, Path data, Progress progress) {
    Optional<IdentityKey> key = find(identity, data);
    if (key.isPresent()) {
      return key.get();
    }
    Path made = data.resolve(MADE);
    make(made);
    progress.warns(
        "No key for personal identifiers is set: made one in "
            + made
            + ". Keep it: with another key the same person gets another hash.");
    return read(made);
  }

  /** The key that there is. */
  static Optional<IdentityKey> find(Identity identity, Path data) {
    if (identity.keyFile().isPresent()) {
      return identity.keyFile().map(Keys::read);
    }
    String value = System.getenv(identity.keyVariable());
    if (value != null && !value.isBlank()) {
      return Optional.of(key(value.strip(), "environment variable " + identity.keyVariable()));
    }
    return Optional.of(data.resolve(MADE)).filter(Files::exists).map(Keys::read);
  }

  private static IdentityKey read(Path file) {
    try {
      return key(Files.readString(file).strip(), "file " + file);
    } catch (IOException e) {
      throw new UserError(
          "Cannot read the key for personal identifiers: "
              + file
              + " cannot be read; mend identity.key_file.",
          e);
    }
  }

  private static IdentityKey key(String text, String place) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < LEAST_BYTES) {
      throw new UserError(
          "Cannot hash personal identifiers: the key in "
              + place
              + " has "
              + bytes.length
              + " bytes, expected at least "
              + LEAST_BYTES
              + "; take a longer secret.");
    }
    return new IdentityKey(bytes);
  }

  private static void make(Path file) {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    // Whole or not at all, so that a crash leaves no half key behind.
    Path written = file.resolveSibling(MADE + ".new");
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(written);
      Files.createFile(
          written,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(written, HexFormat.of().formatHex(bytes) + "\n", StandardOpenOption.WRITE);
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UserError(
          "Cannot keep a key for personal identifiers: "
              + file
              + " cannot be written; choose another --data.",
          e);
    }
  }
}
