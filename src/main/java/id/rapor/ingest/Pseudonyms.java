package id.rapor.ingest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces a personal identifier by its keyed hash, HMAC-SHA-256 in hexadecimal (RFC 2104), and one
 * that was erased by nothing. One instance serves one thread.
 */
final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";

  /** Keeps the hash of a hash apart from that of an identifier that looks like one. */
  private static final String ERASED = "erased ";

  private static final String LINE = "line ";

  private final Mac mac;
  private final Set<String> erasures;

  /**
   * With {@code key}.
   *
   * @param erasures {@link #erasure} of each hash that is not to come back
   */
  Pseudonyms(byte[] key, Set<String> erasures) {
    this.erasures = erasures;
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The hash of {@code identifier} without the blanks around it; null stays null, and what was
   * erased becomes null.
   */
  String of(String identifier) {
    if (identifier == null || identifier.isBlank()) {
      return null;
    }
    String hash = hash(identifier.strip());
    return !erasures.isEmpty() && erasures.contains(erasure(hash)) ? null : hash;
  }

  /** By what an erased {@code hash} is known, without being kept itself. */
  String erasure(String hash) {
    return hash(ERASED + hash);
  }

  /** The hash of a line in which nobody knows where an identifier stands. */
  String ofLine(String[] values) {
    return hash(LINE + Arrays.toString(values));
  }

  private String hash(String text) {
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
