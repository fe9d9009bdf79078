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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills the page templates. Every value is escaped for HTML, and a name that a template misspells
 * is an error. The pages allow no script and no style but those they bring along, named by their
 * hashes, or the one style sheet that stands beside them.
 */
final class Pages {
  /** The file of {@link #sheet()} within an edition. */
  static final String SHEET = "pages.css";

  private static final String FOLDER = "id/rapor/publish";
  private static final PebbleEngine ENGINE =
      new PebbleEngine.Builder()
          .loader(loader())
          .strictVariables(true)
          .autoEscaping(true)
          .defaultLocale(Locale.ROOT)
          .build();

  private static final Map<String, Brought> BROUGHT = new ConcurrentHashMap<>();

  private Pages() {}

  /** The template {@code name} with the labels as {@code t} and {@code values} by their names. */
  static String render(String name, Labels labels, Map<String, Object> values) {
    Brought brought = BROUGHT.computeIfAbsent(name, Brought::by);
    Map<String, Object> all = new HashMap<>(values);
    all.put("t", labels.words());
    all.put("lang", labels.language().code());
    all.put("style", brought.style());
    all.put("styleHash", hash(brought.style()));
    all.put("sheet", SHEET);
    all.put("script", brought.script());
    all.put("scriptHash", brought.script().isEmpty() ? "" : hash(brought.script()));
    StringWriter page = new StringWriter();
    try {
      ENGINE.getTemplate(name).evaluate(page, all, Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toString();
  }

  /** The style sheet of all pages but those with the league, which stands beside them. */
  static String sheet() {
    return resource("base.css") + resource("inner.css");
  }

  /** The style and the script that a page brings along; both are empty where it has none. */
  private record Brought(String style, String script) {
    static Brought by(String template) {
      return switch (template) {
        case "page.html", "whole.html" ->
            new Brought(
                resource("base.css") + resource("league.css") + bars(), resource("league.js"));
        case FindingPage.NAME ->
            new Brought(resource("base.css") + resource("findings.css"), resource("findings.js"));
        case "index.html" -> new Brought(resource("base.css") + resource("league.css"), "");
        default -> new Brought("", "");
      };
    }
  }

  /** Bars of 0 to 100 per cent; the pages allow no style of a single element. */
  private static String bars() {
    return IntStream.rangeClosed(0, 100)
        .mapToObj(width -> ".w" + width + "{--w:" + width + "%}")
        .collect(Collectors.joining());
  }

  private static String hash(String text) {
    return Base64.getEncoder()
        .encodeToString(Hashes.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
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
