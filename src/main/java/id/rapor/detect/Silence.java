package id.rapor.detect;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import id.rapor.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** What detectors need and the data does not fill: then they stay silent rather than guess. */
final class Silence {
  private Silence() {}

  /** The names of the columns that each detector misses, by its code; none where it can work. */
  static Map<String, List<String>> of(List<Detector> detectors, Scene scene) {
    Map<Table, Set<Need>> asked = new LinkedHashMap<>();
    for (Detector detector : detectors) {
      for (Need need : detector.entry().needs()) {
        asked.computeIfAbsent(need.table(), any -> new LinkedHashSet<>()).add(need);
      }
    }
    Set<Need> missing = new HashSet<>();
    asked.forEach((table, needs) -> missing.addAll(missing(List.copyOf(needs), table, scene)));
    Map<String, List<String>> lacks = new LinkedHashMap<>();
    for (Detector detector : detectors) {
      lacks.put(
          detector.entry().code(),
          detector.entry().needs().stream().filter(missing::contains).map(Need::name).toList());
    }
    return lacks;
  }

  /** One pass over a table, over the columns in question alone. */
  private static List<Need> missing(List<Need> needs, Table table, Scene scene) {
    Column[] filled =
        needs.stream()
            .map(need -> coalesce(bool_or(need.field().col().isNotNull()), lit(false)))
            .toArray(Column[]::new);
    Row row = scene.table(table).agg(lit(0), filled).head();
    List<Need> missing = new ArrayList<>();
    for (int place = 0; place < needs.size(); place++) {
      if (!row.getBoolean(place + 1)) {
        missing.add(needs.get(place));
      }
    }
    return missing;
  }
}
