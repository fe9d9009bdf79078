package id.rapor.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reasons why there is no number, in the language of the page. The tables carry them as English
 * sentences made of fixed phrases; names, numbers and phrases that are not known here stay.
 */
public final class Reasons {
  /** How much of the weight has a value, and how much is needed. */
  private static final Pattern COVERAGE =
      Pattern.compile("(\\d+) % of the weight has a value, at least (\\d+) % is needed");

  private static final String COVERAGE_ID =
      "baru $1% bobot yang bernilai, diperlukan sedikitnya $2%";

  private static final Map<String, String> PHRASES =
      Map.ofEntries(
          Map.entry("no data", "tidak ada data"),
          Map.entry("too few", "terlalu sedikit"),
          Map.entry("low data quality", "mutu data rendah"),
          Map.entry("not rated", "tidak dinilai"),
          Map.entry("confidential", "rahasia"),
          Map.entry(
              "no time limit or other scale to hold it against",
              "tidak ada batas waktu atau skala lain sebagai pembanding"),
          Map.entry("no standard error", "tidak ada galat baku"),
          Map.entry("no score with a standard error", "tidak ada skor yang memiliki galat baku"),
          Map.entry(
              "no metric of this perspective is scored",
              "tidak ada ukuran yang diskor dalam perspektif ini"),
          Map.entry("no perspective has a weight", "tidak ada perspektif yang berbobot"),
          Map.entry("finance", "keuangan"),
          Map.entry("process", "proses"),
          Map.entry("customer", "pelanggan"),
          Map.entry("growth", "pertumbuhan"));

  /** Whole words only, the longest phrase first, never inside a code such as {@code on_time}. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_-])(" + longestFirst() + ")(?![\\p{L}\\p{N}_-])",
          Pattern.CASE_INSENSITIVE);

  private Reasons() {}

  /** {@code english} in {@code language}, its first letter large. */
  public static String in(Language language, String english) {
    String text = language == Language.ENGLISH ? english : translated(english);
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String translated(String english) {
    return KNOWN
        .matcher(COVERAGE.matcher(english).replaceAll(COVERAGE_ID))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(PHRASES.get(found.group(1).toLowerCase(Locale.ROOT))));
  }

  private static String longestFirst() {
    List<String> phrases = new ArrayList<>(PHRASES.keySet());
    phrases.sort(Comparator.comparing(String::length).reversed().thenComparing(phrase -> phrase));
    return String.join("|", phrases);
  }
}
