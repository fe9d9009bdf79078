package id.rapor.ingest;

import id.rapor.settings.Source;
import id.rapor.table.Files;
import id.rapor.table.Provenance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The files that were taken in so far, each known by its content, whatever its name is now. */
public final class TakenFiles {
  private final Map<String, One> byIdentity = new HashMap<>();

  /**
   * One of them; the components are columns of {@link Files}.
   *
   * @param lines records, or 1 if it could not be read
   * @param refused how many of them are in quarantine
   */
  public record One(
      String source, String contentHash, long delivery, String file, long lines, long refused) {
    boolean isRefusedWhole() {
      return refused == lines;
    }
  }

  /**
   * Those that a table lists.
   *
   * @param files the table {@link Files}, if it exists
   */
  public static TakenFiles of(Optional<Dataset<Row>> files) {
    TakenFiles taken = new TakenFiles();
    files
        .map(
            table ->
                table
                    .select(
                        Provenance.SOURCE.col(),
                        Files.CONTENT_HASH.col(),
                        Provenance.DELIVERY.col(),
                        Provenance.FILE.col(),
                        Files.LINES.col(),
                        Files.REFUSED.col())
                    .collectAsList())
        .orElse(List.of())
        .forEach(
            row ->
                taken.add(
                    new One(
                        row.getString(0),
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5))));
    return taken;
  }

  private void add(One file) {
    byIdentity.put(Arrival.identity(file.source(), file.contentHash(), file.file()), file);
  }

  /** Those with lines in quarantine. */
  public List<One> refusing() {
    return byIdentity.values().stream().filter(file -> file.refused() > 0).toList();
  }

  /** Those of {@code files} that are not among them, each with an ordinal of its own. */
  List<Arrival> anew(List<Arrival> files) {
    long last = byIdentity.values().stream().mapToLong(One::delivery).max().orElse(0);
    List<Arrival> anew = new ArrayList<>();
    for (Arrival file : files) {
      if (!byIdentity.containsKey(file.identity())) {
        anew.add(file.as(last + anew.size() + 1, file.file()));
      }
    }
    return anew;
  }

  /** Those of {@code files} with lines in quarantine, as they were taken in. */
  List<Arrival> refusing(List<Arrival> files) {
    return known(files).stream().filter(file -> one(file).refused() > 0).toList();
  }

  /**
   * Those of {@code files} that were taken in and tell what cases of {@code anew} went through
   * before: events of the same sources.
   */
  List<Arrival> earlier(List<Arrival> files, Collection<Arrival> anew) {
    List<Source> sources =
        anew.stream()
            .map(Arrival::source)
            .filter(source -> source.events().isPresent())
            .distinct()
            .toList();
    List<Arrival> earlier =
        new ArrayList<>(
            known(files).stream()
                .filter(file -> sources.contains(file.source()) && !one(file).isRefusedWhole())
                .filter(FileValues::isNamedAsAsked)
                .toList());
    earlier.removeAll(anew);
    return earlier;
  }

  /** Whether a file of {@code source} has brought anything. */
  boolean haveMet(Source source) {
    return byIdentity.values().stream()
        .anyMatch(file -> file.source().equals(source.name()) && !file.isRefusedWhole());
  }

  private List<Arrival> known(List<Arrival> files) {
    return files.stream()
        .filter(file -> byIdentity.containsKey(file.identity()))
        .map(file -> file.as(one(file).delivery(), one(file).file()))
        .toList();
  }

  private One one(Arrival file) {
    return byIdentity.get(file.identity());
  }
}
