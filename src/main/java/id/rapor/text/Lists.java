package id.rapor.text;

import java.util.List;

/** Several things in one sentence: {@code a, b, dan c}. */
public final class Lists {
  private Lists() {}

  /**
   * All of {@code things} joined by commas, with "dan" or "and" before the last; empty for none.
   * Indonesian sets a comma before the last of three or more (Ejaan yang Disempurnakan, edisi V,
   * 2022), English here does not.
   */
  public static String and(List<String> things, Language language) {
    return join(things, language.pick("dan", "and"), language);
  }

  /** The same with "atau" or "or". */
  public static String or(List<String> things, Language language) {
    return join(things, language.pick("atau", "or"), language);
  }

  private static String join(List<String> things, String word, Language language) {
    if (things.size() < 2) {
      return String.join("", things);
    }
    int last = things.size() - 1;
    String comma = last > 1 ? language.pick(",", "") : "";
    return String.join(", ", things.subList(0, last)) + comma + " " + word + " " + things.get(last);
  }
}
