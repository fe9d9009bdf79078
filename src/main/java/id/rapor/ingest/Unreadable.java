package id.rapor.ingest;

import id.rapor.settings.Source;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * The files of a delivery that cannot be read to their end, as far as it is known, each with the
 * reason. Feeds that are read side by side tell of theirs at the same time.
 */
final class Unreadable {
  private final Map<Arrival, String> reasons = new ConcurrentHashMap<>();

  void add(Arrival file, String reason) {
    reasons.put(file, reason);
  }

  boolean holds(Arrival file) {
    return reasons.containsKey(file);
  }

  /** Whether a file of {@code source} is among them. */
  boolean isOf(Source source) {
    return reasons.keySet().stream().anyMatch(file -> file.source().equals(source));
  }

  /**
   * Tries to read {@code files} to their ends.
   *
   * @return whether one cannot be
   */
  boolean find(SparkSession spark, Map<Arrival, Layout> files, IdentityKey key) {
    Map<Long, String> faults = Reading.faults(spark, files, key);
    files.keySet().stream()
        .filter(file -> faults.containsKey(file.delivery()))
        .forEach(file -> add(file, faults.get(file.delivery())));
    return !faults.isEmpty();
  }

  /** The ordinals of all of them. */
  Set<Long> deliveries() {
    return reasons.keySet().stream().map(Arrival::delivery).collect(Collectors.toSet());
  }

  /** A line for each, in the order of delivery. */
  List<String> told() {
    return reasons.entrySet().stream()
        .sorted(Comparator.comparingLong(one -> one.getKey().delivery()))
        .map(one -> told(one.getKey(), one.getValue()))
        .toList();
  }

  private static String told(Arrival file, String reason) {
    return file.file()
        + " cannot be read: "
        + reason
        + "; ask for the file again or take it out of the input";
  }
}
