package id.rapor.explain;

import id.rapor.measure.Evidence;
import id.rapor.pipeline.Warehouse;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.Provenance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * Where rows came from: file and line by what the row is called.
 *
 * @param places file and line by name
 */
record Origins(Map<String, String> places) {

  /** Origins of {@code rows}; of those that do not know it themselves the feed's table is asked. */
  static Origins of(List<Row> rows, Feed feed, String agency, Warehouse tables) {
    Map<String, String> places = new HashMap<>();
    rows.forEach(row -> put(places, row.getAs(Evidence.ID.name()), row));
    Object[] names =
        rows.stream()
            .<String>map(row -> row.getAs(Evidence.ID.name()))
            .filter(name -> !places.containsKey(name))
            .toArray();
    if (names.length > 0 && feed.table().key().size() > 1) {
      Field name = feed.table().key().get(1);
      tables
          .read(feed.table())
          .where(Cases.AGENCY_ID.col().equalTo(agency).and(name.col().isin(names)))
          .select(name.col(), Provenance.FILE.col(), Provenance.LINE.col())
          .collectAsList()
          .forEach(row -> put(places, row.getString(0), row));
    }
    return new Origins(places);
  }

  /** File and line of the row called {@code name}. */
  String of(String name) {
    return places.getOrDefault(name, "-");
  }

  private static void put(Map<String, String> places, String name, Row row) {
    List<String> columns = List.of(row.schema().fieldNames());
    if (!columns.contains(Provenance.FILE.name()) || !FigureText.has(row, Provenance.FILE)) {
      return;
    }
    String line =
        FigureText.has(row, Provenance.LINE) ? ":" + row.getAs(Provenance.LINE.name()) : "";
    places.put(name, row.getAs(Provenance.FILE.name()) + line);
  }
}
