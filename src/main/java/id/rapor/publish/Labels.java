package id.rapor.publish;

import id.rapor.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The fixed words of the pages in one language, by key.
 *
 * @param words key to text; a text may hold places {@code {0}}, {@code {1}}, ... to be filled
 */
record Labels(Language language, Map<String, String> words) {

  Labels {
    words = Map.copyOf(words);
  }

  /** The words of that language, from its resource. */
  static Labels of(Language language) {
    String name = "labels_" + language.code() + ".properties";
    try (InputStream in = Labels.class.getResourceAsStream(name)) {
      Properties read = new Properties();
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, String> words = new HashMap<>();
      read.stringPropertyNames().forEach(key -> words.put(key, read.getProperty(key)));
      return new Labels(language, words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The text of {@code key} with its places filled.
   *
   * @throws IllegalArgumentException if there is no such text
   */
  String text(String key, String... values) {
    String text = words.get(key);
    if (text == null) {
      throw new IllegalArgumentException("Cannot find label " + key + " in " + language.code());
    }
    for (int at = 0; at < values.length; at++) {
      text = text.replace("{" + at + "}", values[at]);
    }
    return text;
  }

  /** The word for a code, such as a kind of body; an unknown code stands for itself. */
  String word(String kind, String code) {
    return words.getOrDefault(kind + "_" + code, code);
  }
}
