package id.rapor.publish;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an edition claims to be. */
public enum EditionKind {
  /** For the agencies to check before anything is published; in a folder of its own. */
  PREVIEW,
  /** May still change as late data comes in. */
  PROVISIONAL,
  /** Stands as it is, unless an error is found. */
  FINAL,
  /** Changed after it was final. */
  REVISED;

  /** The one that is called {@code code}; nobody asks for a revised one, it comes about. */
  public static Optional<EditionKind> asked(String code) {
    return Stream.of(PREVIEW, PROVISIONAL, FINAL)
        .filter(kind -> kind.code().equals(code))
        .findFirst();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** An edition of this kind and its number, in words. */
  String words(int number, Labels labels) {
    return labels.text("edition_" + code(), String.valueOf(number));
  }

  /** What an edition of this kind is when it follows one of kind {@code before}. */
  EditionKind after(EditionKind before) {
    return before == FINAL || before == REVISED ? REVISED : this;
  }
}
