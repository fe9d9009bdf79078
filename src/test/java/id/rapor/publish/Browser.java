package id.rapor.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium with one page, spoken to by its DevTools protocol. */
public final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 60;
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private final Path profile;
  private final WatchService changes;
  private final Process process;
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final List<JsonNode> events = new ArrayList<>();
  private final WebSocket socket;
  private final String session;
  private int calls;

  private Browser(Path chromium) throws IOException, InterruptedException {
    profile = Files.createTempDirectory("chromium");
    changes = profile.getFileSystem().newWatchService();
    profile.register(
        changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
    process =
        new ProcessBuilder(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("log").toFile())
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address()), new Listener())
            .join();
    String target =
        call(Optional.empty(), "Target.createTarget", Map.of("url", "about:blank"))
            .get("targetId")
            .asText();
    session =
        call(Optional.empty(), "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .asText();
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      call(domain + ".enable", Map.of());
    }
  }

  /** Where Chromium is; empty if it is not installed. */
  public static Optional<Path> chromium() {
    return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /** Starts one. */
  public static Browser start() throws IOException, InterruptedException {
    return new Browser(chromium().orElseThrow());
  }

  /** Opens a page and waits until it has loaded; forgets what was heard of the one before. */
  public void open(Path page) throws InterruptedException {
    events.clear();
    call("Page.navigate", Map.of("url", page.toUri().toString()));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (events.stream().noneMatch(event -> method(event).equals("Page.loadEventFired"))) {
      hear(end);
    }
  }

  /** The value of a JavaScript expression on the page, awaited if it is a promise. */
  public JsonNode ask(String expression) throws InterruptedException {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(answer.get("exceptionDetails").toString());
    }
    return answer.get("result").path("value");
  }

  /** Whether pages may run scripts from now on. */
  void allowScripts(boolean isAllowed) throws InterruptedException {
    call("Emulation.setScriptExecutionDisabled", Map.of("value", !isAllowed));
  }

  /** As wide as a phone or a desk. */
  public void resize(int width, int height) throws InterruptedException {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Every address that the page asked for. */
  List<String> requests() {
    return events.stream()
        .filter(event -> method(event).equals("Network.requestWillBeSent"))
        .map(event -> event.get("params").get("request").get("url").asText())
        .toList();
  }

  /** Errors and refusals that the page wrote to its console. */
  List<String> complaints() {
    return events.stream()
        .filter(
            event ->
                method(event).equals("Runtime.exceptionThrown")
                    || method(event).equals("Log.entryAdded")
                    || method(event).equals("Runtime.consoleAPICalled"))
        .map(JsonNode::toString)
        .toList();
  }

  JsonNode call(String method, Map<String, Object> parameters) throws InterruptedException {
    return call(Optional.of(session), method, parameters);
  }

  private JsonNode call(Optional<String> where, String method, Map<String, Object> parameters)
      throws InterruptedException {
    int id = ++calls;
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    where.ifPresent(one -> message.put("sessionId", one));
    socket.sendText(message.toString(), true).join();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      JsonNode heard = hear(end);
      if (heard.path("id").asInt() == id) {
        if (heard.has("error")) {
          throw new AssertionError(method + ": " + heard.get("error"));
        }
        return heard.get("result");
      }
    }
  }

  private JsonNode hear(long end) throws InterruptedException {
    JsonNode heard = messages.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    if (heard == null) {
      throw new AssertionError("Chromium was silent for " + PATIENCE_SECONDS + " s");
    }
    if (heard.has("method")) {
      events.add(heard);
    }
    return heard;
  }

  private static String method(JsonNode event) {
    return event.path("method").asText();
  }

  /** Chromium writes the port that it chose, and its address there, into its profile. */
  private String address() throws IOException, InterruptedException {
    Path port = profile.resolve("DevToolsActivePort");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
      if (lines.size() == 2) {
        return "ws://127.0.0.1:" + lines.get(0) + lines.get(1);
      }
      WatchKey change = changes.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (change == null) {
        throw new IOException(
            "Chromium did not start: " + Files.readString(profile.resolve("log")));
      }
      change.pollEvents();
      change.reset();
    }
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
    changes.close();
    try (Stream<Path> all = Files.walk(profile)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** Puts the parts of each message together. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
      parts.append(part);
      if (isLast) {
        try {
          messages.add(JSON.readTree(parts.toString()));
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
        parts.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
