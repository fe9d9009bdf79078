package id.rapor.ingest;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The secret with which personal identifiers are hashed, and what it is not to hash any more; it
 * never prints itself.
 */
public final class IdentityKey implements Serializable {
  private static final long serialVersionUID = 1;

  private final byte[] bytes;
  private final HashSet<String> erasures;

  public IdentityKey(byte[] bytes) {
    this(bytes, Set.of());
  }

  private IdentityKey(byte[] bytes, Set<String> erasures) {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("Cannot hash identifiers: the key is empty");
    }
    this.bytes = bytes.clone();
    this.erasures = new HashSet<>(erasures);
  }

  /** Tells keys apart without giving them away. */
  public String fingerprint() {
    return pseudonyms().of("fingerprint of the key");
  }

  /** This key, which leaves empty each identifier whose {@link #erasure} is given. */
  public IdentityKey without(Set<String> these) {
    return new IdentityKey(bytes, these);
  }

  /** The hash of each of {@code identifiers}, erased ones included. */
  public List<String> hashes(List<String> identifiers) {
    Pseudonyms all = new Pseudonyms(bytes, Set.of());
    return identifiers.stream().map(all::of).toList();
  }

  /** By what an erased hash is recognised, without being kept itself: the hash of {@code hash}. */
  public String erasure(String hash) {
    return pseudonyms().erasure(hash);
  }

  Pseudonyms pseudonyms() {
    return new Pseudonyms(bytes, erasures);
  }

  @Override
  public String toString() {
    return "IdentityKey(hidden)";
  }
}
