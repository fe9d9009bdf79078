package id.rapor.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the key comes from with which personal identifiers are hashed.
 *
 * @param keyFile key {@code key_file}: a file with the key, relative to the settings file
 * @param keyVariable key {@code key_variable}: the environment variable with the key
 */
public record Identity(Optional<Path> keyFile, String keyVariable) {
  public static final Identity DEFAULTS = new Identity(Optional.empty(), "RAPOR_KEY");
}
