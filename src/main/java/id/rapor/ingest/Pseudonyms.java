package id.rapor.ingest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces a personal identifier by its keyed hash, HMAC-SHA-256 in hexadecimal (RFC 2104). One
 * instance serves one thread.
 */
final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  Pseudonyms(byte[] key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The hash of {@code identifier} without the blanks around it; null stays null. */
  String of(String identifier) {
    if (identifier == null || identifier.isBlank()) {
      return null;
    }
    return HexFormat.of()
        .formatHex(mac.doFinal(identifier.strip().getBytes(StandardCharsets.UTF_8)));
  }
}
