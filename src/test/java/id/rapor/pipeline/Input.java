package id.rapor.pipeline;

import id.rapor.TestSpark;
import id.rapor.settings.Settings;
import id.rapor.table.DeliveredLines;
import id.rapor.table.Feeds;
import id.rapor.table.Files;
import id.rapor.table.Profiles;
import id.rapor.table.Provenance;
import id.rapor.table.Quarantine;
import id.rapor.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A folder to take in, the data folder that it is taken into, and what has become of it there. */
record Input(Path folder, Path data) {

  /** A folder {@code name} below {@code parent}, with a data folder of its own. */
  static Input in(Path parent, String name) {
    return new Input(parent.resolve(name), parent.resolve(name + "-data"));
  }

  /** Puts a file into {@code landing/}. */
  Input put(String name, String text) {
    return write("landing/" + name, text);
  }

  /** Puts a file into {@code reference/}. */
  Input refer(String name, String text) {
    return write("reference/" + name, text);
  }

  void remove(String name) {
    try {
      java.nio.file.Files.delete(folder.resolve("landing").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes in what is new. */
  Outcome take() {
    return take(new Silence());
  }

  Outcome take(Progress progress) {
    return Runner.run(TestSpark.session(), request(), progress);
  }

  Request request() {
    return new Request(
        Settings.DEFAULTS,
        "defaults",
        folder,
        data,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("cases"));
  }

  Warehouse tables() {
    return new Warehouse(TestSpark.session(), data.resolve("warehouse"));
  }

  /** All that was taken in, table by table, each row as a text, without the run's name. */
  Map<String, List<String>> taken() {
    Map<String, List<String>> taken = accepted(List.of(Provenance.RUN_ID.name()));
    Stream.of(Quarantine.TABLE, Files.TABLE, DeliveredLines.TABLE, Profiles.TABLE)
        .forEach(
            table ->
                taken.put(
                    table.name(),
                    rows(table, List.of(Provenance.RUN_ID.name(), Files.ARRIVED_AT.name()))));
    return taken;
  }

  /** The accepted rows without where they came from and what was known of others when they came. */
  Map<String, List<String>> accepted() {
    return accepted(
        Stream.of(
                Provenance.SOURCE,
                Provenance.FILE,
                Provenance.LINE,
                Provenance.DELIVERY,
                Provenance.RUN_ID,
                Provenance.WARNINGS)
            .map(field -> field.name())
            .toList());
  }

  private Map<String, List<String>> accepted(List<String> without) {
    Map<String, List<String>> accepted = new TreeMap<>();
    Feeds.ALL.forEach(feed -> accepted.put(feed.name(), rows(feed.table(), without)));
    return accepted;
  }

  private List<String> rows(Table table, List<String> without) {
    Dataset<Row> rows = tables().read(table).drop(without.toArray(String[]::new));
    return new ArrayList<>(rows.collectAsList().stream().map(Row::toString).sorted().toList());
  }

  private Input write(String name, String text) {
    Path file = folder.resolve(name);
    try {
      java.nio.file.Files.createDirectories(file.getParent());
      java.nio.file.Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Says nothing. */
  static class Silence implements Progress {
    @Override
    public void begins(String stage) {}

    @Override
    public void made(String stage, long rows, Duration took) {}

    @Override
    public void unchanged(String stage) {}

    @Override
    public void warns(String message) {}
  }
}
