package id.rapor.sample;

import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A written nation, read back line by line as anybody would who knows the contract alone. */
record Folder(Path root) {

  /** The nation that comes with the project, written once for all tests. */
  static final Folder DEFAULT = written(Sample.Options.DEFAULTS);

  /** The same without wrongs. */
  static final Folder CLEAN = written(new Sample.Options(20_000, 60, 6, 1, Sample.Wrongs.NONE));

  /** One line: its file and its cells by column. */
  record Row(String file, Map<String, String> cells, int width) {
    String of(Field field) {
      return cells.getOrDefault(field.name(), "");
    }

    String of(String column) {
      return cells.getOrDefault(column, "");
    }

    String key() {
      return of(Cases.AGENCY_ID) + "/" + of(Cases.CASE_ID);
    }
  }

  static Folder written(Sample.Options options) {
    try {
      Path folder = Files.createTempDirectory("nation");
      Sample.write(options, folder);
      return new Folder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file's unpacked content by its place below the root. */
  Map<String, String> contents() {
    Map<String, String> contents = new TreeMap<>();
    for (Path file : files()) {
      contents.put(root.relativize(file).toString(), content(file));
    }
    return contents;
  }

  List<Path> files() {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every line of a feed, in the order of delivery. */
  List<Row> lines(Feed feed) {
    return files().stream()
        .filter(file -> file.getParent().equals(root.resolve("landing").resolve(feed.name())))
        .flatMap(file -> rows(file).stream())
        .toList();
  }

  List<Row> reference(String name) {
    return rows(root.resolve("reference").resolve(name + ".csv"));
  }

  List<Row> truth(String name) {
    return rows(root.resolve("truth").resolve(name + ".csv"));
  }

  /** The newest version of each case; lines that are bad on purpose are left out. */
  Map<String, Row> cases() {
    Map<String, Row> newest = new LinkedHashMap<>();
    for (Row row : lines(Cases.FEED)) {
      if (!row.of(Cases.CASE_ID).endsWith("-X")) {
        newest.merge(
            row.key(),
            row,
            (old, now) ->
                now.of(Feed.RECORDED_AT).compareTo(old.of(Feed.RECORDED_AT)) >= 0 ? now : old);
      }
    }
    return newest;
  }

  static String content(Path file) {
    try {
      if (!file.toString().endsWith(".gz")) {
        return Files.readString(file);
      }
      try (GZIPInputStream stream = new GZIPInputStream(Files.newInputStream(file))) {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Row> rows(Path file) {
    List<String> lines = content(file).lines().toList();
    List<String> header = cells(lines.get(0));
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      Map<String, String> named = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
        named.put(header.get(i), cells.get(i));
      }
      rows.add(new Row(root.relativize(file).toString(), named, cells.size()));
    }
    return rows;
  }

  static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
