package id.rapor.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;

import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.OpenDays;
import id.rapor.table.Places;
import id.rapor.table.RawLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Sets beside each line what the reference knows of its agency, region and service. */
final class Lookup {
  private Lookup() {}

  static Dataset<Row> join(Dataset<Row> lines, Feed feed, Delivery.Known known) {
    Dataset<Row> agencies =
        look(
            asked(feed, Cases.AGENCY_ID, known.agencies()),
            lines,
            Cases.AGENCY_ID,
            RawLines.AGENCY_KNOWN,
            Map.of(
                Places.ZONE, RawLines.AGENCY_ZONE,
                OpenDays.OPEN_WEEK, RawLines.AGENCY_WEEK,
                OpenDays.OPEN_DAYS, RawLines.AGENCY_DAYS,
                OpenDays.FIRST_DAY, RawLines.AGENCY_FIRST_DAY));
    Dataset<Row> regions =
        look(
            asked(feed, Cases.REGION_CODE, known.regions()),
            agencies,
            Cases.REGION_CODE,
            RawLines.REGION_KNOWN,
            Map.of(
                Places.ZONE, RawLines.REGION_ZONE,
                OpenDays.OPEN_DAYS, RawLines.REGION_DAYS,
                OpenDays.FIRST_DAY, RawLines.REGION_FIRST_DAY));
    return look(
        asked(feed, Cases.SERVICE_ID, known.services()),
        regions,
        Cases.SERVICE_ID,
        RawLines.SERVICE_KNOWN,
        Map.of());
  }

  private static Optional<Dataset<Row>> asked(
      Feed feed, Field key, Optional<Dataset<Row>> reference) {
    boolean has = feed.columns().stream().anyMatch(field -> field.name().equals(key.name()));
    return has ? reference : Optional.empty();
  }

  /**
   * Sets what one reference table tells of {@code key} beside each line.
   *
   * @param known true where the reference has the key, else empty; always true without a reference
   * @param told columns of the reference, and what they are called beside a line
   */
  private static Dataset<Row> look(
      Optional<Dataset<Row>> reference,
      Dataset<Row> lines,
      Field key,
      Field known,
      Map<Field, Field> told) {
    if (reference.isEmpty()) {
      List<Column> unchecked = new ArrayList<>(List.of(functions.col("*")));
      unchecked.add(known.is(lit(true)));
      told.values().forEach(field -> unchecked.add(field.missing()));
      return lines.select(unchecked.toArray(Column[]::new));
    }
    String asked = known.name() + "_key";
    List<Column> columns = new ArrayList<>(List.of(key.col().as(asked)));
    told.forEach((field, name) -> columns.add(name.is(field.col())));
    columns.add(known.is(lit(true)));
    return lines.join(
        broadcast(reference.get().select(columns.toArray(Column[]::new))),
        key.col().equalTo(functions.col(asked)),
        "left");
  }
}
