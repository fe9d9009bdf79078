package id.rapor.ingest;

import java.io.Serializable;

/** The secret with which personal identifiers are hashed; it never prints itself. */
public final class IdentityKey implements Serializable {
  private static final long serialVersionUID = 1;

  private final byte[] bytes;

  public IdentityKey(byte[] bytes) {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("Cannot hash identifiers: the key is empty");
    }
    this.bytes = bytes.clone();
  }

  /** Tells keys apart without giving them away. */
  public String fingerprint() {
    return pseudonyms().of("fingerprint of the key");
  }

  Pseudonyms pseudonyms() {
    return new Pseudonyms(bytes);
  }

  @Override
  public String toString() {
    return "IdentityKey(hidden)";
  }
}
