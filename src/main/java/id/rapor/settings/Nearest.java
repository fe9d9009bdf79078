package id.rapor.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that a mistyped one was most likely meant to be. */
public final class Nearest {
  private Nearest() {}

  /**
   * The word of {@code known} with the fewest changed letters, if at most half of the letters and
   * never more than three differ; of several the first by alphabet. Distance: Levenshtein (1966).
   */
  public static Optional<String> to(String word, Collection<String> known) {
    int most = Math.max(1, Math.min(3, word.length() / 2));
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= most)
        .min(
            Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** A half-sentence that names the nearest word; empty if none is near. */
  public static String hint(String word, Collection<String> known) {
    return to(word, known).map(nearest -> "; did you mean \"" + nearest + "\"?").orElse("");
  }

  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] current = new int[above.length];
      current[0] = row;
      for (int column = 1; column < current.length; column++) {
        int changed = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        int edge = Math.min(above[column], current[column - 1]) + 1;
        current[column] = Math.min(above[column - 1] + changed, edge);
      }
      above = current;
    }
    return above[other.length()];
  }
}
