package id.rapor.publish;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Fills the page templates. Every value is escaped for HTML, and a name that a template misspells
 * is an error; the pages allow no script and no style but the one they bring along, named by its
 * hash.
 */
final class Pages {
  private static final String FOLDER = "id/rapor/publish";
  private static final PebbleEngine ENGINE =
      new PebbleEngine.Builder()
          .loader(loader())
          .strictVariables(true)
          .autoEscaping(true)
          .defaultLocale(Locale.ROOT)
          .build();

  private Pages() {}

  /** The template {@code name} with the labels as {@code t} and {@code values} by their names. */
  static String render(String name, Labels labels, Map<String, Object> values) {
    String style = resource("page.css");
    Map<String, Object> all = new HashMap<>(values);
    all.put("t", labels.words());
    all.put("lang", labels.language().code());
    all.put("style", style);
    all.put("styleHash", Base64.getEncoder().encodeToString(sha256(style)));
    StringWriter page = new StringWriter();
    try {
      ENGINE.getTemplate(name).evaluate(page, all, Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toString();
  }

  private static byte[] sha256(String text) {
    return Hashes.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String resource(String name) {
    try (InputStream in = Pages.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClasspathLoader loader() {
    ClasspathLoader loader = new ClasspathLoader(Pages.class.getClassLoader());
    loader.setPrefix(FOLDER);
    loader.setCharset(StandardCharsets.UTF_8.name());
    return loader;
  }
}
