package id.rapor.publish;

import id.rapor.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where the pages of an edition stand. Those in the language of the settings have plain names,
 * those in the other one carry its code: {@code index.html} and {@code index.en.html}.
 *
 * @param first the language of the settings
 */
record Addresses(Language first) {
  /** The folder of the pages about one agency each. */
  static final String AGENCIES = "agencies";

  /** The folder of the pages about one metric each. */
  static final String METRICS = "metrics";

  /** The folder of the pages about one service each. */
  static final String SERVICES = "services";

  private static final String PLAIN =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
  private static final Pattern METRIC = Pattern.compile("[a-z][a-z0-9_]{0,79}");
  private static final int LONGEST = 80;
  private static final int DIGITS = 16;

  /** The file of page {@code name} in {@code language}. */
  String page(String name, Language language) {
    return name + (language == first ? "" : "." + language.code()) + ".html";
  }

  /**
   * A file name for any code: letters, digits and hyphens stand for themselves, each other byte for
   * its two hexadecimal digits after {@code _}; a very long code for its hash.
   */
  static String name(String id) {
    StringBuilder name = new StringBuilder();
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    for (byte one : bytes) {
      if (PLAIN.indexOf(one) >= 0) {
        name.append((char) one);
      } else {
        name.append('_').append(HexFormat.of().toHexDigits(one));
      }
    }
    return name.length() <= LONGEST
        ? name.toString()
        : "_" + HexFormat.of().formatHex(Hashes.sha256().digest(bytes)).substring(0, DIGITS);
  }

  /**
   * The file name of a metric's page: its code, as metrics are named by small letters and {@code
   * _}.
   */
  static String metric(String code) {
    return METRIC.matcher(code).matches() ? code : name(code);
  }

  static Language other(Language language) {
    return language == Language.INDONESIAN ? Language.ENGLISH : Language.INDONESIAN;
  }
}
