package id.rapor.publish;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What those who publish say of an edition.
 *
 * @param kind what it claims to be; one that follows a final one is a revised one, whatever is said
 * @param reason why figures differ from the edition before; without it only what has changed of
 *     what they are made of is told
 */
public record Release(EditionKind kind, Optional<String> reason) {
  /** What a nightly run makes. */
  public static final Release NIGHTLY = new Release(EditionKind.PROVISIONAL, Optional.empty());

  /** The reason of a revision, with the {@code changes} of what the figures are made of. */
  String told(String changes) {
    return reason.map(words -> words + " (" + changes + ")").orElse(changes);
  }

  public Release {
    requireNonNull(kind);
    requireNonNull(reason);
  }
}
