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
  private static final Map<String, String> PHRASES =
      Map.ofEntries(
          Map.entry("too few", "terlalu sedikit"),
          Map.entry("too few cases", "terlalu sedikit kasus"),
          Map.entry("too few answers", "terlalu sedikit jawaban"),
          Map.entry("too few data", "terlalu sedikit data"),
          Map.entry("too few metrics", "terlalu sedikit ukuran"),
          Map.entry("too few agencies", "terlalu sedikit instansi"),
          Map.entry("no data", "tidak ada data"),
          Map.entry("no data of", "tidak ada data"),
          Map.entry("no data for", "tidak ada data untuk"),
          Map.entry("no value", "tidak ada nilai"),
          Map.entry("no value for", "tidak ada nilai untuk"),
          Map.entry("no score", "tidak ada skor"),
          Map.entry("no score for", "tidak ada skor untuk"),
          Map.entry("no score in", "tidak ada skor pada"),
          Map.entry("low quality", "mutu data rendah"),
          Map.entry("low data quality", "mutu data rendah"),
          Map.entry("data quality", "mutu data"),
          Map.entry("not rated", "tidak dinilai"),
          Map.entry("not ranked", "tidak diperingkat"),
          Map.entry("not scored", "tidak diberi skor"),
          Map.entry("of the weight", "dari bobot"),
          Map.entry("of weight", "dari bobot"),
          Map.entry("has a value", "memiliki nilai"),
          Map.entry("have a value", "memiliki nilai"),
          Map.entry("at least", "sedikitnya"),
          Map.entry("fewer than", "kurang dari"),
          Map.entry("less than", "kurang dari"),
          Map.entry("below", "di bawah"),
          Map.entry("only", "hanya"),
          Map.entry("needed", "diperlukan"),
          Map.entry("needs", "memerlukan"),
          Map.entry("covers", "mencakup"),
          Map.entry("covered", "tercakup"),
          Map.entry("coverage", "cakupan"),
          Map.entry("perspective", "perspektif"),
          Map.entry("perspectives", "perspektif"),
          Map.entry("metric", "ukuran"),
          Map.entry("metrics", "ukuran"),
          Map.entry("case", "kasus"),
          Map.entry("cases", "kasus"),
          Map.entry("answers", "jawaban"),
          Map.entry("officers", "petugas"),
          Map.entry("agencies", "instansi"),
          Map.entry("finance", "keuangan"),
          Map.entry("process", "proses"),
          Map.entry("customer", "pelanggan"),
          Map.entry("growth", "pertumbuhan"),
          Map.entry("weight", "bobot"),
          Map.entry("and", "dan"),
          Map.entry("or", "atau"),
          Map.entry("of", "dari"),
          Map.entry("in", "pada"),
          Map.entry("with", "dengan"),
          Map.entry("without", "tanpa"),
          Map.entry("is", "adalah"),
          Map.entry("minimum", "minimum"));

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
        .matcher(english)
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
