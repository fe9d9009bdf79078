package id.rapor.publish;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

  /**
   * The reason of a revision in the language of {@code labels}, but as it was given.
   *
   * @param changes codes of what has changed of what the figures are made of
   */
  String told(List<String> changes, Labels labels) {
    String told =
        changes.stream()
            .map(change -> labels.text("change_" + change))
            .collect(Collectors.joining(", "));
    return reason.map(words -> words + " (" + told + ")").orElse(told);
  }

  public Release {
    requireNonNull(kind);
    requireNonNull(reason);
  }
}
