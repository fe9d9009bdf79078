package id.rapor.pipeline;

import id.rapor.ledger.Entry;
import id.rapor.ledger.Fingerprint;
import id.rapor.table.DeliveredLines;
import id.rapor.table.Feed;
import id.rapor.table.Feeds;
import id.rapor.table.Files;
import id.rapor.table.Profiles;
import id.rapor.table.Provenance;
import id.rapor.table.Quarantine;
import id.rapor.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What each table depends on, as fingerprints: a feed's on the files taken in, a stage's on those
 * of the tables that it reads and on settings, reference, request and code.
 */
final class Lineage {
  /** The name under which the ledger knows the published files. */
  static final String PUBLISHED = "published";

  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Request request;
  private final String reference;
  private final List<String> base;
  private final String codeVersion = CodeVersion.current();
  private final String runId = RUN_ID.format(Instant.now());
  private final Map<String, String> now = new HashMap<>();
  private Map<String, String> before = Map.of();

  Lineage(Request request, String reference) {
    this.request = request;
    this.reference = reference;
    this.base =
        List.of(
            codeVersion,
            request.settingsHash(),
            reference,
            request.period().map(Object::toString).orElse("every period"),
            request.asOf().map(Object::toString).orElse("newest"));
  }

  String runId() {
    return runId;
  }

  /**
   * Fingerprint of all that taking in {@code contents} depends on, save the tables as they stand.
   */
  String of(List<String> contents) {
    return Fingerprint.of(Stream.concat(base.stream(), contents.stream()).toList());
  }

  /** Hash of the reference tables. */
  String referenceHash() {
    return reference;
  }

  String codeVersion() {
    return codeVersion;
  }

  /**
   * Fingerprints the feeds, and the tables of their files, by the files that were taken in for them
   * and what became of the lines of each, which a replay changes.
   */
  void feeds(Dataset<Row> files) {
    Map<String, List<String>> contents = new HashMap<>();
    files
        .select(
            Quarantine.FEED.col(),
            Provenance.DELIVERY.col(),
            Provenance.SOURCE.col(),
            Files.CONTENT_HASH.col(),
            Files.ACCEPTED.col(),
            Files.SUPERSEDED.col(),
            Files.REFUSED.col())
        .orderBy(Provenance.DELIVERY.col())
        .collectAsList()
        .forEach(
            file ->
                contents
                    .computeIfAbsent(file.getString(0), any -> new ArrayList<>())
                    .add(
                        file.getString(2)
                            + file.getString(3)
                            + List.of(file.getLong(4), file.getLong(5), file.getLong(6))));
    List<String> all = contents.values().stream().flatMap(List::stream).sorted().toList();
    for (Table counted : List.of(Files.TABLE, DeliveredLines.TABLE, Profiles.TABLE)) {
      now.put(counted.name(), Fingerprint.of(all));
    }
    for (Feed feed : Feeds.ALL) {
      now.put(feed.name(), Fingerprint.of(contents.getOrDefault(feed.name(), List.of())));
    }
  }

  /**
   * Remembers with which fingerprints the tables were made last.
   *
   * @param begun tables of which {@code runs} does not tell it, as a run was broken off
   */
  void remember(Dataset<Row> runs, Set<String> begun) {
    before = new HashMap<>(Entry.newest(runs));
    before.keySet().removeAll(begun);
  }

  /** Whether the stage's table was last made of just what there is now. */
  boolean isCurrent(Stage stage) {
    return fingerprint(stage).equals(before.get(stage.made().name()));
  }

  /** Takes the stage's table as made of what there is now. */
  void settle(Stage stage) {
    now.put(stage.made().name(), fingerprint(stage));
  }

  boolean publishedBefore() {
    return published().equals(before.get(PUBLISHED));
  }

  /** Fingerprint of all that is published. */
  String published() {
    return Fingerprint.of(
        Stream.of(
                base.stream(),
                Stream.of(request.release().toString()),
                Pipeline.STAGES.stream().map(stage -> current(stage.made())))
            .flatMap(part -> part)
            .toList());
  }

  Entry entry(String table, List<Table> used, Entry.Rows rows, Instant started, Instant ended) {
    List<String> inputs = used.stream().map(input -> input.name() + "=" + current(input)).toList();
    return new Entry(
        runId,
        table,
        inputs,
        rows,
        now.getOrDefault(table, ""),
        request.settingsHash(),
        codeVersion,
        started,
        ended);
  }

  Entry publication(long editions, Instant started, Instant ended) {
    List<String> inputs =
        Pipeline.STAGES.stream()
            .map(stage -> stage.made().name() + "=" + current(stage.made()))
            .toList();
    return new Entry(
        runId,
        PUBLISHED,
        inputs,
        new Entry.Rows(0, editions, 0, 0),
        published(),
        request.settingsHash(),
        codeVersion,
        started,
        ended);
  }

  private String current(Table table) {
    return now.getOrDefault(table.name(), before.getOrDefault(table.name(), ""));
  }

  private String fingerprint(Stage stage) {
    List<String> parts = new ArrayList<>(base);
    parts.add(stage.made().name());
    stage.used().forEach(input -> parts.add(current(input)));
    stage.beside().forEach(file -> parts.add(content(request.data().resolve(file))));
    return Fingerprint.of(parts);
  }

  private static String content(Path file) {
    try {
      return file.toFile().exists()
          ? new String(java.nio.file.Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
